import type { VerifyError } from '@phoneproof/client'
import { abandon, keepable, markSent, remove, sweep } from './abandoned.state.ts'
import { cancelFailed, cancelSucceeded, requestCancel, requestNewCode } from './cancel.machine.ts'
import { checkAnswered, checkFailed, checkTimedOut, submitCode } from './check.machine.ts'
import {
  checkTimeoutMs,
  cancelTimeoutMs,
  hasTimedOut,
  startUncertainAfterMs,
} from './request.state.ts'
import {
  adopt,
  becomeUncertain,
  retryStart,
  startAccepted,
  startConflict,
  startFailed,
  startSent,
  submitPhone,
} from './start.machine.ts'
import { timelineOf, type Verification } from './timeline.state.ts'
import {
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
  | { readonly type: 'START_SENT'; readonly attemptId: string }
  | {
      readonly type: 'START_OK'
      readonly attemptId: string
      readonly verification: Verification
    }
  | { readonly type: 'START_CONFLICT'; readonly attemptId: string }
  | { readonly type: 'START_FAILED'; readonly attemptId: string; readonly error: VerifyError }
  | { readonly type: 'ADOPT'; readonly attemptId: string; readonly verification: Verification }
  | { readonly type: 'CHECK_SENT' }
  | { readonly type: 'CHECK_OK'; readonly verifyId: string }
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
      if (main.step !== 'phone' || (phone === state.phone && country === state.country))
        return state
      return { ...state, phone, country, error: undefined, notice: undefined }
    }
    case 'KEEP_NUMBER': {
      const kept = main.step === 'phone' ? keepable(state.queue, at) : undefined
      return kept ? adopt(state, kept, undefined) : state
    }
    case 'CHANGE_NUMBER':
      return leave(state, at)
    case 'CODE_CHANGED':
      return main.step === 'entering' && event.code !== state.code
        ? { ...state, code: event.code, error: undefined }
        : state
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
        ? { ...state, main: { step: 'phone' }, ...blankCode, starts: 0, notice: undefined }
        : { ...leave(state, at), phone: undefined, country: undefined, starts: 0 }
    case 'START_SENT':
      return startSent(state, event.attemptId, at)
    case 'START_OK':
      return startAccepted(state, event.attemptId, event.verification, at)
    case 'START_CONFLICT':
      return startConflict(state, event.attemptId, at)
    case 'START_FAILED':
      return startFailed(state, event.attemptId, event.error, at)
    case 'ADOPT':
      return 'attempt' in main && main.attempt.attemptId === event.attemptId
        ? adopt(withoutInFlight(state, event.attemptId), event.verification, 'alreadySent')
        : withoutInFlight(state, event.attemptId)
    case 'CHECK_SENT':
      return main.step === 'checking' ? { ...state, main: sent(main, at) } : state
    case 'CHECK_OK':
      return checkAnswered(state, event.verifyId, at)
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
      return state.online
        ? state
        : { ...state, online: true, error: unlessOffline(state), notice: { kind: 'backOnline' } }
    case 'OFFLINE':
      return state.online ? { ...state, online: false } : state
    case 'CONFIGURE':
      return { ...state, settings: event.settings }
    case 'TAB_VERIFIED': {
      if (main.step === 'verified') return state
      const { verification } = event
      const queue = remove(state.queue, verification.verifyId)
      const verified = { step: 'verified', verification, at, source: 'other-tab' } as const
      return { ...state, ...blankCode, phone: verification.phone, queue, main: verified }
    }
    case 'TAB_CANCELLED': {
      if (verificationOf(state)?.verifyId !== event.verifyId || main.step === 'verified')
        return state
      return {
        ...state,
        ...blankCode,
        main: { step: 'phone' },
        notice: { kind: 'cancelledElsewhere' },
      }
    }
    case 'TAB_REPLACED': {
      if (verificationOf(state)?.verifyId !== event.verifyId || main.step === 'verified')
        return state
      return adopt(state, event.verification, 'replacedElsewhere')
    }
  }
}

const blankCode = {
  code: '',
  refused: [],
  unanswered: undefined,
  error: undefined,
  attemptsLeft: undefined,
  wrong: 0,
} as const

const unlessOffline = ({ error }: VerificationState): VerificationState['error'] =>
  error?.kind === 'offline' ? undefined : error

const withoutInFlight = (state: VerificationState, attemptId: string): VerificationState => ({
  ...state,
  inFlight: state.inFlight.filter((attempt) => attempt.attemptId !== attemptId),
})

const sent = <M extends { request: { sentAt: number | undefined } }>(main: M, at: number): M => ({
  ...main,
  request: { ...main.request, sentAt: at },
})

/** Back to the number. What was running is not forgotten: it is cancelled before it rings. */
function leave(state: VerificationState, at: number): VerificationState {
  const { main } = state
  if (main.step === 'phone' || main.step === 'verified') return state
  const left = { ...state, ...blankCode, notice: undefined, main: { step: 'phone' } } as const
  if (!('verification' in main)) return left
  const { verification } = main
  const queue = abandon(state.queue, verification, at, false)
  const sentAt =
    main.step === 'cancelling' || main.step === 'resendCancelling' ? main.request.sentAt : undefined
  return {
    ...left,
    phone: verification.phone,
    queue: sentAt === undefined ? queue : markSent(queue, verification.verifyId, sentAt),
  }
}

function cancelSent(state: VerificationState, verifyId: string, at: number): VerificationState {
  const { main } = state
  const isMain = main.step === 'cancelling' || main.step === 'resendCancelling'
  if (isMain && main.verification.verifyId === verifyId) return { ...state, main: sent(main, at) }
  return { ...state, queue: markSent(state.queue, verifyId, at) }
}

/** A boundary has passed: whatever is over ends here. */
function tick(state: VerificationState, at: number): VerificationState {
  const queue = sweep(state.queue, at)
  const swept = queue.length === state.queue.length && queue.every((e, i) => e === state.queue[i])
  const current = swept ? state : { ...state, queue }
  const { main } = current
  switch (main.step) {
    case 'starting':
      return hasTimedOut(main.request, startUncertainAfterMs, at)
        ? becomeUncertain(current, at, undefined)
        : current
    case 'checking':
      return hasTimedOut(main.request, checkTimeoutMs, at) ? checkTimedOut(current) : current
    case 'entering': {
      const { expiresAt } = timelineOf(main.verification)
      const end = current.unanswered === undefined ? expiresAt : expiresAt + unconfirmedGraceMs
      if (at < end) return current
      const cause = current.unanswered === undefined ? 'time' : 'unconfirmed'
      return {
        ...current,
        ...blankCode,
        notice: undefined,
        main: { step: 'expired', verification: main.verification, cause },
      }
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
