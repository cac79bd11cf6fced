import type { VerifyError } from '@phoneproof/client'
import { abandon, markLocked, remove } from './abandoned.state.ts'
import { checkAvailability } from './availability.state.ts'
import { backToPhone, fail, failAndWait, goBlank, goTo } from './moves.machine.ts'
import { isCount } from './plausible.ts'
import { requestAt } from './request.state.ts'
import { timelineOf, type Verification } from './timeline.state.ts'
import type { Main, Of, VerificationState } from './verification.state.ts'

/** A dead id this close before the end, or later, is read as expired. */
const expiryToleranceMs = 5_000

export function submitCode(state: VerificationState, code: string, at: number): VerificationState {
  const { main, settings } = state
  if (main.step !== 'entering') return state
  const { verification } = main
  const { isAvailable, from } = checkAvailability({ state, now: at })
  const edited = code === state.code ? state : { ...state, code }
  if (code.length !== (verification.codeLength || settings.codeLength)) {
    return fail(edited, 'incompleteCode')
  }
  if (isRefused(state, verification.verifyId, code)) return fail(edited, 'alreadyTried')
  // Typed to its end and not checked: that would look as if it had been passed over.
  if (!isAvailable) return fail(edited, 'rateLimited', from)
  const repeats = code === state.unanswered
  if (at >= timelineOf(verification).expiresAt && !repeats) return fail(edited, 'codeExpired')
  if (!state.online) return fail(edited, 'checkOffline')
  return goTo(edited, { step: 'checking', verification, code, request: requestAt(at) })
}

export function checkSent(state: VerificationState, at: number): VerificationState {
  const { main } = state
  if (main.step !== 'checking') return state
  const { verification, code, request } = main
  const checkInFlight = { verifyId: verification.verifyId, code, sentAt: at }
  return { ...state, checkInFlight, main: { ...main, request: { ...request, sentAt: at } } }
}

/** 204. Counts at any time, whatever the local clock thinks, and wherever the person is by now. */
export function checkAnswered(
  state: VerificationState,
  verification: Verification,
  at: number,
): VerificationState {
  const queue = remove(state.queue, verification.verifyId)
  const settled = { ...withoutCheck(state, verification.verifyId), queue }
  if (isElsewhere(state.main, verification)) return settled
  return verifiedBy(settled, verification, at, 'this-tab')
}

/** Another number was submitted meanwhile, or is verified. */
function isElsewhere(main: Main, { phone, verifyId }: Verification): boolean {
  if (main.step === 'phone') return false
  if (main.step === 'verified' || !('attempt' in main)) {
    return main.step === 'verified' || main.verification.verifyId !== verifyId
  }
  return main.attempt.phone !== phone
}

/** Nothing of it waits for anything any more. */
export const verifiedBy = (
  state: VerificationState,
  verification: Verification,
  at: number,
  source: 'this-tab' | 'other-tab',
): VerificationState => ({
  ...goBlank(state, { step: 'verified', verification, at, source }),
  phone: verification.phone,
  refused: [],
  cooldowns: {},
  busy: {},
})

/** No answer in time: it may have been accepted. The digits stay, and may be sent again. */
export const checkTimedOut = (
  state: VerificationState,
  { verification, code }: Of<'checking'>,
): VerificationState =>
  unlessDead(state.main, {
    ...fail(state, 'checkUncertain'),
    main: { step: 'entering', verification },
    unanswered: code,
  })

/** Where a check leads that did not verify: not back to a code that was cancelled meanwhile. */
function unlessDead(before: Main, after: VerificationState): VerificationState {
  if (before.step !== 'checking' || !before.isDead || after.main.step !== 'entering') return after
  const { verification } = before
  return after.unanswered === undefined
    ? backToPhone(after, verification.phone, 'cancelled')
    : expire(after, verification, 'unconfirmed')
}

interface CheckFailed {
  verifyId: string
  code: string
  error: VerifyError
}

export const checkFailed = (
  state: VerificationState,
  failed: CheckFailed,
  at: number,
): VerificationState => unlessDead(state.main, judge(state, failed, at))

function judge(
  state: VerificationState,
  { verifyId, code, error }: CheckFailed,
  at: number,
): VerificationState {
  const settled = withoutCheck(state, verifyId, code)
  const judged = error.kind === 'wrongCode' ? withRefused(settled, verifyId, code) : settled
  const { main } = judged
  const isCurrent = main.step === 'checking' && main.code === code
  const isOver = error.kind === 'notActive' || error.kind === 'locked'
  const isLate = main.step === 'entering' && (isOver || state.unanswered === code)
  if ((!isCurrent && !isLate) || main.verification.verifyId !== verifyId) {
    return { ...judged, queue: afterVerdict(judged.queue, verifyId, error) }
  }
  const { verification } = main
  const { expiresAt, startAgainAt } = timelineOf(verification)
  const back: VerificationState = {
    ...judged,
    main: { step: 'entering', verification },
    unanswered: undefined,
  }

  switch (error.kind) {
    case 'wrongCode': {
      if (at >= expiresAt) return expire(back, verification, 'whileChecking')
      const tried = refusedOf(back, verifyId)
      const attemptsLeft = isCount(error.attemptsLeft) ? error.attemptsLeft : undefined
      const counted = { ...back, wrong: state.wrong + 1, attemptsLeft }
      const { maxWrong = Number.POSITIVE_INFINITY } = state.settings
      return tried >= maxWrong ? lock(counted, verification, at) : fail(counted, 'wrongCode')
    }
    case 'notActive': {
      if (hadTooMany(state, verifyId) && at < expiresAt - expiryToleranceMs) {
        // Nothing is alive under its id: there is nothing to cancel.
        return goBlank(back, { step: 'locked', verification })
      }
      const late = at >= expiresAt - expiryToleranceMs ? 'whileChecking' : 'ended'
      return expire(back, verification, state.unanswered === code ? 'unconfirmed' : late)
    }
    case 'locked':
      return lock(back, verification, at)
    case 'rateLimited':
    case 'limitReached': {
      const kind = error.kind === 'limitReached' ? 'tooManyTries' : 'rateLimited'
      return failAndWait(back, kind, 'check', error, at)
    }
    case 'uncertain':
      if (at >= startAgainAt && isLate) return expire(back, verification, 'unconfirmed')
      return { ...fail(back, 'checkUncertain'), unanswered: code }
    default:
      return fail(back, 'checkUnavailable')
  }
}

/** Services end a code at its third wrong one, or when they said, and then know no more of it. */
const hadTooMany = (state: VerificationState, verifyId: string): boolean =>
  // What was not answered may have been right, which ends a code too.
  state.unanswered === undefined && (state.attemptsLeft === 1 || refusedOf(state, verifyId) >= 2)

const refusedOf = ({ refused }: VerificationState, verifyId: string): number =>
  refused.filter((each) => each.verifyId === verifyId).length

/** No more tries. It is cancelled as soon as allowed: otherwise the phone would keep ringing. */
const lock = (
  state: VerificationState,
  verification: Verification,
  at: number,
): VerificationState => ({
  ...goBlank(state, { step: 'locked', verification }),
  queue: abandon(state, verification, at, true, true),
})

/** What a verdict means for a number that the person has left. */
function afterVerdict(
  queue: VerificationState['queue'],
  verifyId: string,
  { kind }: VerifyError,
): VerificationState['queue'] {
  if (kind === 'notActive') return remove(queue, verifyId)
  return kind === 'locked' ? markLocked(queue, verifyId) : queue
}

/** That check is answered. */
function withoutCheck(
  state: VerificationState,
  verifyId: string,
  code?: string,
): VerificationState {
  const { checkInFlight } = state
  if (checkInFlight?.verifyId !== verifyId) return state
  if (code !== undefined && checkInFlight.code !== code) return state
  return { ...state, checkInFlight: undefined }
}

const isRefused = ({ refused }: VerificationState, verifyId: string, code: string): boolean =>
  refused.some((each) => each.verifyId === verifyId && each.code === code)

/** The verdict counts whether or not the person still looks at this verification. */
const withRefused = (state: VerificationState, verifyId: string, code: string): VerificationState =>
  isRefused(state, verifyId, code)
    ? state
    : { ...state, refused: [...state.refused, { verifyId, code }] }

export const expire = (
  state: VerificationState,
  verification: Verification,
  cause: Of<'expired'>['cause'],
): VerificationState => ({
  ...goBlank(state, { step: 'expired', verification, cause }),
  freed:
    cause === 'time' || cause === 'whileChecking'
      ? { phone: verification.phone, at: timelineOf(verification).expiresAt }
      : state.freed,
})
