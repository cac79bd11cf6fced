import { find } from './abandoned.state.ts'
import { slowAfterMs } from './request.state.ts'
import { timelineOf } from './timeline.state.ts'
import type { VerificationSnapshot } from './verification.run.ts'
import {
  isCooling,
  verificationOf,
  type FlowErrorKind,
  type Main,
  type VerificationState,
} from './verification.state.ts'

/** Which screen a step belongs to. */
export type View = 'phone' | 'uncertain' | 'blocked' | 'code' | 'expired' | 'locked' | 'verified'

/** The step that is on screen: what a start was asked for from stays there until its answer. */
export const shownMain = ({ main }: VerificationState): Main =>
  main.step === 'starting' ? (main.behind ?? main) : main

export function viewOf(state: VerificationState): View {
  const main = shownMain(state)
  switch (main.step) {
    case 'phone':
      return 'phone'
    case 'starting':
      return main.mode === 'fresh' ? 'phone' : 'code'
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
      return main.step
  }
}

const phoneErrors: readonly FlowErrorKind[] = ['invalidPhone']
const codeErrors: readonly FlowErrorKind[] = [
  'incompleteCode',
  'noCodeFound',
  'wrongCode',
  'alreadyTried',
]

/** Where an error is shown: under a field, or for the step as a whole. */
export function errorScope({ error }: VerificationState): 'phone' | 'code' | 'step' | undefined {
  if (error === undefined) return undefined
  if (phoneErrors.includes(error.kind)) return 'phone'
  return codeErrors.includes(error.kind) ? 'code' : 'step'
}

/** Why an action waits: the name of the message that says it. */
export type WaitKind =
  | 'windowOpens'
  | 'retryIn'
  | 'checkIn'
  | 'newCodeIn'
  | 'cancelIn'
  | 'tooLateIn'
  | 'stopping'

/** An action that is there but not yet: why, and when it opens, if the clock knows. */
export interface Availability {
  readonly isAvailable: boolean
  /** Milliseconds since the epoch; undefined when it waits for something else. */
  readonly from: number | undefined
  /** Undefined while something else is being sent: that is said where it is done. */
  readonly wait: WaitKind | undefined
}

const available: Availability = { isAvailable: true, from: undefined, wait: undefined }
const waiting = (wait?: WaitKind, from?: number): Availability => ({
  isAvailable: false,
  from,
  wait,
})

/** *Cancel*: from 30 s, unless the backend takes it at any time; while nothing else is being sent. */
export function cancelAvailability({ state, now }: VerificationSnapshot): Availability {
  const { main, cooldowns } = state
  const window = state.settings.defersCancel ? undefined : windowOf(state, now)
  if (window) return window
  if (isCooling(state, 'cancel', now)) return waiting(waitKind(state, 'cancel'), cooldowns.cancel)
  return main.step === 'entering' ? available : waiting()
}

/** *Send a new code*: from 30 s; at once after the end; when its cancel is done, if locked. */
export function newCodeAvailability({ state, now }: VerificationSnapshot): Availability {
  const { main } = state
  const window = windowOf(state, now)
  if (window) return window
  for (const action of ['newCode', 'start'] as const) {
    if (isCooling(state, action, now)) {
      return waiting(waitKind(state, action), state.cooldowns[action])
    }
  }
  if (main.step === 'locked') {
    const { startAgainAt } = timelineOf(main.verification)
    const entry = find(state.queue, main.verification.verifyId)
    if (!entry || now >= startAgainAt) return available
    const { sendAt } = entry.request
    // A cancel that was refused for good leaves only the end of the code to wait for.
    if (sendAt === Number.POSITIVE_INFINITY) return waiting('newCodeIn', startAgainAt)
    const isFirstToCome = sendAt > now && entry.request.tries === 0
    return isFirstToCome ? waiting('newCodeIn', sendAt) : waiting('stopping')
  }
  return main.step === 'entering' || main.step === 'expired' ? available : waiting()
}

/** The 30 seconds in which a code can be neither cancelled nor replaced. */
function windowOf(state: VerificationState, now: number): Availability | undefined {
  const isOpenTo = viewOf(state) === 'code' ? verificationOf(state) : undefined
  const cancelAt = isOpenTo && timelineOf(isOpenTo).cancelAt
  if (cancelAt === undefined || now >= cancelAt) return undefined
  return waiting(state.settings.defersCancel ? 'newCodeIn' : 'windowOpens', cancelAt)
}

/** A cancel refused for good makes both actions wait for the end of the code. */
function waitKind(state: VerificationState, action: 'newCode' | 'start' | 'cancel'): WaitKind {
  const verification = verificationOf(state)
  const until = state.cooldowns[action] ?? 0
  if (viewOf(state) === 'code' && verification && until >= timelineOf(verification).startAgainAt) {
    return 'tooLateIn'
  }
  return action === 'cancel' ? 'cancelIn' : 'newCodeIn'
}

/** *Try again*, after nothing was heard or the number was taken. */
export function retryAvailability({ state, now }: VerificationSnapshot): Availability {
  const { main } = state
  if (isCooling(state, 'start', now)) return waiting('retryIn', state.cooldowns.start)
  if (main.step === 'startUncertain') return available
  if (main.step !== 'blocked') return waiting()
  return now < main.retryAt ? waiting('retryIn', main.retryAt) : available
}

/** *Send code*. */
export function startAvailability({ state, now }: VerificationSnapshot): Availability {
  if (isCooling(state, 'start', now)) return waiting('retryIn', state.cooldowns.start)
  return state.main.step === 'phone' ? available : waiting()
}

/** *Verify*. */
export function checkAvailability({ state, now }: VerificationSnapshot): Availability {
  if (isCooling(state, 'check', now)) return waiting('checkIn', state.cooldowns.check)
  return state.main.step === 'entering' ? available : waiting()
}

const actionsOf: Record<View, readonly ((snapshot: VerificationSnapshot) => Availability)[]> = {
  phone: [startAvailability],
  code: [checkAvailability, newCodeAvailability, cancelAvailability],
  uncertain: [retryAvailability],
  blocked: [retryAvailability],
  expired: [newCodeAvailability],
  locked: [newCodeAvailability],
  verified: [],
}

/** Why actions on the screen wait, each reason once, other than for the 30-second window. */
export function waitsOf(snapshot: VerificationSnapshot): Availability[] {
  const all = actionsOf[viewOf(snapshot.state)].map((availabilityOf) => availabilityOf(snapshot))
  return all.filter(
    ({ wait }, index) =>
      wait !== undefined &&
      wait !== 'windowOpens' &&
      all.findIndex((each) => each.wait === wait) === index,
  )
}

/** A code takes longer to be sent than people expect. */
export const isSlow = ({ state: { main }, now }: VerificationSnapshot): boolean =>
  (main.step === 'starting' || main.step === 'resendCancelling') &&
  now >= main.attempt.pressedAt + slowAfterMs

/** Success came while a call may already have been on its way. */
export function mayStillRing(state: VerificationState): boolean {
  const { main } = state
  const verification = verificationOf(state)
  if (main.step !== 'verified' || !verification) return false
  // The service may have started, and calls, this much earlier than its answer was here.
  const early = verification.latestStart - verification.earliestStart
  return timelineOf(verification).deliveries.some(
    ({ at, channel }) =>
      channel === 'voice' && main.at >= at - early - 3_000 && main.at <= at + 5_000,
  )
}
