import type { VerifyErrorKind } from '@phoneproof/client'
import { deadlinesOf, isCall, type Verification } from './deadlines.ts'
import type { FlowAction } from './flow-action.ts'
import {
  verificationOf,
  type FlowMoment,
  type FlowStep,
  type FlowStepName,
  type StepNamed,
} from './flow-state.ts'

/**
 * What happened, for product analytics. It holds no number, code or id. `t` is in whole seconds since
 * the code was sent.
 */
export type FlowEvent =
  /** A number was submitted, or *Try again* pressed. */
  | { type: 'start_requested' }
  | { type: 'started' }
  /** `notSent`: the request had to wait for too long, so none went out. */
  | { type: 'start_failed'; kind: VerifyErrorKind | 'notSent' }
  /** After a reload, or when the person goes back to an abandoned number. */
  | { type: 'resumed'; t: number }
  /** A code was checked because it was complete, without a press of *Verify*. */
  | { type: 'code_completed'; method: 'typed' | 'paste' | 'autofill' }
  /** `attempt` counts from 1, over all codes of the flow. */
  | { type: 'check_failed'; kind: VerifyErrorKind; attempt: number }
  | {
      type: 'verified'
      t: number
      /**
       * What had been sent by then: `sms` for texts alone (or the name of another channel), `voice1`
       * with the first call, `voice2` with the second.
       */
      stage: string
      attempts: number
      codesSent: number
      source: 'this-tab' | 'other-tab'
    }
  | { type: 'new_code_requested'; t: number }
  | { type: 'number_changed'; t: number }
  | { type: 'cancelled'; t: number }
  | { type: 'expired'; hadInput: boolean }
  | { type: 'blocked' }
  | { type: 'locked' }

/** The analytics events of one transition. */
export function flowEventsFor(
  before: FlowMoment,
  after: FlowMoment,
  action: FlowAction,
): FlowEvent[] {
  if (before.state === after.state) return []
  const { name } = after.state.step
  const events = [eventOf(before, after, action)]
  if (before.state.step.name !== name) events.push(arrivalAt(name, before.state.code !== ''))
  return events.filter((each) => each !== undefined)
}

/** The events of a flow that was found in storage. */
export function flowEventsOnLoad({ state, now }: FlowMoment): FlowEvent[] {
  if (state.notice?.kind === 'expiredWhileAway') return [{ type: 'expired', hadInput: false }]
  if (state.step.name === 'phone') return []
  return [{ type: 'resumed', t: secondsSince(beginningOf(state.step), now) }]
}

/** Steps that are reported whichever step came before. */
function arrivalAt(step: FlowStepName, hadInput: boolean): FlowEvent | undefined {
  if (step === 'expired') return { type: step, hadInput }
  return step === 'blocked' || step === 'locked' ? { type: step } : undefined
}

function eventOf(before: FlowMoment, after: FlowMoment, action: FlowAction): FlowEvent | undefined {
  const { state, now } = after
  const was = before.state.step
  const is = state.step
  const verification = verificationOf(before.state) ?? verificationOf(state)
  const t = verification ? secondsSince(verification.earliestStart, now) : 0
  const isNew = was.name !== is.name
  switch (action.type) {
    case 'START_OK':
      return is.name === 'entering' && is.verification === action.verification
        ? { type: 'started' }
        : undefined
    case 'START_FAILED':
      return isNew ? { type: 'start_failed', kind: action.error.kind } : undefined
    case 'START_ENDED':
      return isNew ? { type: 'start_failed', kind: 'notSent' } : undefined
    case 'ADOPT':
    case 'TAB_STARTED':
    case 'RESUME_NUMBER':
      return is.name === 'entering' && isNew ? { type: 'resumed', t } : undefined
    case 'SUBMIT_CODE':
      return is.name === 'checking' && action.method !== undefined
        ? { type: 'code_completed', method: methodOf(action.method) }
        : undefined
    case 'CHECK_FAILED': {
      // A check that was given up may still fail. That was reported when it was given up.
      const isNews = before.state.error?.kind !== state.error?.kind
      const isHeard = was.name === 'checking' || isNew || isNews
      const { kind } = action.error
      return isHeard
        ? { type: 'check_failed', kind, attempt: before.state.failedAttempts + 1 }
        : undefined
    }
    case 'NEW_CODE':
      return isNew ? { type: 'new_code_requested', t } : undefined
    case 'CHANGE_NUMBER':
      return isNew ? { type: 'number_changed', t } : undefined
    case 'CANCEL_OK':
      return was.name === 'cancelling' && is.name === 'phone' ? { type: 'cancelled', t } : undefined
    case 'SUBMIT_PHONE':
      if (is.name === 'entering') return { type: 'resumed', t }
      return is.name === 'starting' ? { type: 'start_requested' } : undefined
    case 'RETRY':
      return is.name === 'starting' && isNew ? { type: 'start_requested' } : undefined
    case 'CHECK_OK':
    case 'TAB_VERIFIED':
      return isNew && is.name === 'verified' ? verifiedEvent(is, after) : undefined
    case 'CLOCK':
      return timedOut(was, is, before.state.failedAttempts)
    default:
      return undefined
  }
}

/** A request that was given up. */
function timedOut(was: FlowStep, is: FlowStep, failedAttempts: number): FlowEvent | undefined {
  if (was.name === 'starting' && is.name === 'startUncertain') {
    return { type: 'start_failed', kind: 'uncertain' }
  }
  if (was.name === 'starting' && is.name === 'phone') {
    return { type: 'start_failed', kind: 'notSent' }
  }
  return was.name === 'checking' && is.name === 'entering' && was.request.sentAt !== undefined
    ? { type: 'check_failed', kind: 'uncertain', attempt: failedAttempts + 1 }
    : undefined
}

/** From the reason of the code field, or from whatever another field says. */
function methodOf(reason: string): 'typed' | 'paste' | 'autofill' {
  if (/paste|drop/.test(reason)) return 'paste'
  return reason.includes('auto') ? 'autofill' : 'typed'
}

function verifiedEvent(
  { verification, source }: StepNamed<'verified'>,
  { state, now }: FlowMoment,
): FlowEvent {
  return {
    type: 'verified',
    t: secondsSince(verification.earliestStart, now),
    stage: stageOf(verification, now),
    attempts: state.failedAttempts + 1,
    codesSent: state.codesSent,
    source,
  }
}

function stageOf(verification: Verification, now: number): string {
  const { deliveries } = deadlinesOf(verification)
  const calls = deliveries.filter((each) => isCall(each) && each.at <= now)
  const last = calls.at(-1)
  return last ? `${last.channel}${calls.length}` : (deliveries[0]?.channel ?? 'none')
}

const beginningOf = (step: Exclude<FlowStep, { name: 'phone' }>): number =>
  'verification' in step
    ? step.verification.earliestStart
    : (step.start.firstSentAt ?? step.start.pressedAt)

const secondsSince = (instant: number, now: number): number =>
  Math.max(0, Math.round((now - instant) / 1000))
