import type { VerifyError } from '@phoneproof/client'
import { abandon, keepable, markSent, remove, sweep, timedOutEntries } from './abandoned.state.ts'
import { changeAvailability, keepAvailability } from './availability.state.ts'
import { cancelFailed, cancelSucceeded, requestCancel, requestNewCode } from './cancel.machine.ts'
import {
  checkAnswered,
  checkFailed,
  checkSent,
  checkTimedOut,
  expire,
  submitCode,
  verifiedBy,
} from './check.machine.ts'
import { adopt, backToPhone, fail, goBlank } from './moves.machine.ts'
import {
  checkTimeoutMs,
  cancelTimeoutMs,
  hasTimedOut,
  isStale,
  startUncertainAfterMs,
} from './request.state.ts'
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
} from './start.machine.ts'
import { timelineOf, type Verification } from './timeline.state.ts'
import {
  isCancelling,
  phoneOf,
  startIsStaleAfter,
  unconfirmedGraceMs,
  verificationOf,
  type FlowSettings,
  type VerificationState,
} from './verification.state.ts'

/** Something that happened. `at` is the clock's time, in milliseconds since the epoch. */
export type VerificationEvent = { readonly at: number } & (
  | // What a person does.
    {
      readonly type: 'SUBMIT_PHONE'
      readonly phone: string | undefined
      readonly country?: string | undefined
      readonly attemptId: string
    }
  | {
      readonly type: 'PHONE_CHANGED'
      readonly phone: string | undefined
      readonly country: string | undefined
    }
  | { readonly type: 'KEEP_NUMBER' }
  | { readonly type: 'CHANGE_NUMBER' }
  | { readonly type: 'CODE_CHANGED'; readonly code: string }
  | { readonly type: 'CODE_REJECTED' }
  | {
      readonly type: 'SUBMIT_CODE'
      readonly code: string
      /** How the code got there, for analytics. */
      readonly method?: string | undefined
    }
  | { readonly type: 'NEW_CODE'; readonly attemptId: string }
  | { readonly type: 'CANCEL' }
  | { readonly type: 'RETRY' }
  | { readonly type: 'RESET' }
  // What the service answers. Late answers come too, and are never dropped unread.
  // A start is known by its token, the number of starts sent until then: a repeat has another.
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
export function transition(state: VerificationState, event: VerificationEvent): VerificationState {
  const { at } = event
  const { main } = state
  switch (event.type) {
    case 'SUBMIT_PHONE':
      return submitPhone(state, event)
    case 'PHONE_CHANGED': {
      const { phone, country } = event
      if (main.step !== 'phone') return state
      if (phone !== state.phone)
        return { ...state, phone, country, error: undefined, notice: undefined }
      // The field finds the country of a number by itself, which is no answer to what was said of it.
      return country === state.country ? state : { ...state, country }
    }
    case 'KEEP_NUMBER': {
      const isPossible = keepAvailability({ state, now: at }).isAvailable
      const kept = isPossible ? keepable(state.queue, at) : undefined
      return kept ? adopt(state, kept, undefined) : state
    }
    case 'CHANGE_NUMBER':
      return leave(state, at)
    case 'CODE_CHANGED':
      return main.step === 'entering' && event.code !== state.code
        ? { ...state, code: event.code, error: undefined }
        : state
    case 'CODE_REJECTED':
      return main.step === 'entering' ? fail(state, 'noCodeFound') : state
    case 'SUBMIT_CODE':
      return submitCode(state, event.code, at)
    case 'NEW_CODE':
      return requestNewCode(state, event.attemptId, at)
    case 'CANCEL':
      return requestCancel(state, at)
    case 'RETRY':
      return retryStart(state, at)
    case 'RESET':
      return main.step === 'verified'
        ? { ...goBlank(state, { step: 'phone' }), ...blankCounts }
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
      const queue = remove(state.queue, event.verifyId)
      const rest = queue === state.queue ? state : { ...state, queue }
      if (verificationOf(state)?.verifyId !== event.verifyId) return rest
      // A check on its way knows better: what was cancelled may be what it has just completed.
      if (main.step === 'checking' && !main.isDead)
        return { ...rest, main: { ...main, isDead: true } }
      if (main.step === 'verified' || main.step === 'checking') return rest
      return backToPhone(rest, state.phone, 'cancelledElsewhere')
    }
    case 'TAB_REPLACED': {
      if (main.step === 'verified') return state
      // A new code is a cancel, then a start: here the cancel may have been heard of first.
      const isBetween =
        main.step === 'phone' &&
        state.notice?.kind === 'cancelledElsewhere' &&
        state.phone === event.verification.phone
      const own = verificationOf(state)
      const isReplaced = own?.verifyId === event.verifyId && own.phone === event.verification.phone
      return isBetween || isReplaced ? adopt(state, event.verification, 'replacedElsewhere') : state
    }
  }
}

/** Unless the person does not wait for this number any more. */
const adoptIfWanted = (state: VerificationState, verification: Verification): VerificationState =>
  isWaitingForStart(state.main) && state.main.attempt.phone === verification.phone
    ? adopt(state, verification, 'alreadySent')
    : state

/** These count over all codes of a flow: a new code gives no new tries. */
const blankCounts = { starts: 0, sentTo: [], wrong: 0 } as const

/** News for some seconds, unless there is something that matters more. */
function backOnline(state: VerificationState, at: number): VerificationState {
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
  state: VerificationState,
  verification: Verification,
  at: number,
): VerificationState {
  const { main } = state
  if (main.step === 'verified') return state
  const own = verificationOf(state)
  if ((phoneOf(state) || verification.phone) !== verification.phone) return state
  const { step } = main
  const isLeft =
    own && own.verifyId !== verification.verifyId && step !== 'expired' && step !== 'locked'
  const queue = isLeft ? abandon(state, own, at, true) : state.queue
  const rest = { ...state, queue: remove(queue, verification.verifyId) }
  return verifiedBy(rest, verification, at, 'other-tab')
}

/** Back to the number. What was running is not forgotten: it is cancelled before it rings. */
function leave(state: VerificationState, at: number): VerificationState {
  const { main } = state
  if (!changeAvailability({ state, now: at }).isAvailable) return state
  const left = backToPhone(state, phoneOf(state))
  // Nothing lives of a code that has ended, and a locked one is on its way out.
  if (!('verification' in main) || main.step === 'expired' || main.step === 'locked') return left
  const { verification } = main
  const queue = abandon(state, verification, at, false)
  const sentAt = isCancelling(main) ? main.request.sentAt : undefined
  return {
    ...left,
    queue: sentAt === undefined ? queue : markSent(queue, verification.verifyId, sentAt),
  }
}

function cancelSent(state: VerificationState, verifyId: string, at: number): VerificationState {
  const { main } = state
  if (isCancelling(main) && main.verification.verifyId === verifyId) {
    return { ...state, main: { ...main, request: { ...main.request, sentAt: at } } }
  }
  return { ...state, queue: markSent(state.queue, verifyId, at) }
}

/** Nothing was sent; the digits are where they were. */
const withCode = (
  state: VerificationState,
  { verification }: { verification: Verification },
): VerificationState => ({ ...state, main: { step: 'entering', verification } })

/** A boundary has passed: whatever is over ends here. */
function tick(state: VerificationState, at: number): VerificationState {
  const queue = sweep(state.queue, at)
  const swept = queue === state.queue ? state : { ...state, queue }
  const current = timedOutEntries(queue, at).reduce(
    (each, { verification }) => cancelFailed(each, verification.verifyId, undefined, at),
    withoutOldNews(swept, at),
  )
  const { main } = current
  switch (main.step) {
    case 'starting':
      if (hasTimedOut(main.request, startUncertainAfterMs, at)) {
        return becomeUncertain(current, main, at)
      }
      return main.request.sentAt === undefined && at > startIsStaleAfter(main)
        ? giveUpStart(current, main)
        : current
    case 'checking':
      if (hasTimedOut(main.request, checkTimeoutMs, at)) return checkTimedOut(current, main)
      return isStale(main.request, at) ? tick(withCode(current, main), at) : current
    case 'entering': {
      const { expiresAt } = timelineOf(main.verification)
      const end = current.unanswered === undefined ? expiresAt : expiresAt + unconfirmedGraceMs
      if (at < end) return current
      const cause = current.unanswered === undefined ? 'time' : 'unconfirmed'
      return expire(current, main.verification, cause)
    }
    case 'cancelling':
    case 'resendCancelling':
      if (at >= timelineOf(main.verification).expiresAt) {
        return cancelSucceeded(current, main.verification.verifyId, at)
      }
      return hasTimedOut(main.request, cancelTimeoutMs, at)
        ? cancelFailed(current, main.verification.verifyId, undefined, at)
        : current
    default:
      return current
  }
}

const withoutOldNews = (state: VerificationState, at: number): VerificationState =>
  at < (state.notice?.until ?? Number.POSITIVE_INFINITY) ? state : { ...state, notice: undefined }
