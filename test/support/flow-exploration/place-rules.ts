import {
  availabilityOf,
  nextWakeUp,
  takeDue,
  transition,
  verificationOf,
} from '@phoneproof/hooks/internal/verification-flow'
import type { UserAction } from '@phoneproof/hooks'
import type { Position } from './position.ts'

// What is asked of every position. The rules of flow.md that they stand for are named.

/** What is wrong, or undefined. */
type Rule = (position: Position) => string | undefined

const rules: readonly Rule[] = [
  countsAreSound,
  isInOnePlace,
  losesNoVerification,
  isSettled,
  wakesUp,
  hasAWayOut,
  isAvailableWhenItSays,
  forgetsOnSuccess,
]

/** The first rule that the position breaks, as a sentence. */
export function judgePlace(position: Position): string | undefined {
  for (const rule of rules) {
    const complaint = rule(position)
    if (complaint !== undefined) return complaint
  }
  return undefined
}

export const userActions: readonly UserAction[] = [
  'sendCode',
  'verify',
  'newCode',
  'cancel',
  'retry',
  'changeNumber',
  'resumeNumber',
]

function countsAreSound({ state }: Position): string | undefined {
  const { codesSent, sentTo, failedAttempts, startRequests, inFlight, attemptsLeft = 0 } = state
  if (codesSent !== sentTo.length) return 'a code was sent to no number'
  if (failedAttempts < 0 || attemptsLeft < 0) return 'fewer than none were counted'
  if (inFlight.some(({ token }, index) => token <= (inFlight[index - 1]?.token ?? 0)))
    return 'two starts have one token'
  return (inFlight.at(-1)?.token ?? 0) > startRequests ? 'a token was not counted' : undefined
}

/** A verification is on screen or abandoned. A locked one is both, until its cancel is confirmed. */
function isInOnePlace({ state }: Position): string | undefined {
  const { cancelQueue, step } = state
  const shown = verificationOf(state)?.verifyId
  for (const [index, { verification }] of cancelQueue.entries()) {
    const { verifyId } = verification
    if (verifyId === shown && step.name !== 'locked')
      return 'a verification is on screen and abandoned'
    const first = cancelQueue.findIndex((each) => each.verification.verifyId === verifyId)
    if (first !== index) return 'a verification is abandoned twice'
  }
  return undefined
}

/** P2: an id is never thrown away while its code may live. */
function losesNoVerification({ state, outside }: Position): string | undefined {
  const shown = verificationOf(state)?.verifyId
  const lost = outside.alive.find(
    ({ verifyId }) =>
      verifyId !== shown &&
      !state.cancelQueue.some(({ verification }) => verification.verifyId === verifyId),
  )
  return lost && 'a verification lives, and is neither on screen nor abandoned (P2)'
}

/** All that is due has gone out, and all that time has ended is over: asking again changes nothing. */
function isSettled({ state, now }: Position): string | undefined {
  if (takeDue(state, now, state.online).requests.length > 0) return 'a request is still due'
  return transition(state, { type: 'CLOCK', at: now }) === state
    ? undefined
    : 'the same instant, told twice, changes something'
}

/** Whatever is waited for has an end. */
function wakesUp({ state, now }: Position): string | undefined {
  const next = nextWakeUp(state, now)
  if (next === undefined)
    return 'request' in state.step ? 'it waits, and nothing wakes it' : undefined
  return next > now ? undefined : 'it is to wake up in the past'
}

/** I-6: something can be pressed, or typed. */
function hasAWayOut({ state, now }: Position): string | undefined {
  const { name } = state.step
  // A number can be typed, or it is done.
  if (name === 'phone' || name === 'verified') return undefined
  return availabilityOf({ state, now }, 'changeNumber').isAvailable
    ? undefined
    : 'there is no way out'
}

/** A11Y-13: what waits says until when, and opens then and not before. */
export function isAvailableWhenItSays({ state, now }: Position): string | undefined {
  for (const action of userActions) {
    const { isAvailable, from, reason } = availabilityOf({ state, now }, action)
    if (isAvailable && (from !== undefined || reason !== undefined))
      return `${action} is available and waits`
    if (from === undefined) continue
    if (from <= now) return `${action} waits for an instant that has passed`
    const before = availabilityOf({ state, now: from - 1 }, action)
    if (before.isAvailable || before.from !== from) return `${action} does not wait until it says`
    const then = availabilityOf({ state, now: from }, action)
    if (!then.isAvailable && then.from === from) return `${action} does not open when it says`
  }
  return undefined
}

function forgetsOnSuccess({ state }: Position): string | undefined {
  if (state.step.name !== 'verified') return undefined
  const { code, uncheckedCode, error } = state
  const isBlank = code === '' && uncheckedCode === undefined && error === undefined
  return isBlank ? undefined : 'a verified flow shows a code or an error'
}
