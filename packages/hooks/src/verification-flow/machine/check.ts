import type { VerifyError } from '@phoneproof/client'
import { abandon, entryOf, markLocked, queueAfterLeaving, withoutEntry } from './cancel-queue.ts'
import { availabilityOf } from './availability.ts'
import { backToPhone, fail, failAndWait, enterStepCleared, enterStep } from './enter-step.ts'
import { isCount } from '../../lib/is-count.ts'
import { requestAt } from './request-times.ts'
import { deadlinesOf, type Verification } from './deadlines.ts'
import type { FlowAction } from './flow-action.ts'
import type { FlowStep, StepNamed, FlowState } from './flow-state.ts'

/** An id that is dead this many milliseconds before the end, or later, counts as expired. */
const expiryToleranceMs = 5_000

export function submitCode(state: FlowState, code: string, at: number): FlowState {
  const { step, settings } = state
  if (step.name !== 'entering') return state
  const { verification } = step
  const { isAvailable, from } = availabilityOf({ state, now: at }, 'verify')
  const edited = code === state.code ? state : { ...state, code }
  if (code.length !== (verification.codeLength || settings.codeLength)) {
    return fail(edited, 'incompleteCode')
  }
  if (isRefused(state, verification.verifyId, code)) return fail(edited, 'alreadyTried')
  // A complete code that is not checked needs a word, or it would look as if it had been ignored.
  if (!isAvailable) return fail(edited, 'rateLimited', from)
  const repeats = code === state.uncheckedCode
  if (at >= deadlinesOf(verification).expiresAt && !repeats) return fail(edited, 'codeExpired')
  if (!state.online) return fail(edited, 'checkOffline')
  return enterStep(edited, { name: 'checking', verification, code, request: requestAt(at) })
}

export function checkSent(state: FlowState, at: number): FlowState {
  const { step } = state
  if (step.name !== 'checking') return state
  const { verification, code, request } = step
  const checkInFlight = { verifyId: verification.verifyId, code, sentAt: at }
  return { ...state, checkInFlight, step: { ...step, request: { ...request, sentAt: at } } }
}

type CheckAnswered = Extract<FlowAction, { type: 'CHECK_OK' }>

/** 204. It counts whatever the local clock says, and on whichever screen the person is by now. */
export function checkAnswered(
  state: FlowState,
  { verification, proof, at }: CheckAnswered,
): FlowState {
  const cancelQueue = withoutEntry(state.cancelQueue, verification.verifyId)
  const settled = { ...withoutCheck(state, verification.verifyId), cancelQueue }
  return isElsewhere(state, verification)
    ? settled
    : verifiedBy(settled, verification, at, 'this-tab', proof)
}

/** The person has submitted another number meanwhile, or this success was reported before. */
function isElsewhere({ step, verifiedId }: FlowState, { phone, verifyId }: Verification): boolean {
  if (step.name === 'verified' || verifiedId === verifyId) return true
  if (step.name === 'phone') return false
  return 'start' in step ? step.start.phone !== phone : step.verification.verifyId !== verifyId
}

/** The number is verified. Another verification that was on screen is left for good. */
export function verifiedBy(
  state: FlowState,
  verification: Verification,
  at: number,
  source: 'this-tab' | 'other-tab',
  proof?: string,
): FlowState {
  const { verifyId, phone } = verification
  const cancelQueue = withoutEntry(queueAfterLeaving(state, at, true), verifyId)
  return {
    ...enterStepCleared(state, { name: 'verified', verification, at, source, proof }),
    phone,
    cancelQueue,
    verifiedId: verifyId,
    // No press after this one waits for a start before it.
    inFlight: state.inFlight.map((each) => ({ ...each, isHandedOver: true })),
    // Codes of abandoned numbers stay judged: one may be gone back to.
    refusedCodes: state.refusedCodes.filter((each) => entryOf(cancelQueue, each.verifyId)),
    notBefore: {},
    unsaidWaits: {},
  }
}

/** No answer in time. The code may have been accepted; its digits stay and can be sent again. */
export const checkTimedOut = (
  state: FlowState,
  { verification, code }: StepNamed<'checking'>,
): FlowState =>
  unlessDead(state.step, {
    ...fail(state, 'checkUncertain'),
    step: { name: 'entering', verification },
    uncheckedCode: code,
  })

/** A check that failed does not lead back to a code that was cancelled meanwhile. */
function unlessDead(before: FlowStep, after: FlowState): FlowState {
  if (before.name !== 'checking' || !before.isCancelled || after.step.name !== 'entering')
    return after
  const { verification } = before
  return after.uncheckedCode === undefined
    ? backToPhone(after, verification.phone, 'cancelled')
    : expire(after, verification, 'unconfirmed')
}

interface CheckFailed {
  verifyId: string
  code: string
  error: VerifyError
}

export function checkFailed(state: FlowState, failed: CheckFailed, at: number): FlowState {
  const judged = unlessDead(state.step, judge(state, failed, at))
  const { step } = judged
  const isBack = step.name === 'entering' && step !== state.step
  if (!isBack || judged.uncheckedCode !== undefined) return judged
  if (at < deadlinesOf(step.verification).expiresAt) return judged
  // The code has ended meanwhile. If an earlier check was unanswered, it may have been right.
  const cause = state.uncheckedCode === undefined ? 'whileChecking' : 'unconfirmed'
  return expire(judged, step.verification, cause)
}

function judge(state: FlowState, { verifyId, code, error }: CheckFailed, at: number): FlowState {
  const settled = withoutCheck(state, verifyId, code)
  const judged = error.kind === 'wrongCode' ? withRefused(settled, verifyId, code) : settled
  const { step } = judged
  const isCurrent = step.name === 'checking' && step.code === code
  const isOver = error.kind === 'notActive' || error.kind === 'locked'
  const isLate = step.name === 'entering' && (isOver || state.uncheckedCode === code)
  if ((!isCurrent && !isLate) || step.verification.verifyId !== verifyId) {
    return { ...judged, cancelQueue: afterVerdict(judged.cancelQueue, verifyId, error) }
  }
  const { verification } = step
  const { expiresAt, startAgainAt } = deadlinesOf(verification)
  const back: FlowState = {
    ...judged,
    step: { name: 'entering', verification },
    uncheckedCode: undefined,
  }

  switch (error.kind) {
    case 'wrongCode': {
      if (at >= expiresAt) return expire(back, verification, 'whileChecking')
      const tried = refusedOf(back, verifyId)
      const attemptsLeft = isCount(error.attemptsLeft) ? error.attemptsLeft : undefined
      const counted = { ...back, failedAttempts: state.failedAttempts + 1, attemptsLeft }
      const { maxAttempts = Number.POSITIVE_INFINITY } = state.settings
      return tried >= maxAttempts ? lock(counted, verification, at) : fail(counted, 'wrongCode')
    }
    case 'notActive': {
      if (hadTooMany(state, verifyId) && at < expiresAt - expiryToleranceMs) {
        // Nothing is alive under its id, so there is nothing to cancel.
        return enterStepCleared(back, { name: 'locked', verification })
      }
      const late = at >= expiresAt - expiryToleranceMs ? 'whileChecking' : 'ended'
      return expire(back, verification, state.uncheckedCode === code ? 'unconfirmed' : late)
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
      return { ...fail(back, 'checkUncertain'), uncheckedCode: code }
    default:
      return fail(back, 'checkUnavailable')
  }
}

/** A service may end a code at its third wrong attempt, or at the last one it announced. */
const hadTooMany = (state: FlowState, verifyId: string): boolean =>
  // An unanswered check may have been right, which ends a code too.
  state.uncheckedCode === undefined && (state.attemptsLeft === 1 || refusedOf(state, verifyId) >= 2)

const refusedOf = ({ refusedCodes }: FlowState, verifyId: string): number =>
  refusedCodes.filter((each) => each.verifyId === verifyId).length

/** No more attempts. The code is cancelled as soon as possible, or the phone would keep ringing. */
const lock = (state: FlowState, verification: Verification, at: number): FlowState => ({
  ...enterStepCleared(state, { name: 'locked', verification }),
  cancelQueue: abandon(state, verification, at, true, true),
})

/** What a verdict means for an abandoned number. */
function afterVerdict(
  cancelQueue: FlowState['cancelQueue'],
  verifyId: string,
  { kind }: VerifyError,
): FlowState['cancelQueue'] {
  if (kind === 'notActive') return withoutEntry(cancelQueue, verifyId)
  return kind === 'locked' ? markLocked(cancelQueue, verifyId) : cancelQueue
}

/** The check has been answered. */
function withoutCheck(state: FlowState, verifyId: string, code?: string): FlowState {
  const { checkInFlight } = state
  if (checkInFlight?.verifyId !== verifyId) return state
  if (code !== undefined && checkInFlight.code !== code) return state
  return { ...state, checkInFlight: undefined }
}

const isRefused = ({ refusedCodes }: FlowState, verifyId: string, code: string): boolean =>
  refusedCodes.some((each) => each.verifyId === verifyId && each.code === code)

/** The verdict counts even if the person has left this verification. */
const withRefused = (state: FlowState, verifyId: string, code: string): FlowState =>
  isRefused(state, verifyId, code)
    ? state
    : { ...state, refusedCodes: [...state.refusedCodes, { verifyId, code }] }

export const expire = (
  state: FlowState,
  verification: Verification,
  cause: StepNamed<'expired'>['cause'],
): FlowState => ({
  ...enterStepCleared(state, { name: 'expired', verification, cause }),
  freed:
    cause === 'time' || cause === 'whileChecking'
      ? { phone: verification.phone, at: deadlinesOf(verification).expiresAt }
      : state.freed,
})
