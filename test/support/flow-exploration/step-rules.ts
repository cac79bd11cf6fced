import {
  availabilityOf,
  deadlinesOf,
  hasCodesLeft,
  verificationOf,
  type DueRequest,
  type FlowAction,
} from '@phoneproof/hooks/internal/verification-flow'
import type { UserAction } from '@phoneproof/hooks'
import type { Arrival, Position } from './position.ts'

// What is asked of every step from one position to the next. The rules of flow.md are named.

export interface Step extends Arrival {
  readonly action: FlowAction
  /** It led to where it came from, but for names and a shift of time. */
  readonly isSame: boolean
}

/** The first rule that the step breaks, as a sentence. */
export const judgeStep = (step: Step): string | undefined =>
  pressDoesWhatItLooksLike(step) ?? (step.position === step.from ? undefined : brokenRule(step))

function brokenRule(step: Step): string | undefined {
  const { requests } = step
  for (const request of requests) {
    const complaint = requestProblem(step, request)
    if (complaint !== undefined) return complaint
  }
  return (
    changesOrStays(step) ??
    staysVerified(step) ??
    forgetsNoStart(step) ??
    nobodyElsePresses(step) ??
    countsUp(step)
  )
}

const operations: Readonly<Partial<Record<FlowAction['type'], UserAction>>> = {
  SUBMIT_PHONE: 'sendCode',
  SUBMIT_CODE: 'verify',
  NEW_CODE: 'newCode',
  CANCEL: 'cancel',
  RETRY: 'retry',
  CHANGE_NUMBER: 'changeNumber',
  RESUME_NUMBER: 'resumeNumber',
}

/** I-13: what is available does something, and what is not changes nothing but a message. */
function pressDoesWhatItLooksLike({ from, action, position }: Step): string | undefined {
  const pressed = operations[action.type]
  if (pressed === undefined) return undefined
  const before = from.state
  const state = action.type === 'SUBMIT_PHONE' ? { ...before, phone: action.phone } : before
  const after = position.state
  if (availabilityOf({ state, now: from.now }, pressed).isAvailable) {
    return after === before ? `${pressed} is available and does nothing` : undefined
  }
  if (after === before) return undefined
  // A code that cannot be checked yet stays where it was typed, and the wait is said once more.
  const isOnlySaid = pressed === 'verify' && isSameBut(['code', 'error', 'notice'], before, after)
  return isOnlySaid ? undefined : `${pressed} is not available and does something`
}

function isSameBut(
  members: readonly string[],
  one: Position['state'],
  two: Position['state'],
): boolean {
  // SAFETY: both are of this type.
  const keys = Object.keys(two) as (keyof Position['state'])[]
  return keys.every((key) => members.includes(key) || one[key] === two[key])
}

function requestProblem(step: Step, request: DueRequest): string | undefined {
  switch (request.operation) {
    case 'start':
      return startProblem(step, request)
    case 'check':
      return checkProblem(step, request)
    case 'cancel':
      return cancelProblem(step, request.verifyId)
  }
}

type Of<Operation> = Extract<DueRequest, { operation: Operation }>

function startProblem(
  { from, action, position }: Step,
  { start }: Of<'start'>,
): string | undefined {
  const { at } = action
  // I-1
  const waited = from.state.inFlight.find(({ token, sentAt }) => {
    const isAnswered = 'token' in action && action.token === token
    return !isAnswered && at < sentAt + 15_000
  })
  if (waited) return 'a start is sent while another one is waited for (I-1)'
  // I-3
  const alive = position.outside.alive.find(({ phone }) => phone === start.phone)
  if (alive) return 'a start is sent to a number with a code that lives (I-3)'
  // I-7: repeats of a 409 for 15 s after it, everything else for 15 s after the press.
  const { step } = from.state
  const conflictAt =
    action.type === 'START_CONFLICT' ? at : step.name === 'starting' ? step.conflictAt : undefined
  const isWanted = at <= (conflictAt ?? start.pressedAt) + 15_000
  return isWanted ? undefined : 'a start is sent that nobody waits for any more (I-7)'
}

function checkProblem({ from, action, position }: Step, request: Of<'check'>): string | undefined {
  const { at } = action
  const { verification, code } = request
  const { verifyId } = verification
  const isJudged = position.outside.judged.some(
    (each) => each.verifyId === verifyId && each.code === code,
  )
  if (isJudged) return 'a code is sent that was judged (I-4)'
  const waited = from.outside.checks.find((each) => {
    const isAnswered =
      (action.type === 'CHECK_FAILED' || action.type === 'CHECK_OK') &&
      !position.outside.checks.includes(each)
    return !isAnswered && at < each.sentAt + 10_000
  })
  if (waited) return 'a check is sent while another one is waited for (I-1)'
  const { step } = from.state
  const pressedAt = step.name === 'checking' ? step.request.sendAt : at
  return at <= pressedAt + 15_000 ? undefined : 'a check is sent that nobody waits for (I-7)'
}

function cancelProblem({ from, action, position }: Step, verifyId: string): string | undefined {
  const { at } = action
  const { state } = position
  const abandoned = state.cancelQueue.find((each) => each.verification.verifyId === verifyId)
  const verification = abandoned?.verification ?? verificationOf(state)
  if (!verification || verification.verifyId !== verifyId)
    return 'a cancel is sent of what nobody knows'
  const { cancelAt, expiresAt } = deadlinesOf(verification)
  // An answer that took longer than a code lives is of one that is over.
  if (at < cancelAt && at < expiresAt && !state.settings.defersCancel)
    return 'a cancel is sent too early (I-2)'
  if (abandoned) return undefined
  const { step } = from.state
  const isWaiting = step.name === 'cancelling' || step.name === 'resendCancelling'
  const pressedAt = isWaiting ? step.request.sendAt : at
  return at <= pressedAt + 15_000 ? undefined : 'a cancel is sent that nobody waits for (I-7)'
}

/** An action that means nothing returns the very same object, unless a message is told once more. */
function changesOrStays({ from, position, isSame, action }: Step): string | undefined {
  const { state } = position
  if (!isSame || state === from.state || state.error !== from.state.error) return undefined
  // A flow that is reset while it is blank is blank; and other names are another state.
  if (action.type === 'RESET' || JSON.stringify(state) !== JSON.stringify(from.state))
    return undefined
  return `${action.type} changes nothing, and returns another object`
}

/** I-8: a verified flow is over, until it is reset. */
function staysVerified({ from, action, position }: Step): string | undefined {
  if (from.state.step.name !== 'verified' || action.type === 'RESET') return undefined
  return position.state.step === from.state.step ? undefined : 'a verified flow goes on (I-8)'
}

/** P2: a start is remembered until its answer, whatever happens. */
function forgetsNoStart({ from, action, position }: Step): string | undefined {
  const answered = 'token' in action ? action.token : undefined
  const after = position.state.inFlight
  const lost = from.state.inFlight.find(
    ({ token }) => token !== answered && !after.some((each) => each.token === token),
  )
  return lost && 'a start is forgotten before its answer (P2)'
}

const presses: readonly FlowAction['type'][] = ['SUBMIT_PHONE', 'NEW_CODE', 'RETRY']

/** P1: only a press begins a start, and only for a number that may have another code. */
function nobodyElsePresses({ from, action, position }: Step): string | undefined {
  const before = startOf(from)
  const start = startOf(position)
  if (start === undefined || start === before || start.pressedAt !== action.at) return undefined
  if (before?.pressedAt === start.pressedAt && before.startId === start.startId) return undefined
  if (!presses.includes(action.type)) return `${action.type} begins a start (P1)`
  const isNew = action.type !== 'RETRY'
  return isNew && !hasCodesLeft(from.state, start.phone)
    ? 'a code is sent beyond the last'
    : undefined
}

const startOf = ({ state: { step } }: Position) => ('start' in step ? step.start : undefined)

/** What counts over the whole flow is never less than before. */
function countsUp({ from, action, position }: Step): string | undefined {
  if (action.type === 'RESET') return undefined
  const { failedAttempts, codesSent, startRequests } = from.state
  const after = position.state
  const isLess =
    after.failedAttempts < failedAttempts ||
    after.codesSent < codesSent ||
    after.startRequests < startRequests
  return isLess ? 'a count goes back' : undefined
}
