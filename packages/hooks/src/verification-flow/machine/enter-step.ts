import type { VerifyError } from '@phoneproof/client'
import { withoutEntry } from './cancel-queue.ts'
import { waitAfterLimit, ofAnyNumber } from './rate-limit.ts'
import type { Verification } from './deadlines.ts'
import type {
  LimitedAction,
  FlowErrorKind,
  FlowNoticeKind,
  FlowStep,
  FlowState,
} from './flow-state.ts'

// How one comes from step to step. What counts over the whole flow stays.

/** On to another step. What was said of the last one is over; what was typed stays. */
export const enterStep = (state: FlowState, step: FlowStep): FlowState => ({
  ...state,
  step,
  error: undefined,
  notice: undefined,
})

/** The same, with nothing typed. */
export const enterStepCleared = (state: FlowState, step: FlowStep): FlowState => ({
  ...enterStep(state, step),
  code: '',
  uncheckedCode: undefined,
  attemptsLeft: undefined,
})

/** To the number, or to a code: the waits of another one do not count there. */
const enterStepForAnyNumber = (
  state: FlowState,
  step: FlowStep,
  phone: string | undefined,
  notice: FlowNoticeKind | undefined,
): FlowState => ({
  ...enterStepCleared(state, step),
  ...ofAnyNumber(state),
  phone,
  notice: notice && { kind: notice },
})

export const backToPhone = (
  state: FlowState,
  phone: string | undefined,
  notice?: FlowNoticeKind,
): FlowState => enterStepForAnyNumber(state, { name: 'phone' }, phone, notice)

/** Shows a running verification: a new one, or one found again. */
export const adopt = (
  state: FlowState,
  verification: Verification,
  notice: FlowNoticeKind | undefined,
): FlowState => ({
  ...enterStepForAnyNumber(state, { name: 'entering', verification }, verification.phone, notice),
  cancelQueue: withoutEntry(state.cancelQueue, verification.verifyId),
})

export const fail = (state: FlowState, kind: FlowErrorKind, retryAt?: number): FlowState => ({
  ...state,
  error: retryAt === undefined ? { kind } : { kind, retryAt },
  notice: undefined,
})

/** After a 429: the action that got it waits, as long as the service said. */
export function failAndWait(
  state: FlowState,
  kind: FlowErrorKind,
  action: LimitedAction,
  error: VerifyError,
  at: number,
): FlowState {
  const { notBefore, unsaidWaits, retryAt } = waitAfterLimit(state, action, error.retryAt, at)
  return { ...fail(state, kind, retryAt), notBefore, unsaidWaits }
}
