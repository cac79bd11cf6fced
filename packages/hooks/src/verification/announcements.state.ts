import { secondsLeft } from '../countdown/countdown.ts'
import { hasCodesLeft, isLimit, waitsOf } from './availability.state.ts'
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
  isCooling,
  phoneOf,
  verificationOf,
  type FlowNoticeKind,
  type VerificationState,
} from './verification.state.ts'
import { isSlow, viewOf } from './view.state.ts'

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

const passing = (snapshot: VerificationSnapshot): number =>
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

function isStillTrue(
  kind: SpokenKind,
  verification: Verification,
  { state, now }: VerificationSnapshot,
): boolean {
  if (kind === 'callSoon')
    return (nextDelivery(verification, now)?.at ?? Infinity) <= now + callWarningMs
  if (kind === 'newCodePossible')
    return (
      hasCodesLeft(state) &&
      !(['start', 'newCode', 'cancel'] as const).some((each) => isCooling(state, each, now))
    )
  return true
}

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
