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

// Step transitions. What counts over the whole flow stays.

/** On to another step. The error and the notice of the last one go; what was typed stays. */
export const enterStep = (state: FlowState, step: FlowStep): FlowState => ({
  ...state,
  step,
  error: undefined,
  notice: undefined,
})

/** The same, and what was typed goes too. */
export const enterStepCleared = (state: FlowState, step: FlowStep): FlowState => ({
  ...enterStep(state, step),
  code: '',
  uncheckedCode: undefined,
  attemptsLeft: undefined,
})

/** To the number, or to a code. Waits that belong to one verification end. */
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

/** Shows a verification: a new one, or one that was found again. */
export const adopt = (
  state: FlowState,
  verification: Verification,
  notice: FlowNoticeKind | undefined,
): FlowState => ({
  ...enterStepForAnyNumber(state, { name: 'entering', verification }, verification.phone, notice),
  cancelQueue: withoutEntry(state.cancelQueue, verification.verifyId),
  // A simulation that was reset gives its ids again.
  verifiedId: state.verifiedId === verification.verifyId ? undefined : state.verifiedId,
})

export const fail = (state: FlowState, kind: FlowErrorKind, retryAt?: number): FlowState => ({
  ...state,
  error: retryAt === undefined ? { kind } : { kind, retryAt },
  notice: undefined,
})

/** After a 429: the action that got it waits for as long as the service said. */
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
