import { entryOf, resumable, entryToResume } from './cancel-queue.ts'
import { deadlinesOf } from './deadlines.ts'
import {
  mustWait,
  phoneOf,
  verificationOf,
  type LimitedAction,
  type FlowMoment,
  type FlowState,
} from './flow-state.ts'
import { screenOf, type FlowScreen } from '../view/screen.ts'

// What can be done now, and why not. The machine asks the same as the buttons, so that none looks
// alive and is dead, or the other way round.

/** Why an action waits: the name of the message that says it. */
export type WaitReason =
  | 'cooldownEndsIn'
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
  readonly reason: WaitReason | undefined
}

const available: Availability = { isAvailable: true, from: undefined, reason: undefined }
const waiting = (reason?: WaitReason, from?: number): Availability => ({
  isAvailable: false,
  from,
  reason,
})
const availableIf = (condition: boolean): Availability => (condition ? available : waiting())

/** A reason that no time takes away. */
export const isLimit = ({ reason }: Availability): boolean =>
  reason === 'lastCode' || reason === 'noMoreCodes'

/** After a 429, or a cancel that was refused for good. */
const limitedUntil = (
  { state, now }: FlowMoment,
  action: LimitedAction,
  wait: WaitReason,
): Availability | undefined =>
  mustWait(state, action, now) ? waiting(wait, state.notBefore[action]) : undefined

/** Whether the number may get another code: those that a press led to are counted, for each number. */
export function hasCodesLeft(
  state: FlowState,
  phone: string | undefined = phoneOf(state),
): boolean {
  const { sentTo, settings } = state
  return sentTo.filter((each) => each === phone).length < settings.maxCodes
}

/** *Cancel*: from 30 s, unless the backend takes it at any time; while nothing else is being sent. */
export function cancelAvailability(snapshot: FlowMoment): Availability {
  const { state } = snapshot
  return (
    (state.settings.defersCancel ? undefined : cooldownOf(snapshot)) ??
    limitedUntil(snapshot, 'cancel', waitReason(state, 'cancel', 'cancelIn')) ??
    availableIf(state.step.name === 'entering')
  )
}

/** *Send a new code*: from 30 s; at once after the end; when its cancel is done, if locked; if there is one left. */
export function newCodeAvailability(snapshot: FlowMoment): Availability {
  const { state, now } = snapshot
  const { step, cancelQueue } = state
  if (!hasCodesLeft(state)) {
    // What comes next is said of a code that may still arrive, once another could be asked for.
    const isOpen = screenOf(state) === 'code' && !cooldownOf(snapshot)
    return waiting(isOpen ? 'lastCode' : undefined)
  }
  const wait =
    cooldownOf(snapshot) ??
    limitedUntil(snapshot, 'newCode', waitReason(state, 'newCode', 'newCodeIn')) ??
    limitedUntil(snapshot, 'start', waitReason(state, 'start', 'newCodeIn'))
  if (wait || step.name !== 'locked') {
    return wait ?? availableIf(step.name === 'entering' || step.name === 'expired')
  }
  const { startAgainAt } = deadlinesOf(step.verification)
  const entry = entryOf(cancelQueue, step.verification.verifyId)
  if (!entry || now >= startAgainAt) return available
  const { sendAt, repeats } = entry.request
  // A cancel that was refused for good leaves only the end of the code to wait for.
  if (sendAt === Number.POSITIVE_INFINITY) return waiting('newCodeIn', startAgainAt)
  return sendAt > now && repeats === 0 ? waiting('newCodeIn', sendAt) : waiting('stopping')
}

/** The 30 seconds in which a code can be neither cancelled nor replaced. */
function cooldownOf({ state, now }: FlowMoment): Availability | undefined {
  const verification = screenOf(state) === 'code' && verificationOf(state)
  if (!verification) return undefined
  const { cancelAt } = deadlinesOf(verification)
  const wait = state.settings.defersCancel ? 'newCodeIn' : 'cooldownEndsIn'
  return now < cancelAt ? waiting(wait, cancelAt) : undefined
}

/** A cancel refused for good makes both actions wait for the end of the code. */
function waitReason(state: FlowState, action: LimitedAction, otherwise: WaitReason): WaitReason {
  const verification = screenOf(state) === 'code' && verificationOf(state)
  const isForGood =
    verification && (state.notBefore[action] ?? 0) >= deadlinesOf(verification).startAgainAt
  return isForGood && hasCodesLeft(state) ? 'tooLateIn' : otherwise
}

/** *Try again*, after nothing was heard or the number was taken. */
export function retryAvailability(snapshot: FlowMoment): Availability {
  const { step } = snapshot.state
  const wait = limitedUntil(snapshot, 'start', 'retryIn')
  if (wait || step.name !== 'blocked') return wait ?? availableIf(step.name === 'startUncertain')
  return snapshot.now < step.retryAt ? waiting('retryIn', step.retryAt) : available
}

/** *Send code*, to the number in the field; where its code still lives, that is shown again. */
export function startAvailability(
  moment: FlowMoment,
  phone: string | undefined = moment.state.phone,
): Availability {
  const { state, now } = moment
  if (state.step.name !== 'phone') return waiting()
  if (entryToResume(state.cancelQueue, phone, now)) return available
  const wait = limitedUntil(moment, 'start', 'retryIn')
  return wait ?? (hasCodesLeft(state, phone) ? available : waiting('noMoreCodes'))
}

/** *Change number*: wherever one is not at the number, or done. */
export const changeAvailability = ({ state: { step } }: FlowMoment): Availability =>
  availableIf(step.name !== 'phone' && step.name !== 'verified')

/** *Keep using*: while a number that was left can be gone back to. */
export const resumeAvailability = ({ state: { step, cancelQueue }, now }: FlowMoment): Availability =>
  availableIf(step.name === 'phone' && resumable(cancelQueue, now) !== undefined)

/** *Verify*. */
export const checkAvailability = (snapshot: FlowMoment): Availability =>
  limitedUntil(snapshot, 'check', 'checkIn') ?? availableIf(snapshot.state.step.name === 'entering')

const actionsOf: Record<FlowScreen, readonly ((snapshot: FlowMoment) => Availability)[]> = {
  phone: [startAvailability],
  code: [checkAvailability, newCodeAvailability, cancelAvailability],
  uncertain: [retryAvailability],
  blocked: [retryAvailability],
  expired: [newCodeAvailability],
  locked: [newCodeAvailability],
  verified: [],
}

/** Why actions on the screen wait, each reason once, other than for the 30-second window. */
export function waitReasons(snapshot: FlowMoment): Availability[] {
  const all = actionsOf[screenOf(snapshot.state)].map((availabilityOf) => availabilityOf(snapshot))
  return all.filter(
    ({ reason }, index) =>
      reason !== undefined &&
      reason !== 'cooldownEndsIn' &&
      all.findIndex((each) => each.reason === reason) === index,
  )
}
