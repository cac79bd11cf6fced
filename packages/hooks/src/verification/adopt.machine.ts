import { remove } from './abandoned.state.ts'
import { ofAnyNumber } from './cooldown.state.ts'
import type { Verification } from './timeline.state.ts'
import type { FlowErrorKind, FlowNoticeKind, VerificationState } from './verification.state.ts'

/** Shows a running verification: a new one, or one found again. */
export const adopt = (
  state: VerificationState,
  verification: Verification,
  notice: FlowNoticeKind | undefined,
): VerificationState => ({
  ...state,
  ...ofAnyNumber(state),
  main: { step: 'entering', verification },
  phone: verification.phone,
  code: '',
  unanswered: undefined,
  attemptsLeft: undefined,
  error: undefined,
  notice: notice && { kind: notice },
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
