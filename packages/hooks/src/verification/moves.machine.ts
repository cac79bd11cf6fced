import type { VerifyError } from '@phoneproof/client'
import { remove } from './abandoned.state.ts'
import { cooldownFor, ofAnyNumber } from './cooldown.state.ts'
import type { Verification } from './timeline.state.ts'
import type {
  Action,
  FlowErrorKind,
  FlowNoticeKind,
  Main,
  VerificationState,
} from './verification.state.ts'

// How one comes from step to step. What counts over the whole flow stays.

/** On to another step. What was said of the last one is over; what was typed stays. */
export const goTo = (state: VerificationState, main: Main): VerificationState => ({
  ...state,
  main,
  error: undefined,
  notice: undefined,
})

/** The same, with nothing typed. */
export const goBlank = (state: VerificationState, main: Main): VerificationState => ({
  ...goTo(state, main),
  code: '',
  unanswered: undefined,
  attemptsLeft: undefined,
})

/** To the number, or to a code: the waits of another one do not count there. */
const goAnew = (
  state: VerificationState,
  main: Main,
  phone: string | undefined,
  notice: FlowNoticeKind | undefined,
): VerificationState => ({
  ...goBlank(state, main),
  ...ofAnyNumber(state),
  phone,
  notice: notice && { kind: notice },
})

export const backToPhone = (
  state: VerificationState,
  phone: string | undefined,
  notice?: FlowNoticeKind,
): VerificationState => goAnew(state, { step: 'phone' }, phone, notice)

/** Shows a running verification: a new one, or one found again. */
export const adopt = (
  state: VerificationState,
  verification: Verification,
  notice: FlowNoticeKind | undefined,
): VerificationState => ({
  ...goAnew(state, { step: 'entering', verification }, verification.phone, notice),
  queue: remove(state.queue, verification.verifyId),
})

export const fail = (
  state: VerificationState,
  kind: FlowErrorKind,
  retryAt?: number,
): VerificationState => ({
  ...state,
  error: retryAt === undefined ? { kind } : { kind, retryAt },
  notice: undefined,
})

/** After a 429: the action that got it waits, as long as the service said. */
export function failAndWait(
  state: VerificationState,
  kind: FlowErrorKind,
  action: Action,
  error: VerifyError,
  at: number,
): VerificationState {
  const { cooldowns, busy, retryAt } = cooldownFor(state, action, error.retryAt, at)
  return { ...fail(state, kind, retryAt), cooldowns, busy }
}
