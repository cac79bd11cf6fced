import {
  queueAfterLeaving,
  resumable,
  markSent,
  withoutEntry,
  sweep,
  timedOutEntries,
} from './cancel-queue.ts'
import { availabilityOf } from './availability.ts'
import { cancelFailed, cancelSucceeded, requestCancel, requestNewCode } from './cancel.ts'
import {
  checkAnswered,
  checkFailed,
  checkSent,
  checkTimedOut,
  expire,
  submitCode,
  verifiedBy,
} from './check.ts'
import { adopt, backToPhone, fail, enterStepCleared } from './enter-step.ts'
import {
  checkTimeoutMs,
  cancelTimeoutMs,
  hasTimedOut,
  isStale,
  startUncertainAfterMs,
} from './request-times.ts'
import {
  answered,
  becomeUncertain,
  giveUpStart,
  isWaitingForStart,
  retryStart,
  startAccepted,
  startConflict,
  startEnded,
  startFailed,
  startSent,
  submitPhone,
} from './start.ts'
import { deadlinesOf, type Verification } from './deadlines.ts'
import type { FlowAction } from './flow-action.ts'
import {
  isCancelling,
  phoneOf,
  startIsStaleAfter,
  unconfirmedGraceMs,
  verificationOf,
  type FlowState,
} from './flow-state.ts'

/** The next state. An action that means nothing in a state returns the same object. */
export function transition(state: FlowState, action: FlowAction): FlowState {
  const { at } = action
  const { step } = state
  switch (action.type) {
    case 'SUBMIT_PHONE':
      return submitPhone(state, action)
    case 'PHONE_CHANGED':
      return step.name === 'phone' && action.phone !== state.phone
        ? { ...state, phone: action.phone, error: undefined, notice: undefined }
        : state
    case 'RESUME_NUMBER': {
      const isPossible = availabilityOf({ state, now: at }, 'resumeNumber').isAvailable
      const kept = isPossible ? resumable(state.cancelQueue, at) : undefined
      return kept ? adopt(state, kept, undefined) : state
    }
    case 'CHANGE_NUMBER':
      return leave(state, at)
    case 'CODE_CHANGED':
      return step.name === 'entering' && action.code !== state.code
        ? { ...state, code: action.code, error: undefined }
        : state
    case 'CODE_REJECTED':
      return step.name === 'entering' ? fail(state, 'noCodeFound') : state
    case 'SUBMIT_CODE':
      return submitCode(state, action.code, at)
    case 'NEW_CODE':
      return requestNewCode(state, action.startId, at)
    case 'CANCEL':
      return requestCancel(state, at)
    case 'RETRY':
      return retryStart(state, action.startId, at)
    case 'RESET':
      return step.name === 'verified'
        ? { ...enterStepCleared(state, { name: 'phone' }), ...blankCounts }
        : { ...leave(state, at), phone: undefined, ...blankCounts }
    case 'START_SENT':
      return startSent(state, at)
    case 'START_OK':
      return endWhatIsOver(startAccepted(state, action.token, action.verification, at), at)
    case 'START_ENDED':
      return startEnded(state, action.token, at)
    case 'START_CONFLICT':
      return startConflict(state, action.token, at)
    case 'START_FAILED':
      return startFailed(state, action.token, action.error, at)
    case 'ADOPT':
      return action.verification.verifyId === state.verifiedId
        ? startConflict(state, action.token, at)
        : adoptIfWanted(answered(state, action.token), action.verification, at)
    case 'CHECK_SENT':
      return checkSent(state, at)
    case 'CHECK_OK':
      return checkAnswered(state, action)
    case 'CHECK_FAILED':
      return endWhatIsOver(checkFailed(state, action, at), at)
    case 'CANCEL_SENT':
      return cancelSent(state, action.verifyId, at)
    case 'CANCEL_OK':
      return cancelSucceeded(state, action.verifyId, at)
    case 'CANCEL_FAILED':
      return endWhatIsOver(cancelFailed(state, action.verifyId, action.error, at), at)
    case 'CLOCK':
      return tick(state, at)
    case 'ONLINE':
      return state.online ? state : backOnline(state, at)
    case 'OFFLINE':
      return state.online ? { ...state, online: false } : state
    case 'CONFIGURE':
      return { ...state, settings: action.settings }
    case 'TAB_STARTED':
      return adoptIfWanted(state, action.verification, at)
    case 'TAB_VERIFIED':
      return verifiedElsewhere(state, action.verification, at)
    case 'TAB_CANCELLED': {
      const cancelQueue = withoutEntry(state.cancelQueue, action.verifyId)
      const rest = cancelQueue === state.cancelQueue ? state : { ...state, cancelQueue }
      if (verificationOf(state)?.verifyId !== action.verifyId) return rest
      // A check is on its way, and may just have completed what was cancelled.
      if (step.name === 'checking' && !step.isCancelled)
        return { ...rest, step: { ...step, isCancelled: true } }
      if (step.name === 'verified' || step.name === 'checking') return rest
      return backToPhone(rest, state.phone, 'cancelledElsewhere')
    }
    case 'TAB_REPLACED': {
      if (step.name === 'verified') return state
      // A new code is a cancel and then a start. The message about the cancel may have come first.
      const isBetween =
        step.name === 'phone' &&
        state.notice?.kind === 'cancelledElsewhere' &&
        state.phone === action.verification.phone
      const own = verificationOf(state)
      const isReplaced =
        own?.verifyId === action.verifyId && own.phone === action.verification.phone
      return isBetween || isReplaced
        ? endWhatIsOver(adopt(state, action.verification, 'replacedElsewhere'), at)
        : state
    }
  }
}

/** Ignored if the person has moved to another number, or has verified this one. */
function adoptIfWanted(state: FlowState, verification: Verification, at: number): FlowState {
  const isWanted = isWaitingForStart(state.step) && state.step.start.phone === verification.phone
  return isWanted && verification.verifyId !== state.verifiedId
    ? endWhatIsOver(adopt(state, verification, 'alreadySent'), at)
    : state
}

/** An answer may come so late that its code has ended. Then it is shown as ended, not as valid. */
const endWhatIsOver = (state: FlowState, at: number): FlowState => tick(state, at)

/** Counts of the whole flow. A new code does not reset them. */
const blankCounts = { codesSent: 0, sentTo: [], failedAttempts: 0 } as const

/** Said for some seconds, unless something matters more. */
function backOnline(state: FlowState, at: number): FlowState {
  const { notice } = state
  const kind = state.error?.kind
  const error = kind === 'offline' || kind === 'checkOffline' ? undefined : state.error
  const isFree = notice === undefined || notice.kind === 'codeSent'
  const backOnlineNotice = { kind: 'backOnline', until: at + backOnlineMs } as const
  return { ...state, online: true, error, notice: isFree ? backOnlineNotice : notice }
}
const backOnlineMs = 10_000

/**
 * Another tab of this flow has verified the number. Ignored if this tab is about another number, or has
 * reported this success before.
 */
function verifiedElsewhere(state: FlowState, verification: Verification, at: number): FlowState {
  const isKnown = state.step.name === 'verified' || verification.verifyId === state.verifiedId
  if (isKnown) return state
  const isOfThisNumber = (phoneOf(state) || verification.phone) === verification.phone
  return isOfThisNumber ? verifiedBy(state, verification, at, 'other-tab') : state
}

/** Back to the number. What was running goes into the cancel queue. */
function leave(state: FlowState, at: number): FlowState {
  if (!availabilityOf({ state, now: at }, 'changeNumber').isAvailable) return state
  return {
    ...backToPhone(state, phoneOf(state)),
    cancelQueue: queueAfterLeaving(state, at, false),
  }
}

function cancelSent(state: FlowState, verifyId: string, at: number): FlowState {
  const { step } = state
  if (isCancelling(step) && step.verification.verifyId === verifyId) {
    return { ...state, step: { ...step, request: { ...step.request, sentAt: at } } }
  }
  return { ...state, cancelQueue: markSent(state.cancelQueue, verifyId, at) }
}

/** The check was never sent. The digits stay. */
const withCode = (
  state: FlowState,
  { verification }: { verification: Verification },
): FlowState => ({ ...state, step: { name: 'entering', verification } })

/** Time has passed: ends whatever is over. */
function tick(state: FlowState, at: number): FlowState {
  const cancelQueue = sweep(state.cancelQueue, at)
  const swept = cancelQueue === state.cancelQueue ? state : { ...state, cancelQueue }
  const current = timedOutEntries(cancelQueue, at).reduce(
    (each, { verification }) => cancelFailed(each, verification.verifyId, undefined, at),
    withoutOldNews(swept, at),
  )
  const { step } = current
  switch (step.name) {
    case 'starting':
      if (hasTimedOut(step.request, startUncertainAfterMs, at)) {
        return becomeUncertain(current, step, at)
      }
      return step.request.sentAt === undefined && at > startIsStaleAfter(step)
        ? giveUpStart(current, step)
        : current
    case 'checking':
      if (hasTimedOut(step.request, checkTimeoutMs, at))
        return tick(checkTimedOut(current, step), at)
      return isStale(step.request, at) ? tick(withCode(current, step), at) : current
    case 'entering': {
      const { expiresAt } = deadlinesOf(step.verification)
      const end = current.uncheckedCode === undefined ? expiresAt : expiresAt + unconfirmedGraceMs
      if (at < end) return current
      const cause = current.uncheckedCode === undefined ? 'time' : 'unconfirmed'
      return expire(current, step.verification, cause)
    }
    case 'cancelling':
    case 'resendCancelling':
      if (at >= deadlinesOf(step.verification).expiresAt) {
        return cancelSucceeded(current, step.verification.verifyId, at)
      }
      return hasTimedOut(step.request, cancelTimeoutMs, at) || isStale(step.request, at)
        ? cancelFailed(current, step.verification.verifyId, undefined, at)
        : current
    default:
      return current
  }
}

const withoutOldNews = (state: FlowState, at: number): FlowState =>
  at < (state.notice?.until ?? Number.POSITIVE_INFINITY) ? state : { ...state, notice: undefined }
