import type { FlowAction } from '@phoneproof/hooks/internal/verification-flow'
import {
  deadlinesOf,
  initialState,
  takeDue,
  transition,
  verificationOf,
  type DueRequest,
} from '@phoneproof/hooks/internal/verification-flow'
import type { FlowState } from '@phoneproof/hooks'

type Verification = NonNullable<ReturnType<typeof verificationOf>>

/** A place in the exploration: a flow at an instant, and what is on its way to and from the service. */
export interface Position {
  readonly state: FlowState
  readonly now: number
  readonly outside: Outside
}

/** What the machine need not remember, kept beside it to judge it by. */
export interface Outside {
  /** Checks whose answers are still to come. */
  readonly checks: readonly CheckOnItsWay[]
  /** Cancels whose answers are still to come. */
  readonly cancels: readonly CancelOnItsWay[]
  /** Verifications that this page has heard of and that have not ended, as far as it has heard. */
  readonly alive: readonly Verification[]
  /** Codes of those that the service has judged. */
  readonly judged: readonly { readonly verifyId: string; readonly code: string }[]
  /** Ids and keys given out so far, so that each is new. */
  readonly idsGiven: number
}

export interface CheckOnItsWay {
  readonly verification: Verification
  readonly code: string
  readonly sentAt: number
}

export interface CancelOnItsWay {
  readonly verifyId: string
  readonly sentAt: number
}

export interface Arrival {
  /** Where the action was met: the position it came from, after a tick. */
  readonly from: Position
  readonly position: Position
  readonly requests: readonly DueRequest[]
}

const T0 = Date.UTC(2026, 0, 1)

export const beginning: Position = {
  state: initialState(),
  now: T0,
  outside: { checks: [], cancels: [], alive: [], judged: [], idsGiven: 0 },
}

/** An answer that takes longer never comes. */
const longestAnswerMs = 60_000

/** What the flow controller does with an action: what time has ended is over first. */
export const arrive = (from: Position, action: FlowAction): Arrival =>
  take(action.type === 'CLOCK' ? from : ticked(from), action)

let tickedLast: { readonly of: Position; readonly position: Position } | undefined
/** Kept for the next move from there. */
function ticked(of: Position): Position {
  if (tickedLast?.of !== of) {
    tickedLast = { of, position: take(of, { type: 'CLOCK', at: of.now }).position }
  }
  return tickedLast.position
}

/** The machine takes it, and what is due goes out. */
function take(from: Position, action: FlowAction): Arrival {
  const after = transition(from.state, action)
  // Whatever was due at this instant has gone out.
  const isStill = after === from.state && action.at === from.now
  if (isStill && !isNews(action)) return { from, position: from, requests: [] }
  const { state, requests } = isStill
    ? { state: after, requests: [] }
    : takeDue(after, action.at, after.online)
  const outside = hear(from, action, state, requests)
  return { from, position: { state, now: action.at, outside }, requests }
}

/** It may tell of an end, even where the machine has nothing to do with it. */
const isNews = ({ type }: FlowAction): boolean => /^(?:CHECK|CANCEL|TAB)_/.test(type)

/** What is on its way, and what lives, once the action was taken and the requests went out. */
function hear(
  { outside }: Position,
  action: FlowAction,
  after: FlowState,
  requests: readonly DueRequest[],
): Outside {
  const { at } = action
  let { checks, cancels, alive, judged, idsGiven } = outside
  const isAlive = (verifyId: string): boolean => alive.some((each) => each.verifyId === verifyId)
  const ends = (verifyId: string): void => {
    if (!isAlive(verifyId)) return
    alive = alive.filter((each) => each.verifyId !== verifyId)
    judged = judged.filter((each) => each.verifyId !== verifyId)
  }
  const hearsOf = (verification: Verification): void => {
    idsGiven += 1
    if (!isAlive(verification.verifyId)) {
      alive = [...alive, verification]
    }
  }
  /** Of what others have begun, only what is taken over is this page's concern. */
  const mayTakeOver = (verification: Verification): void => {
    if (verificationOf(after)?.verifyId === verification.verifyId) hearsOf(verification)
    else idsGiven += 1
  }
  switch (action.type) {
    case 'SUBMIT_PHONE':
    case 'NEW_CODE':
      idsGiven += 1
      break
    case 'START_OK':
      hearsOf(action.verification)
      break
    case 'ADOPT':
    case 'TAB_STARTED':
      mayTakeOver(action.verification)
      break
    case 'TAB_REPLACED':
      ends(action.verifyId)
      mayTakeOver(action.verification)
      break
    case 'TAB_CANCELLED':
      ends(action.verifyId)
      break
    case 'TAB_VERIFIED':
      idsGiven += 1
      ends(action.verification.verifyId)
      break
    case 'CHECK_OK':
      checks = checks.filter(
        ({ verification }) => verification.verifyId !== action.verification.verifyId,
      )
      ends(action.verification.verifyId)
      break
    case 'CHECK_FAILED': {
      const { verifyId, code, error } = action
      checks = checks.filter(
        (each) => each.verification.verifyId !== verifyId || each.code !== code,
      )
      if (error.kind === 'wrongCode' && isAlive(verifyId)) judged = [...judged, { verifyId, code }]
      if (error.kind === 'notActive') ends(verifyId)
      break
    }
    case 'CANCEL_OK':
    case 'CANCEL_FAILED':
      cancels = cancels.filter(({ verifyId }) => verifyId !== action.verifyId)
      if (action.type === 'CANCEL_OK') ends(action.verifyId)
      break
    default:
      break
  }
  for (const each of alive) if (at >= deadlinesOf(each).expiresAt) ends(each.verifyId)
  if (checks.some(({ sentAt }) => at > sentAt + longestAnswerMs)) {
    checks = checks.filter(({ sentAt }) => at <= sentAt + longestAnswerMs)
  }
  if (cancels.some(({ sentAt }) => at > sentAt + longestAnswerMs)) {
    cancels = cancels.filter(({ sentAt }) => at <= sentAt + longestAnswerMs)
  }
  for (const request of requests) {
    if (request.operation === 'check') {
      const { verification, code } = request
      checks = [...checks, { verification, code, sentAt: at }]
    } else if (request.operation === 'cancel') {
      const { verifyId } = request
      cancels = [...cancels.filter((each) => each.verifyId !== verifyId), { verifyId, sentAt: at }]
    }
  }
  return { checks, cancels, alive, judged, idsGiven }
}
