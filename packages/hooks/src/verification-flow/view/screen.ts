import { slowAfterMs } from '../machine/request-times.ts'
import { deadlinesOf } from '../machine/deadlines.ts'
import {
  verificationOf,
  type FlowErrorKind,
  type FlowStep,
  type FlowMoment,
  type FlowState,
} from '../machine/flow-state.ts'

/** Which screen a step belongs to. */
export type FlowScreen = 'phone' | 'uncertain' | 'blocked' | 'code' | 'expired' | 'locked' | 'verified'

/** The step that is on screen: what a start was asked for from stays there until its answer. */
export const shownStep = ({ step }: FlowState): FlowStep =>
  step.name === 'starting' ? (step.problem ?? step) : step

export function screenOf(state: FlowState): FlowScreen {
  const step = shownStep(state)
  switch (step.name) {
    case 'phone':
      return 'phone'
    case 'starting':
      return step.mode === 'fresh' ? 'phone' : 'code'
    case 'startUncertain':
      return 'uncertain'
    case 'entering':
    case 'checking':
    case 'cancelling':
    case 'resendCancelling':
      return 'code'
    case 'blocked':
    case 'expired':
    case 'locked':
    case 'verified':
      return step.name
  }
}

const codeErrors: readonly FlowErrorKind[] = [
  'incompleteCode',
  'noCodeFound',
  'wrongCode',
  'alreadyTried',
]

/** Where an error is shown: under a field, or for the step as a whole. */
export function errorScope({ error }: FlowState): 'phone' | 'code' | 'step' | undefined {
  if (error === undefined) return undefined
  if (error.kind === 'invalidPhone') return 'phone'
  return codeErrors.includes(error.kind) ? 'code' : 'step'
}

/** A code takes longer to be sent than people expect. */
export const isSlow = ({ state: { step }, now }: FlowMoment): boolean =>
  (step.name === 'starting' || step.name === 'resendCancelling') &&
  now >= step.start.pressedAt + slowAfterMs

/** Success came while a call may already have been on its way. */
export function mayStillRing(state: FlowState): boolean {
  const { step } = state
  const verification = verificationOf(state)
  if (step.name !== 'verified' || !verification) return false
  // The service may have started, and calls, this much earlier than its answer was here.
  const early = verification.latestStart - verification.earliestStart
  return deadlinesOf(verification).deliveries.some(
    ({ at, channel }) =>
      channel === 'voice' && step.at >= at - early - 3_000 && step.at <= at + 5_000,
  )
}
