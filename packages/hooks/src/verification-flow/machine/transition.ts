import type { VerifyError } from '@phoneproof/client'
import { abandon, resumable, markSent, withoutEntry, sweep, timedOutEntries } from './cancel-queue.ts'
import { changeAvailability, resumeAvailability } from './availability.ts'
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
import {
  isCancelling,
  phoneOf,
  startIsStaleAfter,
  unconfirmedGraceMs,
  verificationOf,
  type FlowSettings,
  type FlowState,
} from './flow-state.ts'

/** Something that happened. `at` is the clock's time, in milliseconds since the epoch. */
export type FlowAction = { readonly at: number } & (
  | // What a person does.
    {
      readonly type: 'SUBMIT_PHONE'
      readonly phone: string | undefined
      readonly country?: string | undefined
      readonly startId: string
    }
  | {
      readonly type: 'PHONE_CHANGED'
      readonly phone: string | undefined
      readonly country: string | undefined
    }
  | { readonly type: 'RESUME_NUMBER' }
  | { readonly type: 'CHANGE_NUMBER' }
  | { readonly type: 'CODE_CHANGED'; readonly code: string }
  | { readonly type: 'CODE_REJECTED' }
  | {
      readonly type: 'SUBMIT_CODE'
      readonly code: string
      /** How the code got there, for analytics. */
      readonly method?: string | undefined
    }
  | { readonly type: 'NEW_CODE'; readonly startId: string }
  | { readonly type: 'CANCEL' }
  | { readonly type: 'RETRY' }
  | { readonly type: 'RESET' }
  // What the service answers. Late answers come too, and are never dropped unread.
  // A start is known by its token, the number of codesSent sent until then: a repeat has another.
  | { readonly type: 'START_SENT' }
  | { readonly type: 'START_OK'; readonly token: number; readonly verification: Verification }
  /** What was made is not alive any more. */
  | { readonly type: 'START_ENDED'; readonly token: number }
  | { readonly type: 'START_CONFLICT'; readonly token: number }
  | { readonly type: 'START_FAILED'; readonly token: number; readonly error: VerifyError }
  /** After a 409: the verification that is running was found. */
  | { readonly type: 'ADOPT'; readonly token: number; readonly verification: Verification }
  | { readonly type: 'CHECK_SENT' }
  | { readonly type: 'CHECK_OK'; readonly verification: Verification }
  | {
      readonly type: 'CHECK_FAILED'
      readonly verifyId: string
      readonly code: string
      readonly error: VerifyError
    }
  | { readonly type: 'CANCEL_SENT'; readonly verifyId: string }
  | { readonly type: 'CANCEL_OK'; readonly verifyId: string }
  | { readonly type: 'CANCEL_FAILED'; readonly verifyId: string; readonly error: VerifyError }
  // What happens by itself.
  | { readonly type: 'CLOCK' }
  | { readonly type: 'ONLINE' }
  | { readonly type: 'OFFLINE' }
  | { readonly type: 'CONFIGURE'; readonly settings: FlowSettings }
  | { readonly type: 'TAB_STARTED'; readonly verification: Verification }
  | { readonly type: 'TAB_VERIFIED'; readonly verification: Verification }
  | { readonly type: 'TAB_CANCELLED'; readonly verifyId: string }
  | {
      readonly type: 'TAB_REPLACED'
      readonly verifyId: string
      readonly verification: Verification
    }
)

/** The next state. An event that means nothing here returns the very same object. */
export function transition(state: FlowState, event: FlowAction): FlowState {
  const { at } = event
  const { step } = state
  switch (event.type) {
    case 'SUBMIT_PHONE':
      return submitPhone(state, event)
    case 'PHONE_CHANGED': {
      const { phone, country } = event
      if (step.name !== 'phone') return state
      if (phone !== state.phone)
        return { ...state, phone, country, error: undefined, notice: undefined }
      // The field finds the country of a number by itself, which is no answer to what was said of it.
      return country === state.country ? state : { ...state, country }
    }
    case 'RESUME_NUMBER': {
      const isPossible = resumeAvailability({ state, now: at }).isAvailable
      const kept = isPossible ? resumable(state.cancelQueue, at) : undefined
      return kept ? adopt(state, kept, undefined) : state
    }
    case 'CHANGE_NUMBER':
      return leave(state, at)
    case 'CODE_CHANGED':
      return step.name === 'entering' && event.code !== state.code
        ? { ...state, code: event.code, error: undefined }
        : state
    case 'CODE_REJECTED':
      return step.name === 'entering' ? fail(state, 'noCodeFound') : state
    case 'SUBMIT_CODE':
      return submitCode(state, event.code, at)
    case 'NEW_CODE':
      return requestNewCode(state, event.startId, at)
    case 'CANCEL':
      return requestCancel(state, at)
    case 'RETRY':
      return retryStart(state, at)
    case 'RESET':
      return step.name === 'verified'
        ? { ...enterStepCleared(state, { name: 'phone' }), ...blankCounts }
        : { ...leave(state, at), phone: undefined, country: undefined, ...blankCounts }
    case 'START_SENT':
      return startSent(state, at)
    case 'START_OK':
      return startAccepted(state, event.token, event.verification, at)
    case 'START_ENDED':
      return startEnded(state, event.token, at)
    case 'START_CONFLICT':
      return startConflict(state, event.token, at)
    case 'START_FAILED':
      return startFailed(state, event.token, event.error, at)
    case 'ADOPT':
      return adoptIfWanted(answered(state, event.token), event.verification)
    case 'CHECK_SENT':
      return checkSent(state, at)
    case 'CHECK_OK':
      return checkAnswered(state, event.verification, at)
    case 'CHECK_FAILED':
      return checkFailed(state, event, at)
    case 'CANCEL_SENT':
      return cancelSent(state, event.verifyId, at)
    case 'CANCEL_OK':
      return cancelSucceeded(state, event.verifyId, at)
    case 'CANCEL_FAILED':
      return cancelFailed(state, event.verifyId, event.error, at)
    case 'CLOCK':
      return tick(state, at)
    case 'ONLINE':
      return state.online ? state : backOnline(state, at)
    case 'OFFLINE':
      return state.online ? { ...state, online: false } : state
    case 'CONFIGURE':
      return { ...state, settings: event.settings }
    case 'TAB_STARTED':
      return adoptIfWanted(state, event.verification)
    case 'TAB_VERIFIED':
      return verifiedElsewhere(state, event.verification, at)
    case 'TAB_CANCELLED': {
      const cancelQueue = withoutEntry(state.cancelQueue, event.verifyId)
      const rest = cancelQueue === state.cancelQueue ? state : { ...state, cancelQueue }
      if (verificationOf(state)?.verifyId !== event.verifyId) return rest
      // A check on its way knows better: what was cancelled may be what it has just completed.
      if (step.name === 'checking' && !step.isCancelled)
        return { ...rest, step: { ...step, isCancelled: true } }
      if (step.name === 'verified' || step.name === 'checking') return rest
      return backToPhone(rest, state.phone, 'cancelledElsewhere')
    }
    case 'TAB_REPLACED': {
      if (step.name === 'verified') return state
      // A new code is a cancel, then a start: here the cancel may have been heard of first.
      const isBetween =
        step.name === 'phone' &&
        state.notice?.kind === 'cancelledElsewhere' &&
        state.phone === event.verification.phone
      const own = verificationOf(state)
      const isReplaced = own?.verifyId === event.verifyId && own.phone === event.verification.phone
      return isBetween || isReplaced ? adopt(state, event.verification, 'replacedElsewhere') : state
    }
  }
}

/** Unless the person does not wait for this number any more. */
const adoptIfWanted = (state: FlowState, verification: Verification): FlowState =>
  isWaitingForStart(state.step) && state.step.start.phone === verification.phone
    ? adopt(state, verification, 'alreadySent')
    : state

/** These count over all codes of a flow: a new code gives no new attempts. */
const blankCounts = { codesSent: 0, sentTo: [], failedAttempts: 0 } as const

/** News for some seconds, unless there is something that matters more. */
function backOnline(state: FlowState, at: number): FlowState {
  const { notice } = state
  const kind = state.error?.kind
  const error = kind === 'offline' || kind === 'checkOffline' ? undefined : state.error
  const isFree = notice === undefined || notice.kind === 'codeSent'
  const news = { kind: 'backOnline', until: at + newsMs } as const
  return { ...state, online: true, error, notice: isFree ? news : notice }
}
const newsMs = 10_000

/** Of this flow, so it is over here too; unless it is about another number here. */
function verifiedElsewhere(
  state: FlowState,
  verification: Verification,
  at: number,
): FlowState {
  const { step } = state
  if (step.name === 'verified') return state
  const own = verificationOf(state)
  if ((phoneOf(state) || verification.phone) !== verification.phone) return state
  const { name } = step
  const isLeft =
    own && own.verifyId !== verification.verifyId && name !== 'expired' && name !== 'locked'
  const cancelQueue = isLeft ? abandon(state, own, at, true) : state.cancelQueue
  const rest = { ...state, cancelQueue: withoutEntry(cancelQueue, verification.verifyId) }
  return verifiedBy(rest, verification, at, 'other-tab')
}

/** Back to the number. What was running is not forgotten: it is cancelled before it rings. */
function leave(state: FlowState, at: number): FlowState {
  const { step } = state
  if (!changeAvailability({ state, now: at }).isAvailable) return state
  const left = backToPhone(state, phoneOf(state))
  // Nothing lives of a code that has ended, and a locked one is on its way out.
  if (!('verification' in step) || step.name === 'expired' || step.name === 'locked') return left
  const { verification } = step
  const cancelQueue = abandon(state, verification, at, false)
  const sentAt = isCancelling(step) ? step.request.sentAt : undefined
  return {
    ...left,
    cancelQueue: sentAt === undefined ? cancelQueue : markSent(cancelQueue, verification.verifyId, sentAt),
  }
}

function cancelSent(state: FlowState, verifyId: string, at: number): FlowState {
  const { step } = state
  if (isCancelling(step) && step.verification.verifyId === verifyId) {
    return { ...state, step: { ...step, request: { ...step.request, sentAt: at } } }
  }
  return { ...state, cancelQueue: markSent(state.cancelQueue, verifyId, at) }
}

/** Nothing was sent; the digits are where they were. */
const withCode = (
  state: FlowState,
  { verification }: { verification: Verification },
): FlowState => ({ ...state, step: { name: 'entering', verification } })

/** A boundary has passed: whatever is over ends here. */
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
      if (hasTimedOut(step.request, checkTimeoutMs, at)) return checkTimedOut(current, step)
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
      return hasTimedOut(step.request, cancelTimeoutMs, at)
        ? cancelFailed(current, step.verification.verifyId, undefined, at)
        : current
    default:
      return current
  }
}

const withoutOldNews = (state: FlowState, at: number): FlowState =>
  at < (state.notice?.until ?? Number.POSITIVE_INFINITY) ? state : { ...state, notice: undefined }
