import type { VerifyErrorKind } from '@phoneproof/client'
import { timelineOf } from './timeline.state.ts'
import type { VerificationEvent } from './verification.machine.ts'
import type { VerificationSnapshot } from './verification.run.ts'
import { verificationOf, type Main, type Step } from './verification.state.ts'

/**
 * What happened, for product analytics. Never a number, a code or an id. Times are whole seconds
 * since the code was sent.
 */
export type FlowEvent =
  /** A number was submitted, or *Try again* pressed. */
  | { type: 'start_requested' }
  | { type: 'started' }
  /** `notSent`: it had to wait for too long, so nothing went out. */
  | { type: 'start_failed'; kind: VerifyErrorKind | 'notSent' }
  /** After a reload, or back to a number that was left. */
  | { type: 'resumed'; t: number }
  /** A code was checked because it was complete, without a press. */
  | { type: 'code_completed'; method: 'typed' | 'paste' | 'autofill' }
  /** `attempt` counts from 1, across new codes. */
  | { type: 'check_failed'; kind: VerifyErrorKind; attempt: number }
  | {
      type: 'verified'
      t: number
      /** What had reached the person by then: the text alone, or the first or second call too. */
      stage: 'sms' | 'voice1' | 'voice2'
      attempts: number
      starts: number
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
  before: VerificationSnapshot,
  after: VerificationSnapshot,
  event: VerificationEvent,
): FlowEvent[] {
  if (before.state === after.state) return []
  const { step } = after.state.main
  const events = [eventOf(before, after, event)]
  if (before.state.main.step !== step) events.push(arrivalAt(step, before.state.code !== ''))
  return events.filter((each) => each !== undefined)
}

/** Of a flow that was found in storage. */
export function flowEventsOnLoad({ state, now }: VerificationSnapshot): FlowEvent[] {
  if (state.notice?.kind === 'expiredWhileAway') return [{ type: 'expired', hadInput: false }]
  if (state.main.step === 'phone') return []
  return [{ type: 'resumed', t: secondsSince(beginningOf(state.main), now) }]
}

/** Steps that are news wherever one comes from. */
function arrivalAt(step: Step, hadInput: boolean): FlowEvent | undefined {
  if (step === 'expired') return { type: step, hadInput }
  return step === 'blocked' || step === 'locked' ? { type: step } : undefined
}

function eventOf(
  before: VerificationSnapshot,
  after: VerificationSnapshot,
  event: VerificationEvent,
): FlowEvent | undefined {
  const { state, now } = after
  const was = before.state.main
  const is = state.main
  const verification = verificationOf(before.state) ?? verificationOf(state)
  const t = verification ? secondsSince(verification.earliestStart, now) : 0
  const isNew = was.step !== is.step
  switch (event.type) {
    case 'START_OK':
      return is.step === 'entering' && is.verification === event.verification
        ? { type: 'started' }
        : undefined
    case 'START_FAILED':
      return isNew ? { type: 'start_failed', kind: event.error.kind } : undefined
    case 'START_ENDED':
      return isNew ? { type: 'start_failed', kind: 'notSent' } : undefined
    case 'ADOPT':
    case 'TAB_STARTED':
    case 'KEEP_NUMBER':
      return is.step === 'entering' && isNew ? { type: 'resumed', t } : undefined
    case 'SUBMIT_CODE':
      return is.step === 'checking' && event.method !== undefined
        ? { type: 'code_completed', method: methodOf(event.method) }
        : undefined
    case 'CHECK_FAILED': {
      // A check that was given up may still fail, which is no news.
      const isNews = before.state.error?.kind !== state.error?.kind
      const isHeard = was.step === 'checking' || isNew || isNews
      const { kind } = event.error
      return isHeard ? { type: 'check_failed', kind, attempt: before.state.wrong + 1 } : undefined
    }
    case 'NEW_CODE':
      return isNew ? { type: 'new_code_requested', t } : undefined
    case 'CHANGE_NUMBER':
      return isNew ? { type: 'number_changed', t } : undefined
    case 'CANCEL_OK':
      return was.step === 'cancelling' && is.step === 'phone' ? { type: 'cancelled', t } : undefined
    case 'SUBMIT_PHONE':
      if (is.step === 'entering') return { type: 'resumed', t }
      return is.step === 'starting' ? { type: 'start_requested' } : undefined
    case 'RETRY':
      return is.step === 'starting' && isNew ? { type: 'start_requested' } : undefined
    case 'CHECK_OK':
    case 'TAB_VERIFIED':
      return isNew && is.step === 'verified' ? verifiedEvent(is, after) : undefined
    case 'CLOCK':
      return timedOut(was, is, before.state.wrong)
    default:
      return undefined
  }
}

/** What is not waited for any more. */
function timedOut(was: Main, is: Main, wrong: number): FlowEvent | undefined {
  if (was.step === 'starting' && is.step === 'startUncertain') {
    return { type: 'start_failed', kind: 'uncertain' }
  }
  if (was.step === 'starting' && is.step === 'phone') {
    return { type: 'start_failed', kind: 'notSent' }
  }
  return was.step === 'checking' && is.step === 'entering' && was.request.sentAt !== undefined
    ? { type: 'check_failed', kind: 'uncertain', attempt: wrong + 1 }
    : undefined
}

/** From the reason of the code field, or whatever a field of one's own says. */
function methodOf(reason: string): 'typed' | 'paste' | 'autofill' {
  if (/paste|drop/.test(reason)) return 'paste'
  return reason.includes('auto') ? 'autofill' : 'typed'
}

function verifiedEvent(
  { verification, source }: Extract<Main, { step: 'verified' }>,
  { state, now }: VerificationSnapshot,
): FlowEvent {
  const calls = timelineOf(verification).deliveries.filter(
    ({ at, channel }) => channel === 'voice' && at <= now,
  )
  return {
    type: 'verified',
    t: secondsSince(verification.earliestStart, now),
    stage: (['sms', 'voice1', 'voice2'] as const)[calls.length] ?? 'voice2',
    attempts: state.wrong + 1,
    starts: state.starts,
    source,
  }
}

const beginningOf = (main: Exclude<Main, { step: 'phone' }>): number =>
  'verification' in main
    ? main.verification.earliestStart
    : (main.attempt.firstSentAt ?? main.attempt.pressedAt)

const secondsSince = (instant: number, now: number): number =>
  Math.max(0, Math.round((now - instant) / 1000))
