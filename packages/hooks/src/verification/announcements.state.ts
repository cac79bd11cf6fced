import { secondsLeft } from '../countdown/countdown.ts'
import {
  cancelAvailability,
  hasCodesLeft,
  isLimit,
  newCodeAvailability,
  waitsOf,
} from './availability.state.ts'
import {
  callInProgress,
  callWarningMs,
  lastHalfMinuteMs,
  lastMinuteMs,
  nextDelivery,
  timelineOf,
  type Verification,
} from './timeline.state.ts'
import type { VerificationSnapshot } from './verification.run.ts'
import {
  phoneOf,
  verificationOf,
  type FlowNoticeKind,
  type Moment,
  type VerificationState,
} from './verification.state.ts'
import { isSlow, viewOf, type View } from './view.state.ts'

/** What only screen readers are told, without anybody moving focus. */
export type SpokenKind =
  | 'codeSent'
  | 'newCodeSent'
  | 'resumed'
  | 'replaced'
  | 'newCodePossible'
  | 'callSoon'
  | 'lastMinute'
  | 'lastHalfMinute'
  | 'expired'
  | 'verified'
  | 'waitOver'

/** What stands on the screen as well: the names of the messages that stand there. */
type ShownKind =
  | 'sending'
  | 'sendingNewCode'
  | 'checking'
  | 'cancelling'
  | 'slow'
  | 'uncertainText'
  | 'blockedText'
  | 'lostText'
  | 'lockedText'
  | 'lastCode'
  | 'lastCodeOver'
  | 'noMoreCodes'
  | 'whileChecking'
  | 'ended'
  | 'unconfirmed'
  | FlowNoticeKind

export type AnnouncementKind = SpokenKind | ShownKind

/** Something worth saying, with what it is about at that moment: said once, it never changes. */
export interface Announcement {
  readonly kind: AnnouncementKind
  /** E.164. */
  readonly phone: string | undefined
  /** Until the call, the end of the code, or the end of the wait. */
  readonly seconds: number
}

/** What was said, with when and where: it is taken back as soon as it is not true any more. */
export interface Said extends Announcement {
  readonly id: number
  readonly at: number
  /** When it is to be gone at the latest, if at all. */
  readonly until: number | undefined
  /** The screen it was about. */
  readonly view: View
}

/**
 * What is said stands in the page for this long at most. A screen reader has it by then, and the time
 * that it names is that of the moment it was said in.
 */
export const saidForMs = 5_000

/** What is to be said from `now` on. Success stays: nothing comes after it. */
export const saidNow = (news: Announcement, id: number, { state, now }: Moment): Said => ({
  ...news,
  id,
  at: now,
  until: news.kind === 'verified' ? undefined : now + saidForMs,
  view: viewOf(state),
})

/** Whether it may still stand there: nobody comes upon what is over. */
export function isStillSo({ kind, until, view }: Said, moment: Moment): boolean {
  const { state, now } = moment
  if (now >= (until ?? Number.POSITIVE_INFINITY) || viewOf(state) !== view) return false
  const { step } = state.main
  switch (kind) {
    case 'sending':
      return step === 'starting'
    case 'sendingNewCode':
      return step === 'starting' || step === 'resendCancelling'
    case 'checking':
    case 'cancelling':
      return step === kind
    case 'slow':
      return isSlow(moment)
    case 'waitOver':
      return passing(moment) === 0
    case 'newCodePossible':
      return isBothPossible(moment)
    case 'lastCode':
    case 'noMoreCodes':
      return waitsOf(moment).some(({ wait }) => wait === kind)
    case 'uncertainText':
    case 'blockedText':
    case 'lostText':
      // *Try again* was pressed.
      return step !== 'starting'
    case 'callSoon': {
      const verification = verificationOf(state)
      return verification !== undefined && isCallSoon(verification, now)
    }
    default:
      return true
  }
}

/** The latest thing worth saying between two snapshots, or undefined for silence. */
export function announcementFor(
  before: VerificationSnapshot,
  after: VerificationSnapshot,
): Announcement | undefined {
  const kind =
    stepNews(before.state, after.state) ??
    noticeNews(before.state, after.state) ??
    (isSlow(after) && !isSlow(before) ? 'slow' : undefined) ??
    waitNews(before, after) ??
    limitNews(before, after) ??
    scheduled(before, after)
  return (
    kind && {
      kind,
      phone: after.state.notice?.phone ?? phoneOf(after.state),
      seconds: secondsUntilEnd(kind, after),
    }
  )
}

function stepNews(before: VerificationState, after: VerificationState) {
  const { main, notice } = after
  const was = before.main.step
  if (main.step === 'entering') {
    const isShownAlready = verificationOf(before)?.verifyId === main.verification.verifyId
    return isShownAlready ? undefined : arrivals[notice?.kind ?? 'alreadySent']
  }
  if (main.step === was) return undefined
  switch (main.step) {
    case 'starting':
      if (was === 'resendCancelling') return undefined
      return main.mode === 'fresh' ? 'sending' : 'sendingNewCode'
    case 'startUncertain':
      return 'uncertainText'
    case 'resendCancelling':
      return 'sendingNewCode'
    case 'blocked':
      return main.attempt.uncertain ? 'lostText' : 'blockedText'
    case 'locked':
      return hasCodesLeft(after) ? 'lockedText' : 'lastCodeOver'
    case 'expired':
      if (!hasCodesLeft(after)) return 'lastCodeOver'
      return main.cause === 'time' ? 'expired' : main.cause
    case 'phone':
      return undefined
    default:
      return main.step
  }
}

/** How a code on screen came to be there. */
const arrivals: Partial<Record<FlowNoticeKind, SpokenKind>> = {
  codeSent: 'codeSent',
  newCodeSent: 'newCodeSent',
  alreadySent: 'resumed',
  replacedElsewhere: 'replaced',
}

const noticeNews = (before: VerificationState, { notice }: VerificationState) =>
  notice !== before.notice && notice && !(notice.kind in arrivals) ? notice.kind : undefined

const passing = (snapshot: Moment): number =>
  waitsOf(snapshot).filter((each) => !isLimit(each)).length

const waitNews = (before: VerificationSnapshot, after: VerificationSnapshot) =>
  viewOf(before.state) === viewOf(after.state) && passing(before) > 0 && passing(after) === 0
    ? 'waitOver'
    : undefined

/** That there are no more codes, where that appears on the screen. */
function limitNews(before: VerificationSnapshot, after: VerificationSnapshot) {
  const limit = waitsOf(after).find(isLimit)?.wait
  const isNews = limit && !waitsOf(before).some(({ wait }) => wait === limit)
  return isNews ? (limit as 'lastCode' | 'noMoreCodes') : undefined
}

/** What time itself brings: at most seven things for one code, with its sending and its end. */
function scheduled(before: VerificationSnapshot, after: VerificationSnapshot) {
  const { main } = after.state
  if (main.step !== 'entering' && main.step !== 'checking') return undefined
  const { verification } = main
  // A screen reader must not talk over the voice.
  if (callInProgress(verification, after.now)) return undefined
  // Of several instants passed at once (a sleeping laptop) the latest counts that is still true.
  return schedule(verification).findLast(
    ([at, kind]) => before.now < at && at <= after.now && isStillTrue(kind, verification, after),
  )?.[1]
}

type Scheduled = readonly [at: number, kind: SpokenKind]

function schedule(verification: Verification): Scheduled[] {
  const { cancelAt, expiresAt, deliveries } = timelineOf(verification)
  const calls = deliveries.filter(({ channel }) => channel === 'voice')
  return [
    [cancelAt, 'newCodePossible'],
    ...calls.map(({ at }): Scheduled => [at - callWarningMs, 'callSoon']),
    [expiresAt - lastMinuteMs, 'lastMinute'],
    [expiresAt - lastHalfMinuteMs, 'lastHalfMinute'],
  ]
}

function isStillTrue(kind: SpokenKind, verification: Verification, moment: Moment): boolean {
  if (kind === 'callSoon') return isCallSoon(verification, moment.now)
  return kind !== 'newCodePossible' || isBothPossible(moment)
}

const isBothPossible = (moment: Moment): boolean =>
  newCodeAvailability(moment).isAvailable && cancelAvailability(moment).isAvailable

const isCallSoon = (verification: Verification, now: number): boolean =>
  (nextDelivery(verification, now)?.at ?? Number.POSITIVE_INFINITY) <= now + callWarningMs

function secondsUntilEnd(kind: AnnouncementKind, { state, now }: VerificationSnapshot): number {
  const { main } = state
  const verification = verificationOf(state)
  if (main.step === 'blocked') return spokenSeconds(main.until, now)
  if (!verification) return 0
  const end = kind === 'callSoon' ? nextDelivery(verification, now)?.at : undefined
  return spokenSeconds(end ?? timelineOf(verification).expiresAt, now)
}

/** Whole seconds in the last minute, tens before it: nobody listens to "4 minutes 59 seconds". */
export function spokenSeconds(deadline: number, now: number): number {
  const seconds = secondsLeft(deadline, now)
  return seconds > 60 ? Math.round(seconds / 10) * 10 : seconds
}
