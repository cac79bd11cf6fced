import { find, keepable, wayBack } from './abandoned.state.ts'
import { timelineOf } from './timeline.state.ts'
import {
  isCooling,
  phoneOf,
  verificationOf,
  type Action,
  type Moment,
  type VerificationState,
} from './verification.state.ts'
import { viewOf, type View } from './view.state.ts'

// What can be done now, and why not. The machine asks the same as the buttons, so that none looks
// alive and is dead, or the other way round.

/** Why an action waits: the name of the message that says it. */
export type WaitKind =
  | 'windowOpens'
  | 'retryIn'
  | 'checkIn'
  | 'newCodeIn'
  | 'cancelIn'
  | 'tooLateIn'
  | 'stopping'
  | 'lastCode'
  | 'noMoreCodes'

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
const availableIf = (condition: boolean): Availability => (condition ? available : waiting())

/** A reason that no time takes away. */
export const isLimit = ({ wait }: Availability): boolean =>
  wait === 'lastCode' || wait === 'noMoreCodes'

/** After a 429, or a cancel that was refused for good. */
const coolingFor = (
  { state, now }: Moment,
  action: Action,
  wait: WaitKind,
): Availability | undefined =>
  isCooling(state, action, now) ? waiting(wait, state.cooldowns[action]) : undefined

/** Whether the number may get another code: those that a press led to are counted, for each number. */
export function hasCodesLeft(
  state: VerificationState,
  phone: string | undefined = phoneOf(state),
): boolean {
  const { sentTo, settings } = state
  return sentTo.filter((each) => each === phone).length < settings.maxStarts
}

/** *Cancel*: from 30 s, unless the backend takes it at any time; while nothing else is being sent. */
export function cancelAvailability(snapshot: Moment): Availability {
  const { state } = snapshot
  return (
    (state.settings.defersCancel ? undefined : windowOf(snapshot)) ??
    coolingFor(snapshot, 'cancel', waitKind(state, 'cancel', 'cancelIn')) ??
    availableIf(state.main.step === 'entering')
  )
}

/** *Send a new code*: from 30 s; at once after the end; when its cancel is done, if locked; if there is one left. */
export function newCodeAvailability(snapshot: Moment): Availability {
  const { state, now } = snapshot
  const { main, queue } = state
  if (!hasCodesLeft(state)) {
    // What comes next is said of a code that may still arrive, once another could be asked for.
    const isOpen = viewOf(state) === 'code' && !windowOf(snapshot)
    return waiting(isOpen ? 'lastCode' : undefined)
  }
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
function windowOf({ state, now }: Moment): Availability | undefined {
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
  return isForGood && hasCodesLeft(state) ? 'tooLateIn' : otherwise
}

/** *Try again*, after nothing was heard or the number was taken. */
export function retryAvailability(snapshot: Moment): Availability {
  const { main } = snapshot.state
  const wait = coolingFor(snapshot, 'start', 'retryIn')
  if (wait || main.step !== 'blocked') return wait ?? availableIf(main.step === 'startUncertain')
  return snapshot.now < main.retryAt ? waiting('retryIn', main.retryAt) : available
}

/** *Send code*, to the number in the field; where its code still lives, that is shown again. */
export function startAvailability(
  moment: Moment,
  phone: string | undefined = moment.state.phone,
): Availability {
  const { state, now } = moment
  if (state.main.step !== 'phone') return waiting()
  if (wayBack(state.queue, phone, now)) return available
  const wait = coolingFor(moment, 'start', 'retryIn')
  return wait ?? (hasCodesLeft(state, phone) ? available : waiting('noMoreCodes'))
}

/** *Change number*: wherever one is not at the number, or done. */
export const changeAvailability = ({ state: { main } }: Moment): Availability =>
  availableIf(main.step !== 'phone' && main.step !== 'verified')

/** *Keep using*: while a number that was left can be gone back to. */
export const keepAvailability = ({ state: { main, queue }, now }: Moment): Availability =>
  availableIf(main.step === 'phone' && keepable(queue, now) !== undefined)

/** *Verify*. */
export const checkAvailability = (snapshot: Moment): Availability =>
  coolingFor(snapshot, 'check', 'checkIn') ?? availableIf(snapshot.state.main.step === 'entering')

const actionsOf: Record<View, readonly ((snapshot: Moment) => Availability)[]> = {
  phone: [startAvailability],
  code: [checkAvailability, newCodeAvailability, cancelAvailability],
  uncertain: [retryAvailability],
  blocked: [retryAvailability],
  expired: [newCodeAvailability],
  locked: [newCodeAvailability],
  verified: [],
}

/** Why actions on the screen wait, each reason once, other than for the 30-second window. */
export function waitsOf(snapshot: Moment): Availability[] {
  const all = actionsOf[viewOf(snapshot.state)].map((availabilityOf) => availabilityOf(snapshot))
  return all.filter(
    ({ wait }, index) =>
      wait !== undefined &&
      wait !== 'windowOpens' &&
      all.findIndex((each) => each.wait === wait) === index,
  )
}
