import type { VerifyError } from '@phoneproof/client'
import {
  abandon,
  cancelNow,
  entryOf,
  entryOfPhone,
  cancelOthersSoon,
  entryToResume,
} from './cancel-queue.ts'
import { availabilityOf } from './availability.ts'
import { asksToWait } from './rate-limit.ts'
import { adopt, fail, failAndWait, enterStepCleared, enterStep } from './enter-step.ts'
import { requestAt, staleAfterMs, startUncertainAfterMs } from './request-times.ts'
import { deadlinesOf, type Verification } from './deadlines.ts'
import {
  e164,
  startIsStaleAfter,
  type Start,
  type FlowStep,
  type StepNamed,
  type StartInFlight,
  type StartMode,
  type ProblemStep,
  type AbandonedNumber,
  type FlowState,
} from './flow-state.ts'

const blockedRetryMs = 30_000

interface SubmitPhone {
  phone: string | undefined
  startId: string
  at: number
}

export function submitPhone(state: FlowState, action: SubmitPhone): FlowState {
  const { at, phone, startId } = action
  if (!availabilityOf({ state: { ...state, phone }, now: at }, 'sendCode').isAvailable) return state
  if (phone === undefined || !e164.test(phone)) return fail(state, 'invalidPhone')

  const known = entryToResume(state.cancelQueue, phone, at)
  const shown = known && showAgain(state, known, at)
  if (shown) return shown
  if (!state.online) return fail({ ...state, phone }, 'offline')

  // A start of the same number that is still waited for is not repeated.
  const pending = state.inFlight.find((each) => !each.isHandedOver && each.start.phone === phone)
  const isWaitedFor = pending !== undefined && at < pending.sentAt + startUncertainAfterMs
  const start: Start = isWaitedFor
    ? { ...pending.start, pressedAt: at }
    : pending
      ? pressAgain(pending.start, startId, at)
      : newStart(state, startId, phone, at)
  // The person has moved on, so abandoned numbers can be cancelled as soon as the service allows.
  const left = cancelOthersSoon(state, phone, at)
  const own = entryOfPhone(left, phone, at)
  const isIdle = own !== undefined && own.request.sentAt === undefined
  const cancelQueue = isIdle ? cancelNow(left, own.verification.verifyId, at) : left
  const starting = enterStarting({ ...state, phone, cancelQueue }, start, 'fresh', at)
  if (!isWaitedFor) return starting
  const { step } = starting
  const request = { ...step.request, sentAt: pending.sentAt }
  return { ...starting, step: { ...step, request, token: pending.token } }
}

export const newStart = (
  { settings }: FlowState,
  startId: string,
  phone: string,
  at: number,
): Start => ({
  startId,
  phone,
  pressedAt: at,
  uncertain: false,
  validForMs: settings.terms.validForMs,
  acceptedBefore: undefined,
})

/** Back to an abandoned number, as it is: locked, or with a code that lives. */
function showAgain(
  state: FlowState,
  { verification, isLocked, isInDoubt }: AbandonedNumber,
  at: number,
): FlowState | undefined {
  if (isLocked) return enterStep(state, { name: 'locked', verification })
  if (at >= deadlinesOf(verification).expiresAt) return undefined
  return adopt(state, verification, isInDoubt ? 'mayStillWork' : 'alreadySent')
}

/** *Try again*, after no answer, or when the number was busy. */
export function retryStart(state: FlowState, startId: string, at: number): FlowState {
  const { step } = state
  if (step.name !== 'startUncertain' && step.name !== 'blocked') return state
  if (!availabilityOf({ state, now: at }, 'retry').isAvailable) return state
  if (!state.online) return fail(state, 'offline')
  if (step.name === 'startUncertain') {
    return enterStarting(state, pressAgain(step.start, startId, at), step.mode, at)
  }
  const start = { ...withNewId(step.start, startId), pressedAt: at }
  return enterStartingAfter(step.until, state, start, 'fresh', at)
}

/** Under the same key, unless its verification is over. A backend may remember a key for longer. */
function pressAgain(start: Start, startId: string, at: number): Start {
  const isOver = start.firstSentAt !== undefined && at >= start.firstSentAt + start.validForMs
  return { ...(isOver ? withNewId(start, startId) : start), pressedAt: at }
}

/** A duplicate of this tab may have sent what would be the next key of the old id. */
const withNewId = (start: Start, startId: string): Start => ({
  ...start,
  startId,
  keysUsed: undefined,
  firstSentAt: undefined,
})

/** The service may end a code so many milliseconds after we think it does. */
export const behindMs = 10_000
/** A 409 right after an end is not final. It is repeated so many milliseconds after it came. */
const repeatsAfterMs: Record<Exclude<StartMode, 'fresh'>, readonly number[]> = {
  afterCancel: [2_000, 6_000, 14_000],
  afterExpiry: [1_000, 3_000, 7_000],
}
const isJustOver = (endedAt: number, at: number): boolean =>
  at >= endedAt && at < endedAt + behindMs

/** A start after a code has ended. The service may be a little behind, so a 409 is not yet final. */
export const enterStartingAfter = (
  endedAt: number,
  state: FlowState,
  start: Start,
  mode: StartMode,
  at: number,
): FlowState =>
  isJustOver(endedAt, at)
    ? enterStarting(state, start, 'afterExpiry', at)
    : enterStarting(state, start, mode, at, noRepeats)

/** With so many repeats behind it, a 409 is final. */
const noRepeats = 3

export function enterStarting(
  state: FlowState,
  start: Start,
  mode: StartMode,
  sendAt: number,
  repeats = 0,
): FlowState & { step: StepNamed<'starting'> } {
  const request = requestAt(sendAt, repeats)
  const step = { name: 'starting' as const, start, mode, request, problem: problemOnScreen(state) }
  return { ...enterStepCleared(state, step), step }
}

/** The problem on screen stays until the answer, because the focus is on its button. */
const problemOnScreen = ({ step }: FlowState): ProblemStep | undefined => {
  switch (step.name) {
    case 'startUncertain':
    case 'blocked':
    case 'expired':
    case 'locked':
      return step
    default:
      return undefined
  }
}

export const giveUpStart = (state: FlowState, { mode }: StepNamed<'starting'>): FlowState =>
  fail({ ...state, step: { name: 'phone' } }, mode === 'afterCancel' ? 'oldCodeStopped' : 'notSent')

export function startSent(state: FlowState, at: number): FlowState {
  const { step } = state
  if (step.name !== 'starting') return state
  const token = state.startRequests + 1
  const { firstSentAt = at } = step.start
  const start = { ...step.start, firstSentAt }
  // The instants do not tell: two requests can be of the same millisecond.
  const isFirst = step.start.firstSentAt === undefined && !start.keysUsed
  return {
    ...state,
    startRequests: token,
    step: { ...step, start, token, request: { ...step.request, sentAt: at } },
    inFlight: [...state.inFlight, { start, token, sentAt: at, isFirst }],
  }
}

/** An answer with a verification, however late. It is shown, or put into the cancel queue. */
export function startAccepted(
  state: FlowState,
  token: number,
  verification: Verification,
  at: number,
): FlowState {
  const isOfBefore = inFlightOf(state, token)?.isHandedOver
  const settled = answered(state, token)
  // The start led to what has been verified meanwhile: it is over.
  if (isOfBefore && verification.verifyId === state.verifiedId) return settled
  const { step, cancelQueue } = settled
  if (isWaitingForStart(step) && step.start.phone === verification.phone) {
    const notice = step.name === 'starting' && step.mode !== 'fresh' ? 'newCodeSent' : 'codeSent'
    const adopted = adopt(settled, verification, notice)
    const codesSent = settled.codesSent + 1
    const sentTo = [...settled.sentTo, verification.phone]
    return { ...adopted, codesSent, sentTo, notBefore: {}, unsaidWaits: {} }
  }
  // The answer to a repeat may be a verification that is known already.
  const isShown = 'verification' in step && step.verification.verifyId === verification.verifyId
  if (isShown || entryOf(cancelQueue, verification.verifyId)) return settled
  return { ...settled, cancelQueue: abandon(settled, verification, at, step.name !== 'phone') }
}

/**
 * An answer with a verification that was cancelled meanwhile. Its key would lead to the same one again,
 * so the start is sent once more under another key.
 */
export function startEnded(state: FlowState, token: number, at: number): FlowState {
  const sent = inFlightOf(state, token)?.start
  const settled = answered(state, token)
  const { step } = settled
  if (!isWaitingForStart(step) || step.name === 'blocked') return settled
  const isDue = step.name === 'starting' && step.request.sentAt === undefined
  const isSameKey = sent?.startId === step.start.startId && sent.keysUsed === step.start.keysUsed
  if (step.token !== token && !(isDue && isSameKey)) return settled
  if (step.name !== 'starting' || at > startIsStaleAfter(step)) {
    return fail({ ...settled, step: { name: 'phone' } }, 'notSent')
  }
  const start = withNewKey(step.start)
  return { ...settled, step: { ...step, start, token: undefined, request: requestAt(at) } }
}

/** 409, and neither this page, the backend nor another tab knows the verification. */
export function startConflict(state: FlowState, token: number, at: number): FlowState {
  const sentBefore = inFlightOf(state, token)
  const settled = answered(state, token)
  const { step } = settled
  if (!isAwaited(step, token)) return settled
  const uncertain = step.start.uncertain && !sentBefore?.isFirst
  const start = { ...withNewKey(step.start), uncertain }
  const { conflictAt = at } = step.name === 'starting' ? step : {}
  const again = step.name === 'starting' ? repeatAt(settled, step, at) : undefined
  if (step.name === 'starting' && again !== undefined) {
    const request = requestAt(again, step.request.repeats + 1)
    return { ...settled, step: { ...step, start, request, conflictAt, token: undefined } }
  }
  // A verification of ours would be over by now, so somebody else has the number.
  const isOver = at >= (start.acceptedBefore ?? at) + start.validForMs
  const acceptedBefore = isOver ? conflictAt : Math.min(start.acceptedBefore ?? at, conflictAt)
  const until = acceptedBefore + start.validForMs
  const blocked: FlowStep = {
    name: 'blocked',
    start: { ...start, acceptedBefore },
    until,
    retryAt: Math.min(at + blockedRetryMs, until),
  }
  return enterStep(settled, blocked)
}

/** When to repeat after a 409, if the number was ours a moment ago. */
function repeatAt(
  { freed }: FlowState,
  { mode, start, request, conflictAt }: StepNamed<'starting'>,
  at: number,
): number | undefined {
  const firstAt = conflictAt ?? at
  const isFreed = freed?.phone === start.phone && at < freed.at + behindMs
  if (mode === 'fresh' && !isFreed && conflictAt === undefined) return undefined
  const delay = repeatsAfterMs[mode === 'afterExpiry' ? mode : 'afterCancel'][request.repeats]
  if (delay === undefined || at > firstAt + staleAfterMs) return undefined
  return Math.max(at, firstAt + delay)
}

export function startFailed(
  state: FlowState,
  token: number,
  error: VerifyError,
  at: number,
): FlowState {
  const sentBefore = inFlightOf(state, token)
  const settled = answered(state, token)
  const { step } = settled
  if (!isWaitingForStart(step) || step.name === 'blocked') return settled
  if (error.kind === 'uncertain') {
    const ended = { ...step, start: endedBy(step.start, at) }
    if (ended.name === 'starting' && step.token === token)
      return becomeUncertain(settled, ended, at)
    return sentBefore?.start.startId === step.start.startId ? { ...settled, step: ended } : settled
  }
  if (step.token !== token) return settled
  const { start, mode } = step
  // An earlier request of this start may have been carried out, if there was one.
  const isInDoubt = start.uncertain && !sentBefore?.isFirst
  const next: FlowStep =
    isInDoubt && error.kind !== 'invalidPhone'
      ? { name: 'startUncertain', start, mode }
      : { name: 'phone' }
  const back: FlowState = { ...settled, step: next, notice: undefined }
  // After an expiry the old code had ended by itself.
  const hasStopped = mode === 'afterCancel'
  if (asksToWait(error)) {
    const kind = error.kind === 'limitReached' ? 'limitReached' : 'rateLimited'
    return failAndWait(back, hasStopped ? 'oldCodeStopped' : kind, 'start', error, at)
  }
  if (error.kind === 'invalidPhone') return fail(back, 'invalidPhone')
  return fail(back, hasStopped ? 'oldCodeStopped' : 'unavailable')
}

/** Nobody here can know whether the service has sent a code. */
export function becomeUncertain(
  state: FlowState,
  { start: pressed, mode, token }: StepNamed<'starting'>,
  at: number,
): FlowState {
  const start = { ...pressed, uncertain: true }
  return {
    ...enterStep(state, { name: 'startUncertain', start, mode, token }),
    // Only the end of the old code is certain.
    notice: mode === 'afterCancel' ? { kind: 'oldCodeStopped' } : undefined,
    inFlight: state.inFlight.map((each) =>
      at >= each.sentAt + startUncertainAfterMs
        ? { ...each, start: { ...each.start, uncertain: true } }
        : each,
    ),
  }
}

/**
 * True while a start must wait: a cancel of the same number is on its way, and its verification may
 * still be alive.
 */
export const waitsForCancel = ({ step, cancelQueue }: FlowState): boolean =>
  step.name === 'starting' &&
  cancelQueue.some(({ verification }) => verification.phone === step.start.phone)

/** A start waited for the cancel of its number, and that failed. The old code may live on. */
export function readoptAfterFailure(
  state: FlowState,
  verifyId: string,
  at: number,
): FlowState | undefined {
  const { step, cancelQueue } = state
  const entry = entryOf(cancelQueue, verifyId)
  const isWaiting = step.name === 'starting' && step.request.sentAt === undefined
  return isWaiting && entry?.verification.phone === step.start.phone
    ? showAgain(state, entry, at)
    : undefined
}

/** The steps in which the person waits for the answer to a start. */
type Waiting = StepNamed<'starting' | 'startUncertain' | 'blocked'>

export const isWaitingForStart = (step: FlowStep): step is Waiting =>
  step.name === 'starting' || step.name === 'startUncertain' || step.name === 'blocked'

/** Whether this request is the one that is waited for. An older one changes no step. */
const isAwaited = (step: FlowStep, token: number): step is Exclude<Waiting, { name: 'blocked' }> =>
  isWaitingForStart(step) && step.name !== 'blocked' && step.token === token

const inFlightOf = ({ inFlight }: FlowState, token: number): StartInFlight | undefined =>
  inFlight.find((each) => each.token === token)

/** The request has been answered. */
export const answered = (state: FlowState, token: number): FlowState => ({
  ...state,
  inFlight: state.inFlight.filter((each) => each.token !== token),
})

const withNewKey = (start: Start): Start => ({
  ...start,
  keysUsed: (start.keysUsed ?? 0) + 1,
  firstSentAt: undefined,
})

const endedBy = (start: Start, at: number): Start => ({
  ...start,
  acceptedBefore: Math.min(start.acceptedBefore ?? at, at),
})
