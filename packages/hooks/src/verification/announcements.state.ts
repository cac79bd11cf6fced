import {
  callInProgress,
  callWarningMs,
  lastHalfMinuteMs,
  lastMinuteMs,
  timelineOf,
} from './timeline.state.ts'
import type { VerificationSnapshot } from './verification.run.ts'
import { verificationOf } from './verification.state.ts'

/** What a screen reader is told without anybody moving focus. At most seven for one code. */
export type AnnouncementKind =
  | 'codeSent'
  | 'newCodeSent'
  | 'newCodePossible'
  | 'callSoon'
  | 'lastMinute'
  | 'lastHalfMinute'
  | 'expired'
  | 'checking'
  | 'verified'
  | 'backOnline'

/** The latest thing worth saying between two snapshots, or undefined for silence. */
export function announcementFor(
  before: VerificationSnapshot,
  after: VerificationSnapshot,
): AnnouncementKind | undefined {
  const { main, notice } = after.state
  const was = before.state.main
  if (main.step !== was.step) {
    if (main.step === 'expired' && main.cause === 'time') return 'expired'
    if (main.step === 'verified') return 'verified'
  }
  const verification = verificationOf(after.state)
  if (verification && verification !== verificationOf(before.state)) {
    return notice?.kind === 'newCodeSent' ? 'newCodeSent' : 'codeSent'
  }
  if (notice?.kind === 'backOnline' && before.state.notice !== notice) return 'backOnline'
  if (!verification || (main.step !== 'entering' && main.step !== 'checking')) return undefined
  if (callInProgress(verification, after.now)) return undefined
  return passed(schedule(verification), before.now, after.now)
}

type Scheduled = readonly [at: number, kind: AnnouncementKind]

function schedule(verification: Parameters<typeof timelineOf>[0]): Scheduled[] {
  const { cancelAt, expiresAt, deliveries } = timelineOf(verification)
  const calls = deliveries.filter(({ at, channel }) => channel === 'voice' && at > cancelAt)
  return [
    [cancelAt, 'newCodePossible'],
    ...calls.map(({ at }): Scheduled => [at - callWarningMs, 'callSoon']),
    [expiresAt - lastMinuteMs, 'lastMinute'],
    [expiresAt - lastHalfMinuteMs, 'lastHalfMinute'],
  ]
}

/** Of several instants passed at once (a sleeping laptop) only the latest counts. */
const passed = (instants: Scheduled[], from: number, to: number): AnnouncementKind | undefined =>
  instants.findLast(([at]) => from < at && at <= to)?.[1]
