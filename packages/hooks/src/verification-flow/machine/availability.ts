import { entryOf, entryToResume, resumable } from './cancel-queue.ts'
import { deadlinesOf } from './deadlines.ts'
import {
  mustWait,
  phoneOf,
  verificationOf,
  type FlowMoment,
  type FlowState,
  type LimitedAction,
} from './flow-state.ts'
import { screenOf } from './screen.ts'

// May this happen now? If not, why not, and until when? The machine guards its actions with this
// table, and the view takes the state of its buttons and their reasons from it. So no button looks
// usable and does nothing, and none looks unusable and works.

/** What a person can do in a flow. */
export type UserAction =
  | 'sendCode'
  | 'verify'
  | 'newCode'
  | 'cancel'
  | 'retry'
  | 'changeNumber'
  | 'resumeNumber'

/** Why an action waits. It is the name of the message that says so. */
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

export interface Availability {
  readonly isAvailable: boolean
  /** When it opens, in milliseconds since the epoch. Undefined when that is not known. */
  readonly from: number | undefined
  /** Undefined where there is nothing to say: while a request is sent, the button itself says so. */
  readonly reason: WaitReason | undefined
}

const available: Availability = { isAvailable: true, from: undefined, reason: undefined }
const unavailable: Availability = { ...available, isAvailable: false }
const waiting = (reason: WaitReason, from?: number): Availability => ({
  isAvailable: false,
  from,
  reason,
})
const availableIf = (condition: boolean): Availability => (condition ? available : unavailable)

const table: Readonly<Record<UserAction, (moment: FlowMoment) => Availability>> = {
  /** Sends to the number in the field. While that number has a code that lives, shows that instead. */
  sendCode(moment) {
    const { state, now } = moment
    if (state.step.name !== 'phone') return unavailable
    if (entryToResume(state.cancelQueue, state.phone, now)) return available
    const limit = limited(moment, 'start', 'retryIn')
    return limit ?? (hasCodesLeft(state, state.phone) ? available : waiting('noMoreCodes'))
  },

  verify: (moment) =>
    limited(moment, 'check', 'checkIn') ?? availableIf(moment.state.step.name === 'entering'),

  /**
   * From the end of the cooldown, and at once when the code has ended. A locked code is cancelled
   * first. Never after the last code that the number may get.
   */
  newCode(moment) {
    const { state } = moment
    const { step } = state
    const cooldown = cooldownOf(moment)
    if (!hasCodesLeft(state)) {
      // The last code may still arrive. What to do otherwise is said once another would be possible.
      return screenOf(state) === 'code' && !cooldown ? waiting('lastCode') : unavailable
    }
    const wait =
      cooldown ??
      limited(moment, 'newCode', reasonFor(state, 'newCode', 'newCodeIn')) ??
      limited(moment, 'start', reasonFor(state, 'start', 'newCodeIn'))
    if (wait) return wait
    if (step.name === 'locked') return afterLock(moment, step.verification.verifyId)
    return availableIf(step.name === 'entering' || step.name === 'expired')
  },

  /** From the end of the cooldown, or at any time where the backend carries it out later. */
  cancel(moment) {
    const { state } = moment
    return (
      (state.settings.defersCancel ? undefined : cooldownOf(moment)) ??
      limited(moment, 'cancel', reasonFor(state, 'cancel', 'cancelIn')) ??
      availableIf(state.step.name === 'entering')
    )
  },

  /** After a start without an answer, and for a number that is busy. */
  retry(moment) {
    const { step } = moment.state
    const limit = limited(moment, 'start', 'retryIn')
    if (limit || step.name !== 'blocked')
      return limit ?? availableIf(step.name === 'startUncertain')
    return moment.now < step.retryAt ? waiting('retryIn', step.retryAt) : available
  },

  changeNumber: ({ state: { step } }) =>
    availableIf(step.name !== 'phone' && step.name !== 'verified'),

  resumeNumber: ({ state: { step, cancelQueue }, now }) =>
    availableIf(step.name === 'phone' && resumable(cancelQueue, now) !== undefined),
}

/** Whether an action may happen now, and if not, why and until when. */
export const availabilityOf = (moment: FlowMoment, action: UserAction): Availability =>
  table[action](moment)

/** Whether a number may get another code. Each number has its own count. */
export function hasCodesLeft(
  state: FlowState,
  phone: string | undefined = phoneOf(state),
): boolean {
  const { sentTo, settings } = state
  return sentTo.filter((each) => each === phone).length < settings.maxCodes
}

/** The service or the backend said how long to wait, or refused a cancel for good. */
const limited = (
  { state, now }: FlowMoment,
  action: LimitedAction,
  reason: WaitReason,
): Availability | undefined =>
  mustWait(state, action, now) ? waiting(reason, state.notBefore[action]) : undefined

/** A locked code is being cancelled: its number is free once that is done, or when the code ends. */
function afterLock({ state, now }: FlowMoment, verifyId: string): Availability {
  const entry = entryOf(state.cancelQueue, verifyId)
  if (!entry) return available
  const { startAgainAt } = deadlinesOf(entry.verification)
  if (now >= startAgainAt) return available
  const { sendAt, repeats } = entry.request
  // A cancel that was refused for good leaves only the end of the code to wait for.
  if (sendAt === Number.POSITIVE_INFINITY) return waiting('newCodeIn', startAgainAt)
  return sendAt > now && repeats === 0 ? waiting('newCodeIn', sendAt) : waiting('stopping')
}

/** The time after a start in which its code can be neither cancelled nor replaced. */
function cooldownOf({ state, now }: FlowMoment): Availability | undefined {
  const verification = enteredVerification(state)
  if (!verification) return undefined
  const { cancelAt } = deadlinesOf(verification)
  const reason = state.settings.defersCancel ? 'newCodeIn' : 'cooldownEndsIn'
  return now < cancelAt ? waiting(reason, cancelAt) : undefined
}

/** A cancel that was refused for good makes both actions wait for the end of the code. */
function reasonFor(state: FlowState, action: LimitedAction, otherwise: WaitReason): WaitReason {
  const verification = enteredVerification(state)
  const isForGood =
    verification && (state.notBefore[action] ?? 0) >= deadlinesOf(verification).startAgainAt
  return isForGood && hasCodesLeft(state) ? 'tooLateIn' : otherwise
}

/** The verification whose code is being entered. */
const enteredVerification = (state: FlowState) =>
  screenOf(state) === 'code' ? verificationOf(state) : undefined
