import type { VerifyError } from '@phoneproof/client'
import { afterFailure, find, remove } from './abandoned.state.ts'
import { cooldownFor } from './cooldown.state.ts'
import { requestAt } from './request.state.ts'
import { fail, readoptAfterRefusal, start } from './start.machine.ts'
import { nextDelivery, timelineOf } from './timeline.state.ts'
import { isCooling, type Attempt, type Main, type VerificationState } from './verification.state.ts'

/** A refusal this long after the window opened is not about being early. */
const earlyToleranceMs = 2_000

export function requestCancel(state: VerificationState, at: number): VerificationState {
  const { main } = state
  if (main.step !== 'entering' || at < timelineOf(main.verification).cancelAt) return state
  if (isCooling(state, 'cancel', at)) return state
  if (!state.online) return fail(state, 'offline')
  const { verification } = main
  return {
    ...state,
    error: undefined,
    notice: undefined,
    main: { step: 'cancelling', verification, request: requestAt(at) },
  }
}

/** A new code is a cancel, then a start: there is no call that resends. */
export function requestNewCode(
  state: VerificationState,
  attemptId: string,
  at: number,
): VerificationState {
  const { main } = state
  if (main.step !== 'entering' && main.step !== 'expired' && main.step !== 'locked') return state
  const { verification } = main
  const { cancelAt, startAgainAt } = timelineOf(verification)
  if (main.step === 'entering' && at < cancelAt) return state
  if (isCooling(state, 'start', at)) return state
  if (state.starts >= state.settings.maxStarts) return fail(state, 'tooManyCodes')
  if (!state.online) return fail(state, 'offline')
  const attempt: Attempt = {
    attemptId,
    phone: verification.phone,
    country: state.country,
    uncertain: false,
    acceptedBefore: undefined,
  }
  if (main.step === 'expired') {
    // One that ended early by the service's word was not ended by time: nothing to cancel either.
    return start(state, attempt, 'afterExpiry', at)
  }
  if (main.step === 'locked') {
    const isCancelled = find(state.queue, verification.verifyId) === undefined
    return isCancelled || at >= startAgainAt ? start(state, attempt, 'afterCancel', at) : state
  }
  return {
    ...state,
    code: '',
    error: undefined,
    notice: undefined,
    main: {
      step: 'resendCancelling',
      verification,
      attempt,
      keptCode: state.code,
      request: requestAt(at),
    },
  }
}

/** 204, 404, or the code's end: nothing is alive under this id any more. */
export function cancelSucceeded(
  state: VerificationState,
  verifyId: string,
  at: number,
): VerificationState {
  const queue = remove(state.queue, verifyId)
  const current = queue === state.queue ? state : { ...state, queue }
  const { main } = current
  if (!isCancelling(main) || main.verification.verifyId !== verifyId) return current
  if (main.step === 'resendCancelling') {
    const isExpired = at >= timelineOf(main.verification).expiresAt
    return start(current, main.attempt, isExpired ? 'afterExpiry' : 'afterCancel', at)
  }
  return {
    ...current,
    main: { step: 'phone' },
    phone: main.verification.phone,
    code: '',
    refused: [],
    unanswered: undefined,
    wrong: 0,
    attemptsLeft: undefined,
    error: undefined,
    notice: { kind: 'cancelled' },
  }
}

/** Refused, or no answer (`error` undefined: none in time). The code still works. */
export function cancelFailed(
  state: VerificationState,
  verifyId: string,
  error: VerifyError | undefined,
  at: number,
): VerificationState {
  const { main } = state
  const isRefused = error?.kind === 'notCancellable'
  if (!isCancelling(main) || main.verification.verifyId !== verifyId) {
    return queuedCancelFailed(state, verifyId, isRefused, at)
  }
  const { verification, request } = main
  const { cancelAt, startAgainAt } = timelineOf(verification)
  const isEarly = isRefused && at < cancelAt + earlyToleranceMs
  if (isEarly && request.tries < 1) {
    return { ...state, main: { ...main, request: requestAt(at + 2_000, request.tries + 1) } }
  }
  const isResend = main.step === 'resendCancelling'
  const back: VerificationState = {
    ...state,
    code: isResend ? main.keptCode : state.code,
    main: { step: 'entering', verification },
  }
  if (error?.kind === 'rateLimited') {
    const action = isResend ? 'start' : 'cancel'
    const { cooldowns, busy, retryAt } = cooldownFor(state, action, error.retryAt, at)
    return { ...fail(back, 'rateLimited', retryAt), cooldowns, busy }
  }
  if (isRefused && !isEarly) {
    const cooldowns = { ...state.cooldowns, start: startAgainAt, cancel: startAgainAt }
    const failed = isResend
      ? fail(back, 'newCodeNotYet', startAgainAt)
      : fail(back, 'notCancellable')
    return { ...failed, cooldowns }
  }
  return fail(back, isResend ? 'newCodeFailed' : 'cancelFailed')
}

function queuedCancelFailed(
  state: VerificationState,
  verifyId: string,
  isRefused: boolean,
  at: number,
): VerificationState {
  const entry = find(state.queue, verifyId)
  if (!entry) return state
  const queue = afterFailure(state.queue, verifyId, at, isRefused)
  if (find(queue, verifyId)) return { ...state, queue }
  const readopted = readoptAfterRefusal(state, verifyId, at)
  if (readopted) return readopted
  const callComes = nextDelivery(entry.verification, at)?.channel === 'voice'
  const { phone } = entry.verification
  return callComes
    ? { ...state, queue, notice: { kind: 'mayStillCall', phone } }
    : { ...state, queue }
}

const isCancelling = (
  main: Main,
): main is Extract<Main, { step: 'cancelling' | 'resendCancelling' }> =>
  main.step === 'cancelling' || main.step === 'resendCancelling'
