import type { VerifyError } from '@phoneproof/client'
import { afterFailure, find, remove } from './abandoned.state.ts'
import { cancelAvailability, newCodeAvailability } from './availability.state.ts'
import { expire } from './check.machine.ts'
import { asksToWait } from './cooldown.state.ts'
import { backToPhone, fail, failAndWait, goTo } from './moves.machine.ts'
import { requestAt, staleAfterMs } from './request.state.ts'
import { newAttempt, readoptAfterFailure, start, startAfter } from './start.machine.ts'
import { nextDelivery, timelineOf } from './timeline.state.ts'
import { isCancelling, type VerificationState } from './verification.state.ts'

/** A refusal this long after the window opened is not about being early. */
const earlyToleranceMs = 2_000

export function requestCancel(state: VerificationState, at: number): VerificationState {
  const { main } = state
  if (main.step !== 'entering' || !cancelAvailability({ state, now: at }).isAvailable) return state
  if (!state.online) return fail(state, 'offline')
  const { verification } = main
  return goTo(state, { step: 'cancelling', verification, request: requestAt(at) })
}

/** A new code is a cancel, then a start: there is no call that resends. */
export function requestNewCode(
  state: VerificationState,
  attemptId: string,
  at: number,
): VerificationState {
  const { main } = state
  if (main.step !== 'entering' && main.step !== 'expired' && main.step !== 'locked') return state
  if (!newCodeAvailability({ state, now: at }).isAvailable) return state
  const { verification } = main
  const { expiresAt } = timelineOf(verification)
  if (!state.online) return fail(state, 'offline')
  const { phone, latestStart } = verification
  const attempt = newAttempt(attemptId, phone, state.country, at)
  if (main.step === 'expired') {
    // One that ended early by the service's word was not ended by time: nothing to cancel either.
    // If its end was guessed too early, it is the one that is in the way, until its real end.
    const next = { ...attempt, acceptedBefore: latestStart }
    return startAfter(expiresAt, state, next, 'afterExpiry', at)
  }
  if (main.step === 'locked') return start(state, attempt, 'afterCancel', at)
  const request = requestAt(at)
  const keptCode = state.code
  const cancelling = { step: 'resendCancelling' as const, verification, attempt, keptCode, request }
  return { ...goTo(state, cancelling), code: '' }
}

/** 204, 202, 404, or the code's end: nothing is alive under this id any more. */
export function cancelSucceeded(
  state: VerificationState,
  verifyId: string,
  at: number,
): VerificationState {
  const { main, queue } = state
  const entry = find(queue, verifyId)
  const isMain = 'verification' in main && main.verification.verifyId === verifyId
  const verification = isMain ? main.verification : entry?.verification
  if (!verification) return state
  // A deferred cancel comes into force when the service allows it.
  const { phone } = verification
  const freed = { phone, at: Math.max(at, timelineOf(verification).cancelAt) }
  const current = { ...state, freed, queue: remove(queue, verifyId) }
  if (!isMain) return current
  switch (main.step) {
    case 'entering':
      // It was believed to have failed, and its answer came late: the code is dead after all,
      // unless a check without an answer was what ended it.
      return state.unanswered === undefined
        ? backToPhone(current, phone, 'cancelled')
        : expire(current, verification, 'unconfirmed')
    case 'cancelling':
      return backToPhone(current, phone, 'cancelled')
    case 'checking':
      return { ...current, main: { ...main, isDead: true } }
    case 'resendCancelling': {
      const isExpired = at >= timelineOf(verification).expiresAt
      if (at <= main.attempt.pressedAt + staleAfterMs) {
        return start(current, main.attempt, isExpired ? 'afterExpiry' : 'afterCancel', at)
      }
      return isExpired
        ? expire(current, verification, 'time')
        : fail(backToPhone(current, phone), 'oldCodeStopped')
    }
    default:
      return current
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
    return queuedCancelFailed(state, verifyId, error, at)
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
  if (error && asksToWait(error)) {
    const kind = isResend && error.kind === 'limitReached' ? 'limitReached' : 'rateLimited'
    return failAndWait(back, kind, isResend ? 'newCode' : 'cancel', error, at)
  }
  if (isRefused && !isEarly) {
    const cooldowns = { ...state.cooldowns, newCode: startAgainAt, cancel: startAgainAt }
    return { ...fail(back, isResend ? 'newCodeNotYet' : 'notCancellable', startAgainAt), cooldowns }
  }
  return fail(back, isResend ? 'newCodeFailed' : 'cancelFailed')
}

function queuedCancelFailed(
  state: VerificationState,
  verifyId: string,
  error: VerifyError | undefined,
  at: number,
): VerificationState {
  const entry = find(state.queue, verifyId)
  if (!entry) return state
  const failed = {
    ...state,
    queue: afterFailure(state.queue, verifyId, at, error),
  }
  const readopted = readoptAfterFailure(failed, verifyId, at)
  if (readopted) return readopted
  if (Number.isFinite(find(failed.queue, verifyId)?.request.sendAt)) return failed
  const callComes = nextDelivery(entry.verification, at)?.channel === 'voice'
  const { phone } = entry.verification
  return callComes ? { ...failed, notice: { kind: 'mayStillCall', phone } } : failed
}
