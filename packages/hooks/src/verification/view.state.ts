import { find } from './abandoned.state.ts'
import { slowAfterMs } from './request.state.ts'
import { timelineOf } from './timeline.state.ts'
import type { VerificationSnapshot } from './verification.run.ts'
import {
  isCooling,
  verificationOf,
  type Action,
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

const codeErrors: readonly FlowErrorKind[] = [
  'incompleteCode',
  'noCodeFound',
  'wrongCode',
  'alreadyTried',
]

/** Where an error is shown: under a field, or for the step as a whole. */
export function errorScope({ error }: VerificationState): 'phone' | 'code' | 'step' | undefined {
  if (error === undefined) return undefined
  if (error.kind === 'invalidPhone') return 'phone'
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

export const available: Availability = { isAvailable: true, from: undefined, wait: undefined }
const waiting = (wait?: WaitKind, from?: number): Availability => ({
  isAvailable: false,
  from,
  wait,
})
const availableIf = (condition: boolean): Availability => (condition ? available : waiting())

/** After a 429, or a cancel that was refused for good. */
const coolingFor = (
  { state, now }: VerificationSnapshot,
  action: Action,
  wait: WaitKind,
): Availability | undefined =>
  isCooling(state, action, now) ? waiting(wait, state.cooldowns[action]) : undefined

/** *Cancel*: from 30 s, unless the backend takes it at any time; while nothing else is being sent. */
export function cancelAvailability(snapshot: VerificationSnapshot): Availability {
  const { state } = snapshot
  return (
    (state.settings.defersCancel ? undefined : windowOf(snapshot)) ??
    coolingFor(snapshot, 'cancel', waitKind(state, 'cancel', 'cancelIn')) ??
    availableIf(state.main.step === 'entering')
  )
}

/** *Send a new code*: from 30 s; at once after the end; when its cancel is done, if locked. */
export function newCodeAvailability(snapshot: VerificationSnapshot): Availability {
  const { state, now } = snapshot
  const { main, queue } = state
  const wait =
    windowOf(snapshot) ??
    coolingFor(snapshot, 'newCode', waitKind(state, 'newCode', 'newCodeIn')) ??
    coolingFor(snapshot, 'start', waitKind(state, 'start', 'newCodeIn'))
  if (wait || main.step !== 'locked') {
    return wait ?? availableIf(main.step === 'entering' || main.step === 'expired')
  }
  const { startAgainAt } = timelineOf(main.verification)
  const entry = find(queue, main.verification.verifyId)
  if (!entry || now >= startAgainAt) return available
  const { sendAt, tries } = entry.request
  // A cancel that was refused for good leaves only the end of the code to wait for.
  if (sendAt === Number.POSITIVE_INFINITY) return waiting('newCodeIn', startAgainAt)
  return sendAt > now && tries === 0 ? waiting('newCodeIn', sendAt) : waiting('stopping')
}

/** The 30 seconds in which a code can be neither cancelled nor replaced. */
function windowOf({ state, now }: VerificationSnapshot): Availability | undefined {
  const verification = viewOf(state) === 'code' && verificationOf(state)
  if (!verification) return undefined
  const { cancelAt } = timelineOf(verification)
  const wait = state.settings.defersCancel ? 'newCodeIn' : 'windowOpens'
  return now < cancelAt ? waiting(wait, cancelAt) : undefined
}

/** A cancel refused for good makes both actions wait for the end of the code. */
function waitKind(state: VerificationState, action: Action, otherwise: WaitKind): WaitKind {
  const verification = viewOf(state) === 'code' && verificationOf(state)
  const isForGood =
    verification && (state.cooldowns[action] ?? 0) >= timelineOf(verification).startAgainAt
  return isForGood ? 'tooLateIn' : otherwise
}

/** *Try again*, after nothing was heard or the number was taken. */
export function retryAvailability(snapshot: VerificationSnapshot): Availability {
  const { main } = snapshot.state
  const wait = coolingFor(snapshot, 'start', 'retryIn')
  if (wait || main.step !== 'blocked') return wait ?? availableIf(main.step === 'startUncertain')
  return snapshot.now < main.retryAt ? waiting('retryIn', main.retryAt) : available
}

/** *Send code*. */
export const startAvailability = (snapshot: VerificationSnapshot): Availability =>
  coolingFor(snapshot, 'start', 'retryIn') ?? availableIf(snapshot.state.main.step === 'phone')

/** *Verify*. */
export const checkAvailability = (snapshot: VerificationSnapshot): Availability =>
  coolingFor(snapshot, 'check', 'checkIn') ?? availableIf(snapshot.state.main.step === 'entering')

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
