import type { VerifyError } from '@phoneproof/client'
import {
  afterFailure,
  cancelNow,
  entryOf,
  queueAfterLeaving,
  withoutEntry,
} from './cancel-queue.ts'
import { availabilityOf } from './availability.ts'
import { expire } from './check.ts'
import { asksToWait } from './rate-limit.ts'
import { backToPhone, fail, failAndWait, enterStep } from './enter-step.ts'
import { requestAt, staleAfterMs } from './request-times.ts'
import {
  behindMs,
  enterStarting,
  enterStartingAfter,
  newStart,
  readoptAfterFailure,
} from './start.ts'
import { deadlinesOf, isCall, nextDelivery } from './deadlines.ts'
import { isCancelling, type FlowState } from './flow-state.ts'

/** A refusal this many milliseconds after the cooldown is not about being early. */
const earlyToleranceMs = 2_000

export function requestCancel(state: FlowState, at: number): FlowState {
  const { step } = state
  if (step.name !== 'entering' || !availabilityOf({ state, now: at }, 'cancel').isAvailable)
    return state
  const { verification } = step
  // Only an unanswered check keeps the code on screen: there is nothing to cancel.
  if (at >= deadlinesOf(verification).expiresAt) {
    return cancelSucceeded(state, verification.verifyId, at)
  }
  if (!state.online) return fail(state, 'offline')
  return enterStep(state, { name: 'cancelling', verification, request: requestAt(at) })
}

/** A new code is a cancel, then a start: there is no call that resends. */
export function requestNewCode(state: FlowState, startId: string, at: number): FlowState {
  const { step } = state
  if (step.name !== 'entering' && step.name !== 'expired' && step.name !== 'locked') return state
  if (!availabilityOf({ state, now: at }, 'newCode').isAvailable) return state
  const { verification } = step
  const { cancelAt, expiresAt, startAgainAt } = deadlinesOf(verification)
  if (!state.online) return fail(state, 'offline')
  const { phone, latestStart } = verification
  const start = newStart(state, startId, phone, at)
  if (step.name === 'expired' || (step.name === 'entering' && at >= expiresAt)) {
    const next = { ...start, acceptedBefore: latestStart }
    // After an unanswered start we take the code for expired long before the service may. Until then it
    // blocks the number and is called out, so the start waits for its cancel.
    const queue = queueAfterLeaving(state, at, true)
    const mayLive = queue !== state.cancelQueue && at + behindMs < startAgainAt
    if (mayLive && at >= cancelAt) {
      const cancelQueue = cancelNow(queue, verification.verifyId, at)
      return enterStarting({ ...state, cancelQueue }, next, 'afterExpiry', at)
    }
    return enterStartingAfter(expiresAt, state, next, 'afterExpiry', at)
  }
  if (step.name === 'locked') return enterStarting(state, start, 'afterCancel', at)
  const request = requestAt(at)
  const codeBefore = state.code
  const cancelling = { name: 'resendCancelling' as const, verification, start, codeBefore, request }
  return { ...enterStep(state, cancelling), code: '' }
}

/** 204, 202, 404, or the code has expired: nothing is alive under this id. */
export function cancelSucceeded(state: FlowState, verifyId: string, at: number): FlowState {
  const { step, cancelQueue } = state
  const entry = entryOf(cancelQueue, verifyId)
  const isMain = 'verification' in step && step.verification.verifyId === verifyId
  const verification = isMain ? step.verification : entry?.verification
  if (!verification) return state
  // A deferred cancel takes effect when the service allows it.
  const { phone } = verification
  const freed = { phone, at: Math.max(at, deadlinesOf(verification).cancelAt) }
  const current = { ...state, freed, cancelQueue: withoutEntry(cancelQueue, verifyId) }
  if (!isMain) return current
  switch (step.name) {
    case 'entering':
      // The answer came late, after the cancel had been given up: the code is dead after all. If a
      // check is unanswered, that may be what ended it.
      return state.uncheckedCode === undefined
        ? backToPhone(current, phone, 'cancelled')
        : expire(current, verification, 'unconfirmed')
    case 'cancelling':
      return backToPhone(current, phone, 'cancelled')
    case 'checking':
      return { ...current, step: { ...step, isCancelled: true } }
    case 'resendCancelling': {
      const isExpired = at >= deadlinesOf(verification).expiresAt
      if (at <= step.start.pressedAt + staleAfterMs) {
        return enterStarting(current, step.start, isExpired ? 'afterExpiry' : 'afterCancel', at)
      }
      return isExpired
        ? expire(current, verification, 'time')
        : fail(backToPhone(current, phone), 'oldCodeStopped')
    }
    default:
      return current
  }
}

/** Refused, or no answer in time (`error` undefined). The code still works. */
export function cancelFailed(
  state: FlowState,
  verifyId: string,
  error: VerifyError | undefined,
  at: number,
): FlowState {
  const { step } = state
  const isRefused = error?.kind === 'notCancellable'
  if (!isCancelling(step) || step.verification.verifyId !== verifyId) {
    return queuedCancelFailed(state, verifyId, error, at)
  }
  const { verification, request } = step
  const { cancelAt, startAgainAt } = deadlinesOf(verification)
  const isEarly = isRefused && at < cancelAt + earlyToleranceMs
  if (isEarly && request.repeats < 1) {
    return { ...state, step: { ...step, request: requestAt(at + 2_000, request.repeats + 1) } }
  }
  const isResend = step.name === 'resendCancelling'
  const back: FlowState = {
    ...state,
    code: isResend ? step.codeBefore : state.code,
    step: { name: 'entering', verification },
  }
  if (error && asksToWait(error)) {
    const kind = isResend && error.kind === 'limitReached' ? 'limitReached' : 'rateLimited'
    return failAndWait(back, kind, isResend ? 'newCode' : 'cancel', error, at)
  }
  if (isRefused && !isEarly) {
    const notBefore = { ...state.notBefore, newCode: startAgainAt, cancel: startAgainAt }
    return { ...fail(back, isResend ? 'newCodeNotYet' : 'notCancellable', startAgainAt), notBefore }
  }
  return fail(back, isResend ? 'newCodeFailed' : 'cancelFailed')
}

function queuedCancelFailed(
  state: FlowState,
  verifyId: string,
  error: VerifyError | undefined,
  at: number,
): FlowState {
  const entry = entryOf(state.cancelQueue, verifyId)
  if (!entry) return state
  const failed = {
    ...state,
    cancelQueue: afterFailure(state.cancelQueue, verifyId, at, error),
  }
  const readopted = readoptAfterFailure(failed, verifyId, at)
  if (readopted) return readopted
  if (Number.isFinite(entryOf(failed.cancelQueue, verifyId)?.request.sendAt)) return failed
  const next = nextDelivery(entry.verification, at)
  const callComes = next !== undefined && isCall(next)
  const { phone } = entry.verification
  return callComes ? { ...failed, notice: { kind: 'mayStillCall', phone } } : failed
}
