import { availabilityOf, hasCodesLeft, type UserAction } from '../machine/availability.ts'
import { resumable } from '../machine/cancel-queue.ts'
import { deadlinesOf, isCall } from '../machine/deadlines.ts'
import {
  verificationOf,
  type FlowErrorKind,
  type FlowMoment,
  type FlowSettings,
  type FlowState,
  type StepNamed,
} from '../machine/flow-state.ts'
import { slowAfterMs } from '../machine/request-times.ts'
import { screenKeyOf, screenOf, shownStep } from '../machine/screen.ts'

/** Where an error is shown: under a field, beside *Cancel* and *Send a new code*, or for the screen as a whole. */
export type ErrorPlace = 'phone' | 'code' | 'actions' | 'screen'

const codeErrors: readonly FlowErrorKind[] = [
  'incompleteCode',
  'noCodeFound',
  'wrongCode',
  'alreadyTried',
]

export function errorPlaceOf({ error }: FlowState): ErrorPlace | undefined {
  if (error === undefined) return undefined
  if (error.kind === 'invalidPhone') return 'phone'
  if (codeErrors.includes(error.kind)) return 'code'
  return actionErrors.includes(error.kind) ? 'actions' : 'screen'
}

const actionErrors: readonly FlowErrorKind[] = [
  'cancelFailed',
  'notCancellable',
  'newCodeFailed',
  'newCodeNotYet',
]

/** The buttons that belong on the screen, whether or not they can be pressed yet. The main one is first. */
export function actionsOn({ state, now }: FlowMoment): UserAction[] {
  const newCode: UserAction[] = hasCodesLeft(state) ? ['newCode'] : []
  switch (screenKeyOf(state)) {
    case 'phone': {
      if (state.step.name === 'starting') return ['sendCode', 'changeNumber']
      return resumable(state.cancelQueue, now) ? ['sendCode', 'resumeNumber'] : ['sendCode']
    }
    case 'code':
      return ['verify', ...newCode, 'cancel', 'changeNumber']
    case 'uncertain':
    case 'blocked':
      return hasCodesLeft(state) ? ['retry', 'changeNumber'] : ['changeNumber']
    case 'expired':
    case 'locked':
      return [...newCode, 'changeNumber']
    case 'verified':
      return []
  }
}

/** A code takes longer to be sent than people expect. */
export const isSlow = ({ state: { step }, now }: FlowMoment): boolean =>
  (step.name === 'starting' || step.name === 'resendCancelling') &&
  now >= step.start.pressedAt + slowAfterMs

/** The end of the cooldown, where *Cancel* waits for it: a backend may take a cancel at any time. */
export function cooldownUntil({ state, now }: FlowMoment): number | undefined {
  const verification = screenOf(state) === 'code' ? verificationOf(state) : undefined
  if (!verification || state.settings.defersCancel) return undefined
  const { cancelAt } = deadlinesOf(verification)
  return now < cancelAt ? cancelAt : undefined
}

/** A busy number is free by then. Undefined where *Try again* opens at the same time. */
export function busyUntil(moment: FlowMoment): number | undefined {
  const step = shownStep(moment.state)
  if (step.name !== 'blocked') return undefined
  return availabilityOf(moment, 'retry').from === step.until ? undefined : step.until
}

/** The message about a busy number. Where our own start is what was lost, a call may still come. */
export function blockedMessage(
  { start }: StepNamed<'blocked'>,
  { terms }: FlowSettings,
): 'blockedText' | 'lostText' | 'lostNoCallText' {
  if (!start.uncertain) return 'blockedText'
  return terms.deliveries.some(isCall) ? 'lostText' : 'lostNoCallText'
}

/** Success came while a call may already have been on its way. */
export function mayStillRing(state: FlowState): boolean {
  const { step } = state
  const verification = verificationOf(state)
  if (step.name !== 'verified' || !verification) return false
  // The service may have accepted the start this much earlier, and calls that much earlier.
  const early = verification.latestStart - verification.earliestStart
  return deadlinesOf(verification).deliveries.some(
    (each) => isCall(each) && step.at >= each.at - early - 3_000 && step.at <= each.at + 5_000,
  )
}
