import {
  cancelTimeoutMs,
  checkTimeoutMs,
  slowAfterMs,
  staleAfterMs,
  startUncertainAfterMs,
} from './request.state.ts'
import { boundariesOf, timelineOf } from './timeline.state.ts'
import {
  startIsStaleAfter,
  unconfirmedGraceMs,
  type VerificationState,
} from './verification.state.ts'

/** Who has an interest in what time does to a flow. */
export type Audience =
  /** People: all that is shown. */
  | 'seen'
  /** A page nobody sees: what they pressed goes on, and nothing is drawn because time passes. */
  | 'hidden'
  /** Nothing is mounted: only cancels of numbers that were left go on. */
  | 'unmounted'

/** The first instant after `now` at which something is to be done. */
export function nextBoundary(
  state: VerificationState,
  now: number,
  audience: Audience = 'seen',
): number | undefined {
  const instants = queueInstants(state)
  if (audience !== 'unmounted') instants.push(...requestInstants(state))
  if (audience === 'seen') instants.push(...shownInstants(state))
  const coming = instants.filter((instant) => instant > now && Number.isFinite(instant))
  return coming.length === 0 ? undefined : Math.min(...coming)
}

const queueInstants = ({ queue }: VerificationState): number[] =>
  queue.map(({ request: { sentAt, sendAt } }) =>
    sentAt === undefined ? sendAt : sentAt + cancelTimeoutMs,
  )

/** When requests go out, and when their answers are not waited for any more. */
function requestInstants({ main, inFlight, checkInFlight }: VerificationState): number[] {
  if (!('request' in main)) return []
  const { sendAt, sentAt = Number.POSITIVE_INFINITY } = main.request
  const instants = [sendAt, sendAt + staleAfterMs + 1, sentAt + checkTimeoutMs]
  // It may be waiting for the answer of another start, or another check.
  if (checkInFlight) instants.push(checkInFlight.sentAt + checkTimeoutMs)
  instants.push(...inFlight.map((each) => each.sentAt + startUncertainAfterMs))
  if ('verification' in main) instants.push(timelineOf(main.verification).expiresAt)
  // It gives up just after its time.
  else instants.push(sentAt + startUncertainAfterMs, startIsStaleAfter(main) + 1)
  return instants
}

/** What can be seen to change; too many rather than too few. */
function shownInstants({ main, cooldowns, notice, unanswered }: VerificationState): number[] {
  const instants = Object.values(cooldowns).filter((instant) => instant !== undefined)
  if (notice?.until !== undefined) instants.push(notice.until)
  if ('attempt' in main) instants.push(main.attempt.pressedAt + slowAfterMs)
  if (main.step === 'blocked') instants.push(main.retryAt, main.until)
  if ('verification' in main && main.step !== 'expired' && main.step !== 'verified') {
    instants.push(...boundariesOf(main.verification))
    if (unanswered !== undefined) {
      instants.push(timelineOf(main.verification).expiresAt + unconfirmedGraceMs)
    }
  }
  return instants
}
