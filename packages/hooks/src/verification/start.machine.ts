import { codeValidForMs, type VerifyError } from '@phoneproof/client'
import {
  abandon,
  cancelNow,
  find,
  findPhone,
  moveOn,
  wayBack,
  type Abandoned,
} from './abandoned.state.ts'
import { retryAvailability, startAvailability } from './availability.state.ts'
import { asksToWait } from './cooldown.state.ts'
import { adopt, fail, failAndWait, goBlank, goTo } from './moves.machine.ts'
import { requestAt, staleAfterMs, startUncertainAfterMs } from './request.state.ts'
import { timelineOf, type Verification } from './timeline.state.ts'
import {
  e164,
  startIsStaleAfter,
  type Attempt,
  type Main,
  type Of,
  type StartInFlight,
  type StartMode,
  type Stopped,
  type VerificationState,
} from './verification.state.ts'

const blockedRetryMs = 30_000

interface SubmitPhone {
  phone: string | undefined
  country?: string | undefined
  attemptId: string
  at: number
}

export function submitPhone(state: VerificationState, event: SubmitPhone): VerificationState {
  const { at, phone, country } = event
  if (!startAvailability({ state, now: at }, phone).isAvailable) return state
  if (phone === undefined || !e164.test(phone)) return fail(state, 'invalidPhone')

  const known = wayBack(state.queue, phone, at)
  const shown = known && showAgain(state, known, at)
  if (shown) return shown
  if (!state.online) return fail({ ...state, phone, country }, 'offline')

  // A press of the same number whose answer is still to come is waited for, not repeated.
  const pending = state.inFlight.find((each) => !each.isInherited && each.attempt.phone === phone)
  const isWaitedFor = pending !== undefined && at < pending.sentAt + startUncertainAfterMs
  const attempt: Attempt = isWaitedFor
    ? { ...pending.attempt, pressedAt: at }
    : pending
      ? pressAgain(pending.attempt, at)
      : newAttempt(event.attemptId, phone, country, at)
  // Another number is wanted now, so those left behind can go as soon as the service allows.
  const left = moveOn(state, phone, at)
  const own = findPhone(left, phone, at)
  const isIdle = own !== undefined && own.request.sentAt === undefined
  const queue = isIdle ? cancelNow(left, own.verification.verifyId, at) : left
  const starting = start({ ...state, phone, country, queue }, attempt, 'fresh', at)
  if (!isWaitedFor) return starting
  const { main } = starting
  const request = { ...main.request, sentAt: pending.sentAt }
  return { ...starting, main: { ...main, request, token: pending.token } }
}

export const newAttempt = (
  attemptId: string,
  phone: string,
  country: string | undefined,
  at: number,
  acceptedBefore?: number,
): Attempt => ({ attemptId, phone, country, pressedAt: at, uncertain: false, acceptedBefore })

/** A number that was left, as it stands: locked, or with its code while that lives. */
function showAgain(
  state: VerificationState,
  { verification, isLocked, isInDoubt }: Abandoned,
  at: number,
): VerificationState | undefined {
  if (isLocked) return goTo(state, { step: 'locked', verification })
  if (at >= timelineOf(verification).expiresAt) return undefined
  return adopt(state, verification, isInDoubt ? 'mayStillWork' : 'alreadySent')
}

/** The same press again, after nothing was heard or the number was taken. */
export function retryStart(state: VerificationState, at: number): VerificationState {
  const { main } = state
  if (main.step !== 'startUncertain' && main.step !== 'blocked') return state
  if (!retryAvailability({ state, now: at }).isAvailable) return state
  if (!state.online) return fail(state, 'offline')
  if (main.step === 'blocked') {
    return startAfter(main.until, state, { ...main.attempt, pressedAt: at }, 'fresh', at)
  }
  return start(state, pressAgain(main.attempt, at), main.mode, at)
}

/** Under the same key, unless what was made under it is over: a backend may remember it for longer. */
function pressAgain(attempt: Attempt, at: number): Attempt {
  const pressed = { ...attempt, pressedAt: at }
  const isOver = attempt.firstSentAt !== undefined && at >= attempt.firstSentAt + codeValidForMs
  return isOver ? withNewKey(pressed) : pressed
}

/** The service may end a code this long after we think it does. */
const behindMs = 10_000
/** A 409 right after an end is repeated this long after it came, before it is believed. */
const repeatsAfterMs: Record<Exclude<StartMode, 'fresh'>, readonly number[]> = {
  afterCancel: [2_000, 6_000, 14_000],
  afterExpiry: [1_000, 3_000, 7_000],
}
const isJustOver = (endedAt: number, at: number): boolean =>
  at >= endedAt && at < endedAt + behindMs

/** The code of this number is over. The service may be a little behind: its 409 is not yet final. */
export const startAfter = (
  endedAt: number,
  state: VerificationState,
  attempt: Attempt,
  mode: StartMode,
  at: number,
): VerificationState =>
  isJustOver(endedAt, at)
    ? start(state, attempt, 'afterExpiry', at)
    : start(state, attempt, mode, at, noRepeats)

/** As many tries as make a 409 final. */
const noRepeats = 3

export function start(
  state: VerificationState,
  attempt: Attempt,
  mode: StartMode,
  sendAt: number,
  tries = 0,
): VerificationState & { main: Of<'starting'> } {
  const request = requestAt(sendAt, tries)
  const main = { step: 'starting' as const, attempt, mode, request, behind: stoppedBehind(state) }
  return { ...goBlank(state, main), main }
}

/** A screen that says why no code can be entered stays until the answer: the focus is on it. */
const stoppedBehind = ({ main }: VerificationState): Stopped | undefined => {
  switch (main.step) {
    case 'startUncertain':
    case 'blocked':
    case 'expired':
    case 'locked':
      return main
    default:
      return undefined
  }
}

export const giveUpStart = (
  state: VerificationState,
  { mode }: Of<'starting'>,
): VerificationState =>
  fail({ ...state, main: { step: 'phone' } }, mode === 'afterCancel' ? 'oldCodeStopped' : 'notSent')

export function startSent(state: VerificationState, at: number): VerificationState {
  const { main } = state
  if (main.step !== 'starting') return state
  const token = state.sends + 1
  const { firstSentAt = at } = main.attempt
  const attempt = { ...main.attempt, firstSentAt }
  // Not told by the instants: two requests can be of the same millisecond.
  const isFirst = main.attempt.firstSentAt === undefined && !attempt.keysUsed
  return {
    ...state,
    sends: token,
    main: { ...main, attempt, token, request: { ...main.request, sentAt: at } },
    inFlight: [...state.inFlight, { attempt, token, sentAt: at, isFirst }],
  }
}

/** An answer that names a verification, however late. It is shown, or queued for its end. */
export function startAccepted(
  state: VerificationState,
  token: number,
  verification: Verification,
  at: number,
): VerificationState {
  const settled = answered(state, token)
  const { main, queue } = settled
  if (isWaitingForStart(main) && main.attempt.phone === verification.phone) {
    const notice = main.step === 'starting' && main.mode !== 'fresh' ? 'newCodeSent' : 'codeSent'
    const adopted = adopt(settled, verification, notice)
    const starts = settled.starts + 1
    const sentTo = [...settled.sentTo, verification.phone]
    return { ...adopted, starts, sentTo, cooldowns: {}, busy: {} }
  }
  // A repeat may be answered with what is known already.
  const isShown = 'verification' in main && main.verification.verifyId === verification.verifyId
  if (isShown || find(queue, verification.verifyId)) return settled
  return { ...settled, queue: abandon(settled, verification, at, main.step !== 'phone') }
}

/**
 * An answer that names a verification which was cancelled meanwhile. Nothing is alive under it, and its
 * key would lead there again: what was pressed is asked for once more, under another one.
 */
export function startEnded(state: VerificationState, token: number, at: number): VerificationState {
  const sent = inFlightOf(state, token)?.attempt
  const settled = answered(state, token)
  const { main } = settled
  if (!isWaitingForStart(main) || main.step === 'blocked') return settled
  const isDue = main.step === 'starting' && main.request.sentAt === undefined
  const isSameKey =
    sent?.attemptId === main.attempt.attemptId && sent.keysUsed === main.attempt.keysUsed
  if (main.token !== token && !(isDue && isSameKey)) return settled
  if (main.step !== 'starting' || at > startIsStaleAfter(main)) {
    return fail({ ...settled, main: { step: 'phone' } }, 'notSent')
  }
  const attempt = withNewKey(main.attempt)
  return { ...settled, main: { ...main, attempt, token: undefined, request: requestAt(at) } }
}

/** 409, and neither this page nor the backend nor another tab knows the verification. */
export function startConflict(
  state: VerificationState,
  token: number,
  at: number,
): VerificationState {
  const sentBefore = inFlightOf(state, token)
  const settled = answered(state, token)
  const { main } = settled
  if (!isAwaited(main, token)) return settled
  const uncertain = main.attempt.uncertain && !sentBefore?.isFirst
  const attempt = { ...withNewKey(main.attempt), uncertain }
  const { conflictAt = at } = main.step === 'starting' ? main : {}
  const again = main.step === 'starting' ? repeatAt(settled, main, at) : undefined
  if (main.step === 'starting' && again !== undefined) {
    const request = requestAt(again, main.request.tries + 1)
    return { ...settled, main: { ...main, attempt, request, conflictAt, token: undefined } }
  }
  // Whatever ours was, it is over by now: somebody else has the number.
  const isOver = at >= (attempt.acceptedBefore ?? at) + codeValidForMs
  const acceptedBefore = isOver ? conflictAt : Math.min(attempt.acceptedBefore ?? at, conflictAt)
  const until = acceptedBefore + codeValidForMs
  const blocked: Main = {
    step: 'blocked',
    attempt: { ...attempt, acceptedBefore },
    until,
    retryAt: Math.min(at + blockedRetryMs, until),
  }
  return goTo(settled, blocked)
}

/** When to ask once more after a 409, if the number was ours a moment ago. */
function repeatAt(
  { freed }: VerificationState,
  { mode, attempt, request, conflictAt }: Of<'starting'>,
  at: number,
): number | undefined {
  const firstAt = conflictAt ?? at
  const isFreed = freed?.phone === attempt.phone && at < freed.at + behindMs
  if (mode === 'fresh' && !isFreed && conflictAt === undefined) return undefined
  const delay = repeatsAfterMs[mode === 'afterExpiry' ? mode : 'afterCancel'][request.tries]
  if (delay === undefined || at > firstAt + staleAfterMs) return undefined
  return Math.max(at, firstAt + delay)
}

export function startFailed(
  state: VerificationState,
  token: number,
  error: VerifyError,
  at: number,
): VerificationState {
  const sentBefore = inFlightOf(state, token)
  const settled = answered(state, token)
  const { main } = settled
  if (!isWaitingForStart(main) || main.step === 'blocked') return settled
  if (error.kind === 'uncertain') {
    const ended = { ...main, attempt: endedBy(main.attempt, at) }
    if (ended.step === 'starting' && main.token === token)
      return becomeUncertain(settled, ended, at)
    return sentBefore?.attempt.attemptId === main.attempt.attemptId
      ? { ...settled, main: ended }
      : settled
  }
  if (main.token !== token) return settled
  const { attempt, mode } = main
  // An earlier request of this press may have been carried out, unless there was none.
  const isInDoubt = attempt.uncertain && !sentBefore?.isFirst
  const next: Main =
    isInDoubt && error.kind !== 'invalidPhone'
      ? { step: 'startUncertain', attempt, mode }
      : { step: 'phone' }
  const back: VerificationState = { ...settled, main: next, notice: undefined }
  // After an expiry nobody stopped the old code: it had ended.
  const hasStopped = mode === 'afterCancel'
  if (asksToWait(error)) {
    const kind = error.kind === 'limitReached' ? 'limitReached' : 'rateLimited'
    return failAndWait(back, hasStopped ? 'oldCodeStopped' : kind, 'start', error, at)
  }
  if (error.kind === 'invalidPhone') return fail(back, 'invalidPhone')
  return fail(back, hasStopped ? 'oldCodeStopped' : 'unavailable')
}

/** The service may have sent a code, and nobody here can know. */
export function becomeUncertain(
  state: VerificationState,
  { attempt: pressed, mode, token }: Of<'starting'>,
  at: number,
): VerificationState {
  const attempt = { ...pressed, uncertain: true }
  return {
    ...goTo(state, { step: 'startUncertain', attempt, mode, token }),
    // The new code may have been sent; that the old one is over is all that is known.
    notice: mode === 'afterCancel' ? { kind: 'oldCodeStopped' } : undefined,
    inFlight: state.inFlight.map((each) =>
      at >= each.sentAt + startUncertainAfterMs
        ? { ...each, attempt: { ...each.attempt, uncertain: true } }
        : each,
    ),
  }
}

/**
 * True while a verification of the same number may be alive: its cancel is on its way, and a start
 * must wait for the answer.
 */
export const waitsForCancel = ({ main, queue }: VerificationState): boolean =>
  main.step === 'starting' &&
  queue.some(({ verification }) => verification.phone === main.attempt.phone)

/** The cancel that a start of the same number waited for failed: the old code may live on. */
export function readoptAfterFailure(
  state: VerificationState,
  verifyId: string,
  at: number,
): VerificationState | undefined {
  const { main, queue } = state
  const entry = find(queue, verifyId)
  const isWaiting = main.step === 'starting' && main.request.sentAt === undefined
  return isWaiting && entry?.verification.phone === main.attempt.phone
    ? showAgain(state, entry, at)
    : undefined
}

/** The steps in which an answer to a start is what the person waits for. */
type Waiting = Of<'starting' | 'startUncertain' | 'blocked'>

export const isWaitingForStart = (main: Main): main is Waiting =>
  main.step === 'starting' || main.step === 'startUncertain' || main.step === 'blocked'

/** Whether this very request is the one whose answer is waited for: an older one moves nothing. */
const isAwaited = (main: Main, token: number): main is Exclude<Waiting, { step: 'blocked' }> =>
  isWaitingForStart(main) && main.step !== 'blocked' && main.token === token

const inFlightOf = ({ inFlight }: VerificationState, token: number): StartInFlight | undefined =>
  inFlight.find((each) => each.token === token)

/** That request is answered. */
export const answered = (state: VerificationState, token: number): VerificationState => ({
  ...state,
  inFlight: state.inFlight.filter((each) => each.token !== token),
})

const withNewKey = (attempt: Attempt): Attempt => ({
  ...attempt,
  keysUsed: (attempt.keysUsed ?? 0) + 1,
  firstSentAt: undefined,
})

const endedBy = (attempt: Attempt, at: number): Attempt => ({
  ...attempt,
  acceptedBefore: Math.min(attempt.acceptedBefore ?? at, at),
})
