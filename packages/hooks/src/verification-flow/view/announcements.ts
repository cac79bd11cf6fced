import { secondsLeft } from '../../countdown/countdown.ts'
import { availabilityOf, hasCodesLeft } from '../machine/availability.ts'
import {
  callInProgress,
  isCall,
  callWarningMs,
  lastHalfMinuteMs,
  lastMinuteMs,
  nextDelivery,
  deadlinesOf,
  type Verification,
} from '../machine/deadlines.ts'
import {
  phoneOf,
  verificationOf,
  type FlowNoticeKind,
  type FlowMoment,
  type FlowState,
} from '../machine/flow-state.ts'
import { screenKeyOf, type ScreenKey } from '../machine/screen.ts'
import { isLimit, waitReasons } from './wait-reasons.ts'
import { blockedMessage, isSlow } from './what-shows.ts'

/** What only screen readers are told. */
export type AnnouncedKind =
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

/** What stands on the screen as well. These are the names of the messages there. */
type ShownKind =
  | 'sending'
  | 'sendingNewCode'
  | 'checking'
  | 'cancelling'
  | 'slow'
  | 'uncertainText'
  | 'blockedText'
  | 'lostText'
  | 'lostNoCallText'
  | 'lockedText'
  | 'lastCode'
  | 'lastCodeOver'
  | 'noMoreCodes'
  | 'whileChecking'
  | 'ended'
  | 'unconfirmed'
  | FlowNoticeKind

export type AnnouncementKind = AnnouncedKind | ShownKind

/** Something worth saying. Once it is announced it does not change. */
export interface Announcement {
  readonly kind: AnnouncementKind
  /** E.164. */
  readonly phone: string | undefined
  /** Seconds until the call, the end of the code, or the end of the wait. */
  readonly seconds: number
}

/** The announcement that stands in a live region. It goes as soon as it is no longer true. */
export interface CurrentAnnouncement extends Announcement {
  readonly id: number
  readonly at: number
  /** When it goes at the latest, in milliseconds since the epoch. Undefined: it stays. */
  readonly until: number | undefined
  /** The screen it was about. */
  readonly screen: ScreenKey
}

/**
 * Milliseconds for which an announcement stands in the page at most. A screen reader has read it by
 * then, and a time that it names was true when it was announced.
 */
export const announcedForMs = 5_000

/** The announcement from `now` on. Success stays, because nothing comes after it. */
export const announceNow = (
  announcement: Announcement,
  id: number,
  { state, now }: FlowMoment,
): CurrentAnnouncement => ({
  ...announcement,
  id,
  at: now,
  until: announcement.kind === 'verified' ? undefined : now + announcedForMs,
  screen: screenKeyOf(state),
})

/** Whether an announcement is still true, so that nobody comes upon one that is not. */
export function isStillSo(
  { kind, until, screen }: CurrentAnnouncement,
  moment: FlowMoment,
): boolean {
  const { state, now } = moment
  if (now >= (until ?? Number.POSITIVE_INFINITY) || screenKeyOf(state) !== screen) return false
  const { name } = state.step
  switch (kind) {
    case 'sending':
      return name === 'starting'
    case 'sendingNewCode':
      return name === 'starting' || name === 'resendCancelling'
    case 'checking':
    case 'cancelling':
      return name === kind
    case 'slow':
      return isSlow(moment)
    case 'waitOver':
      return passing(moment) === 0
    case 'newCodePossible':
      return isBothPossible(moment)
    case 'lastCode':
    case 'noMoreCodes':
      return waitReasons(moment).some(({ reason }) => reason === kind)
    case 'uncertainText':
    case 'blockedText':
    case 'lostText':
    case 'lostNoCallText':
      // Not after *Try again* was pressed.
      return name !== 'starting'
    case 'callSoon': {
      const verification = verificationOf(state)
      return verification !== undefined && isCallSoon(verification, now)
    }
    default:
      return true
  }
}

/** The latest thing worth saying between two snapshots, or undefined for silence. */
export function announcementFor(before: FlowMoment, after: FlowMoment): Announcement | undefined {
  const kind =
    stepAnnouncement(before.state, after.state) ??
    noticeAnnouncement(before.state, after.state) ??
    (isSlow(after) && !isSlow(before) ? 'slow' : undefined) ??
    waitAnnouncement(before, after) ??
    limitAnnouncement(before, after) ??
    scheduled(before, after)
  return (
    kind && {
      kind,
      phone: after.state.notice?.phone ?? phoneOf(after.state),
      seconds: secondsUntilEnd(kind, after),
    }
  )
}

function stepAnnouncement(before: FlowState, after: FlowState) {
  const { step, notice } = after
  const was = before.step.name
  if (step.name === 'entering') {
    const isShownAlready = verificationOf(before)?.verifyId === step.verification.verifyId
    return isShownAlready ? undefined : arrivals[notice?.kind ?? 'alreadySent']
  }
  if (step.name === was) return undefined
  switch (step.name) {
    case 'starting':
      if (was === 'resendCancelling') return undefined
      return step.mode === 'fresh' ? 'sending' : 'sendingNewCode'
    case 'startUncertain':
      return 'uncertainText'
    case 'resendCancelling':
      return 'sendingNewCode'
    case 'blocked':
      return blockedMessage(step, after.settings)
    case 'locked':
      return hasCodesLeft(after) ? 'lockedText' : 'lastCodeOver'
    case 'expired':
      if (!hasCodesLeft(after)) return 'lastCodeOver'
      return step.cause === 'time' ? 'expired' : step.cause
    case 'phone':
      return undefined
    default:
      return step.name
  }
}

/** How the code on screen came to be there. */
const arrivals: Partial<Record<FlowNoticeKind, AnnouncedKind>> = {
  codeSent: 'codeSent',
  newCodeSent: 'newCodeSent',
  alreadySent: 'resumed',
  replacedElsewhere: 'replaced',
}

const noticeAnnouncement = (before: FlowState, { notice }: FlowState) =>
  notice !== before.notice && notice && !(notice.kind in arrivals) ? notice.kind : undefined

const passing = (snapshot: FlowMoment): number =>
  waitReasons(snapshot).filter((each) => !isLimit(each)).length

const waitAnnouncement = (before: FlowMoment, after: FlowMoment) =>
  screenKeyOf(before.state) === screenKeyOf(after.state) &&
  passing(before) > 0 &&
  passing(after) === 0
    ? 'waitOver'
    : undefined

/** That there are no more codes, when the screen says so. */
function limitAnnouncement(before: FlowMoment, after: FlowMoment) {
  const limit = waitReasons(after).find(isLimit)?.reason
  const isNews = limit && !waitReasons(before).some(({ reason }) => reason === limit)
  return isNews ? (limit as 'lastCode' | 'noMoreCodes') : undefined
}

/** What time alone brings. With its sending and its end, a code is announced at most seven times. */
function scheduled(before: FlowMoment, after: FlowMoment) {
  const { step } = after.state
  if (step.name !== 'entering' && step.name !== 'checking') return undefined
  const { verification } = step
  // A screen reader must not talk over the voice.
  if (callInProgress(verification, after.now)) return undefined
  // A sleeping laptop may pass several instants at once. The latest one counts that is still true.
  return schedule(verification).findLast(
    ([at, kind]) => before.now < at && at <= after.now && isStillTrue(kind, verification, after),
  )?.[1]
}

type Scheduled = readonly [at: number, kind: AnnouncedKind]

function schedule(verification: Verification): Scheduled[] {
  const { cancelAt, expiresAt, deliveries } = deadlinesOf(verification)
  const calls = deliveries.filter(isCall)
  return [
    [cancelAt, 'newCodePossible'],
    ...calls.map(({ at }): Scheduled => [at - callWarningMs, 'callSoon']),
    [expiresAt - lastMinuteMs, 'lastMinute'],
    [expiresAt - lastHalfMinuteMs, 'lastHalfMinute'],
  ]
}

function isStillTrue(kind: AnnouncedKind, verification: Verification, moment: FlowMoment): boolean {
  if (kind === 'callSoon') return isCallSoon(verification, moment.now)
  return kind !== 'newCodePossible' || isBothPossible(moment)
}

const isBothPossible = (moment: FlowMoment): boolean =>
  availabilityOf(moment, 'newCode').isAvailable && availabilityOf(moment, 'cancel').isAvailable

const isCallSoon = (verification: Verification, now: number): boolean =>
  (nextDelivery(verification, now)?.at ?? Number.POSITIVE_INFINITY) <= now + callWarningMs

function secondsUntilEnd(kind: AnnouncementKind, { state, now }: FlowMoment): number {
  const { step } = state
  const verification = verificationOf(state)
  if (step.name === 'blocked') return roundedSeconds(step.until, now)
  if (!verification) return 0
  const end = kind === 'callSoon' ? nextDelivery(verification, now)?.at : undefined
  return roundedSeconds(end ?? deadlinesOf(verification).expiresAt, now)
}

/** Whole seconds in the last minute, tens before it: nobody listens to "4 minutes 59 seconds". */
export function roundedSeconds(deadline: number, now: number): number {
  const seconds = secondsLeft(deadline, now)
  return seconds > 60 ? Math.round(seconds / 10) * 10 : seconds
}
