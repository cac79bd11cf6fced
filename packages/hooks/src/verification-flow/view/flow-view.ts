import type { UserAction } from '../machine/availability.ts'
import { resumable } from '../machine/cancel-queue.ts'
import {
  callInProgress,
  deadlinesOf,
  nextDelivery,
  type Deadlines,
  type ScheduledDelivery,
  type Verification,
} from '../machine/deadlines.ts'
import {
  verificationOf,
  type FlowError,
  type FlowMoment,
  type FlowNotice,
  type FlowStepName,
} from '../machine/flow-state.ts'
import { problemOf, screenOf, type FlowProblem, type FlowScreen } from '../machine/screen.ts'
import {
  actionsOn,
  busyUntil,
  cooldownUntil,
  errorPlaceOf,
  isSlow,
  mayStillRing,
  type ErrorPlace,
} from './what-shows.ts'
import { waitReasons, type Wait } from './wait-reasons.ts'

/** A flow at an instant, as an interface needs it. All instants are milliseconds since the epoch. */
export interface FlowView {
  /** Which screen to draw. */
  readonly screen: FlowScreen
  /** What the problem is, on the screen `problem`. */
  readonly problem: FlowProblem | undefined
  /** Where exactly the flow is: finer than the screen, for what is busy at the moment. */
  readonly step: FlowStepName
  /** The number in the field, or the one that the code went to. E.164. */
  readonly phone: string | undefined
  /** The digits in the code field. In memory only: do not store or log them. */
  readonly code: string
  /** The verification on screen. */
  readonly verification: Verification | undefined
  /** The proof of a verified number, where the client asks for one. In memory only: do not store or log it. */
  readonly proof: string | undefined
  /** When the code of the screen `code` can be cancelled, expires, and is delivered. */
  readonly deadlines: Deadlines | undefined
  /** Until then the code can be neither cancelled nor replaced. Undefined afterwards. */
  readonly cooldownUntil: number | undefined
  /** The next text or call for that code. */
  readonly nextDelivery: ScheduledDelivery | undefined
  /** The call that is probably ringing, or being listened to. */
  readonly callInProgress: ScheduledDelivery | undefined
  /** What went wrong last. `useFlowTexts` has a text for it. */
  readonly error: FlowError | undefined
  /** Where the error belongs. The fields' prop getters bring their own. */
  readonly errorPlace: ErrorPlace | undefined
  /** Good or neutral news about the last change. `useFlowTexts` has a text for it. */
  readonly notice: FlowNotice | undefined
  /** Wrong codes that the service still allows. Undefined where it does not say. */
  readonly attemptsLeft: number | undefined
  /** Why actions wait, each reason once, other than for the cooldown. */
  readonly waitReasons: readonly Wait[]
  /** The buttons that belong on the screen, the main one first. */
  readonly actions: readonly UserAction[]
  /** The number that the person left and can go back to. */
  readonly resumable: Verification | undefined
  /** A busy number is free by then. */
  readonly busyUntil: number | undefined
  /** Sending takes longer than people expect. */
  readonly isSlow: boolean
  /** The number is verified, and a call may still come. */
  readonly mayStillRing: boolean
  /** When this was looked at. */
  readonly now: number
}

export function viewOf(moment: FlowMoment): FlowView {
  const { state, now } = moment
  const screen = screenOf(state)
  const verification = verificationOf(state)
  const running = screen === 'code' ? verification : undefined
  return {
    screen,
    problem: problemOf(state),
    step: state.step.name,
    phone: state.phone,
    code: state.code,
    verification,
    proof: state.step.name === 'verified' ? state.step.proof : undefined,
    deadlines: running && deadlinesOf(running),
    cooldownUntil: cooldownUntil(moment),
    nextDelivery: running && nextDelivery(running, now),
    callInProgress: running && callInProgress(running, now),
    error: state.error,
    errorPlace: errorPlaceOf(state),
    notice: state.notice,
    attemptsLeft: state.attemptsLeft,
    waitReasons: waitReasons(moment),
    actions: actionsOn(moment),
    resumable: state.step.name === 'phone' ? resumable(state.cancelQueue, now) : undefined,
    busyUntil: busyUntil(moment),
    isSlow: isSlow(moment),
    mayStillRing: mayStillRing(state),
    now,
  }
}
