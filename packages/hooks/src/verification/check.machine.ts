import type { VerifyError } from '@phoneproof/client'
import { abandon, remove } from './abandoned.state.ts'
import { cooldownFor } from './cooldown.state.ts'
import { requestAt } from './request.state.ts'
import { fail } from './start.machine.ts'
import { timelineOf, type Verification } from './timeline.state.ts'
import {
  isCooling,
  verificationOf,
  type Main,
  type VerificationState,
} from './verification.state.ts'

/** A dead id this close before the end, or later, is read as expired. */
const expiryToleranceMs = 5_000

export function submitCode(state: VerificationState, code: string, at: number): VerificationState {
  const { main, settings } = state
  if (main.step !== 'entering') return state
  const { verification } = main
  const edited = code === state.code ? state : { ...state, code }
  if (code.length !== (verification.codeLength || settings.codeLength)) {
    return fail(edited, 'incompleteCode')
  }
  if (state.refused.includes(code)) return fail(edited, 'alreadyTried')
  if (isCooling(state, 'check', at)) return state
  const repeats = code === state.unanswered
  if (at >= timelineOf(verification).expiresAt && !repeats) return state
  if (!state.online) return fail(edited, 'offline')
  return {
    ...edited,
    error: undefined,
    notice: undefined,
    main: { step: 'checking', verification, code, request: requestAt(at) },
  }
}

/** 204. Counts at any time, whatever the local clock thinks. */
export function checkAnswered(
  state: VerificationState,
  verifyId: string,
  at: number,
): VerificationState {
  const { main } = state
  if (main.step === 'verified') return state
  const verification = verificationOf(state)
  if (verification?.verifyId !== verifyId) {
    const queue = remove(state.queue, verifyId)
    return queue === state.queue ? state : { ...state, queue }
  }
  return {
    ...state,
    main: { step: 'verified', verification, at, source: 'this-tab' },
    code: '',
    refused: [],
    unanswered: undefined,
    error: undefined,
    notice: undefined,
  }
}

/** No answer in time: it may have been accepted. The digits stay, and may be sent again. */
export function checkTimedOut(state: VerificationState): VerificationState {
  const { main } = state
  if (main.step !== 'checking') return state
  const back: Main = { step: 'entering', verification: main.verification }
  return { ...fail(state, 'checkUncertain'), main: back, unanswered: main.code }
}

interface CheckFailed {
  verifyId: string
  code: string
  error: VerifyError
}

export function checkFailed(
  state: VerificationState,
  { verifyId, code, error }: CheckFailed,
  at: number,
): VerificationState {
  const { main } = state
  const isCurrent = main.step === 'checking' && main.code === code
  const isLate = main.step === 'entering' && state.unanswered === code
  if ((!isCurrent && !isLate) || main.verification.verifyId !== verifyId) return state
  const { verification } = main
  const { expiresAt, startAgainAt } = timelineOf(verification)
  const back: VerificationState = {
    ...state,
    main: { step: 'entering', verification },
    unanswered: undefined,
  }

  switch (error.kind) {
    case 'wrongCode': {
      if (at >= expiresAt) return expire(back, verification, 'whileChecking')
      const refused = [...state.refused, code]
      const { attemptsLeft } = error
      return { ...fail(back, 'wrongCode'), refused, wrong: state.wrong + 1, attemptsLeft }
    }
    case 'notActive': {
      const late = at >= expiresAt - expiryToleranceMs ? 'whileChecking' : 'ended'
      return expire(back, verification, state.unanswered === code ? 'unconfirmed' : late)
    }
    case 'locked': {
      const queue = abandon(state.queue, verification, at, true)
      const main: Main = { step: 'locked', verification }
      return { ...back, main, code: '', error: undefined, notice: undefined, queue }
    }
    case 'rateLimited': {
      const { cooldowns, busy, retryAt } = cooldownFor(state, 'check', error.retryAt, at)
      return { ...fail(back, 'rateLimited', retryAt), cooldowns, busy }
    }
    case 'uncertain':
      if (at >= startAgainAt && isLate) return expire(back, verification, 'unconfirmed')
      return { ...fail(back, 'checkUncertain'), unanswered: code }
    default:
      return fail(back, 'unavailable')
  }
}

const expire = (
  state: VerificationState,
  verification: Verification,
  cause: Extract<Main, { step: 'expired' }>['cause'],
): VerificationState => ({
  ...state,
  main: { step: 'expired', verification, cause },
  code: '',
  error: undefined,
  notice: undefined,
})
