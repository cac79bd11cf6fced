import { codeValidForMs, type VerifyError } from '@phoneproof/client'
import { abandon, find, keepable, moveOn, remove } from './abandoned.state.ts'
import { cooldownFor } from './cooldown.state.ts'
import { requestAt, startUncertainAfterMs } from './request.state.ts'
import { timelineOf, type Verification } from './timeline.state.ts'
import {
  isCooling,
  type Attempt,
  type FlowErrorKind,
  type FlowNoticeKind,
  type Main,
  type StartMode,
  type VerificationState,
} from './verification.state.ts'

const e164 = /^\+[1-9]\d{6,14}$/

/** How long a 409 after a cancel, or after an expiry, is repeated before it is believed. */
const repeatsMs = {
  fresh: [],
  afterCancel: [2_000, 4_000, 8_000],
  afterExpiry: [1_000, 2_000, 4_000],
}
const blockedRetryMs = 30_000

interface SubmitPhone {
  phone: string | undefined
  country?: string | undefined
  attemptId: string
  at: number
}

export function submitPhone(state: VerificationState, event: SubmitPhone): VerificationState {
  const { at, phone, country } = event
  if (state.main.step !== 'phone') return state
  if (phone === undefined || !e164.test(phone)) return fail(state, 'invalidPhone')

  const live = keepable(state.queue, at)
  if (live?.phone === phone) return adopt(state, live, 'alreadySent')
  if (isCooling(state, 'start', at)) return state
  if (!state.online) return fail({ ...state, phone, country }, 'offline')

  // A press of the same number whose answer is still to come is waited for, not repeated.
  const pending = state.inFlight.find((attempt) => attempt.phone === phone)
  const isYoung = pending !== undefined && at < pending.sentAt + startUncertainAfterMs
  const attempt: Attempt = pending ?? {
    attemptId: event.attemptId,
    phone,
    country,
    uncertain: false,
    acceptedBefore: undefined,
  }
  const request = { ...requestAt(at), sentAt: isYoung ? pending.sentAt : undefined }
  // Another number is wanted now, so those left behind can go as soon as the service allows.
  const queue = state.queue.some(({ verification }) => verification.phone !== phone)
    ? moveOn(state.queue, at)
    : state.queue
  const main: Main = { step: 'starting', attempt, mode: 'fresh', request }
  return { ...state, phone, country, queue, main, error: undefined, notice: undefined }
}

/** The same press again, after nothing was heard or the number was taken. */
export function retryStart(state: VerificationState, at: number): VerificationState {
  const { main } = state
  if (main.step !== 'startUncertain' && main.step !== 'blocked') return state
  if (main.step === 'blocked' && at < main.retryAt) return state
  if (isCooling(state, 'start', at)) return state
  if (!state.online) return fail(state, 'offline')
  const mode = main.step === 'startUncertain' ? main.mode : 'fresh'
  return start(state, main.attempt, mode, at)
}

export const start = (
  state: VerificationState,
  attempt: Attempt,
  mode: StartMode,
  sendAt: number,
  tries = 0,
): VerificationState => ({
  ...state,
  code: '',
  unanswered: undefined,
  error: undefined,
  notice: undefined,
  main: { step: 'starting', attempt, mode, request: requestAt(sendAt, tries) },
})

export function startSent(
  state: VerificationState,
  attemptId: string,
  at: number,
): VerificationState {
  const { main } = state
  if (main.step !== 'starting' || main.attempt.attemptId !== attemptId) return state
  return {
    ...state,
    main: { ...main, request: { ...main.request, sentAt: at } },
    inFlight: [...state.inFlight, { ...main.attempt, sentAt: at }],
  }
}

/** An answer that names a verification, however late. It is shown, or queued for its end. */
export function startAccepted(
  state: VerificationState,
  attemptId: string,
  verification: Verification,
  at: number,
): VerificationState {
  const settled = { ...state, inFlight: withoutAttempt(state, attemptId) }
  const { main } = settled
  if (isWaitingForStart(main) && main.attempt.phone === verification.phone) {
    const notice = main.step === 'starting' && main.mode !== 'fresh' ? 'newCodeSent' : 'codeSent'
    return { ...adopt(settled, verification, notice), starts: settled.starts + 1 }
  }
  if ('verification' in main && main.verification.verifyId === verification.verifyId) return settled
  const movedOn = main.step !== 'phone'
  return { ...settled, queue: abandon(settled.queue, verification, at, movedOn) }
}

/** 409, and neither this page nor the backend nor another tab knows the verification. */
export function startConflict(
  state: VerificationState,
  attemptId: string,
  at: number,
): VerificationState {
  const settled = { ...state, inFlight: withoutAttempt(state, attemptId) }
  const { main } = settled
  if (!isWaitingForStart(main) || main.attempt.attemptId !== attemptId) return settled
  const { attempt } = main

  if (main.step === 'starting') {
    const { tries } = main.request
    const delay = repeatsMs[main.mode][tries]
    if (delay !== undefined) return start(settled, attempt, main.mode, at + delay, tries + 1)
  }
  const acceptedBefore = Math.min(attempt.acceptedBefore ?? at, at)
  const until = acceptedBefore + codeValidForMs
  const blocked: Main = {
    step: 'blocked',
    attempt: { ...attempt, acceptedBefore },
    until,
    retryAt: Math.min(at + blockedRetryMs, until),
  }
  return { ...settled, main: blocked, error: undefined, notice: undefined }
}

export function startFailed(
  state: VerificationState,
  attemptId: string,
  error: VerifyError,
  at: number,
): VerificationState {
  const settled = { ...state, inFlight: withoutAttempt(state, attemptId) }
  const { main } = settled
  if (!('attempt' in main) || main.attempt.attemptId !== attemptId) return settled
  if (main.step === 'startUncertain') {
    return { ...settled, main: { ...main, attempt: endedBy(main.attempt, at) } }
  }
  if (main.step !== 'starting') return settled
  if (error.kind === 'uncertain') return becomeUncertain(settled, at, at)

  const back: VerificationState = { ...settled, main: { step: 'phone' }, notice: undefined }
  const isResend = main.mode !== 'fresh'
  if (error.kind === 'rateLimited') {
    const { cooldowns, busy, retryAt } = cooldownFor(back, 'start', error.retryAt, at)
    const kind = isResend ? 'oldCodeStopped' : 'rateLimited'
    return { ...back, cooldowns, busy, error: { kind, retryAt } }
  }
  if (error.kind === 'invalidPhone') return fail(back, 'invalidPhone')
  return fail(back, isResend ? 'oldCodeStopped' : 'unavailable')
}

/** The service may have sent a code, and nobody here can know. `endedAt`: the request is over. */
export function becomeUncertain(
  state: VerificationState,
  at: number,
  endedAt: number | undefined,
): VerificationState {
  const { main } = state
  if (main.step !== 'starting') return state
  const attempt = { ...main.attempt, uncertain: true }
  const error = main.mode === 'fresh' ? undefined : ({ kind: 'oldCodeStopped' } as const)
  return {
    ...state,
    error,
    notice: undefined,
    inFlight: state.inFlight.map((each) =>
      at >= each.sentAt + startUncertainAfterMs ? { ...each, uncertain: true } : each,
    ),
    main: {
      step: 'startUncertain',
      attempt: endedAt === undefined ? attempt : endedBy(attempt, endedAt),
      mode: main.mode,
    },
  }
}

/** Shows a running verification: a new one, or one found again. */
export function adopt(
  state: VerificationState,
  verification: Verification,
  notice: FlowNoticeKind | undefined,
): VerificationState {
  return {
    ...state,
    main: { step: 'entering', verification },
    phone: verification.phone,
    code: '',
    refused: [],
    unanswered: undefined,
    attemptsLeft: undefined,
    error: undefined,
    notice: notice && { kind: notice },
    cooldowns: {},
    busy: 0,
    queue: remove(state.queue, verification.verifyId),
  }
}

export const fail = (
  state: VerificationState,
  kind: FlowErrorKind,
  retryAt?: number,
): VerificationState => ({
  ...state,
  error: retryAt === undefined ? { kind } : { kind, retryAt },
  notice: undefined,
})

/** True while a cancel of the same number is on its way, so that a start must wait for it. */
export const waitsForCancel = ({ main, queue }: VerificationState): boolean =>
  main.step === 'starting' &&
  queue.some(
    ({ verification, request }) =>
      verification.phone === main.attempt.phone && request.sentAt !== undefined,
  )

/** The cancel that a start of the same number waited for was refused: the old code lives on. */
export function readoptAfterRefusal(
  state: VerificationState,
  verifyId: string,
  at: number,
): VerificationState | undefined {
  const entry = find(state.queue, verifyId)
  if (state.main.step !== 'starting' || !entry) return undefined
  if (entry.verification.phone !== state.main.attempt.phone) return undefined
  if (at >= timelineOf(entry.verification).expiresAt) return undefined
  return adopt(state, entry.verification, 'alreadySent')
}

/** The steps in which an answer to a start is what the person waits for. */
const isWaitingForStart = (
  main: Main,
): main is Extract<Main, { step: 'starting' | 'startUncertain' | 'blocked' }> =>
  main.step === 'starting' || main.step === 'startUncertain' || main.step === 'blocked'

const withoutAttempt = (
  { inFlight }: VerificationState,
  attemptId: string,
): VerificationState['inFlight'] => inFlight.filter((each) => each.attemptId !== attemptId)

const endedBy = (attempt: Attempt, at: number): Attempt => ({
  ...attempt,
  acceptedBefore: Math.min(attempt.acceptedBefore ?? at, at),
})
