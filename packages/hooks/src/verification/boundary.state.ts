import {
  cancelTimeoutMs,
  checkTimeoutMs,
  slowAfterMs,
  staleAfterMs,
  startUncertainAfterMs,
} from './request.state.ts'
import { boundariesOf, timelineOf } from './timeline.state.ts'
import { unconfirmedGraceMs, type VerificationState } from './verification.state.ts'

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
  queue.map(({ request }) =>
    request.sentAt === undefined ? request.sendAt : request.sentAt + cancelTimeoutMs,
  )

/** When requests go out, and when their answers are not waited for any more. */
function requestInstants({ main, inFlight, checkInFlight }: VerificationState): number[] {
  if (!('request' in main)) return []
  const { sentAt, sendAt } = main.request
  const instants = [sendAt]
  switch (main.step) {
    case 'starting':
      // It may be waiting for the answer of another start, and gives up just after its time.
      instants.push((main.conflictAt ?? main.attempt.pressedAt) + staleAfterMs + 1)
      instants.push(...inFlight.map((each) => each.sentAt + startUncertainAfterMs))
      if (sentAt !== undefined) instants.push(sentAt + startUncertainAfterMs)
      break
    case 'checking':
      // A check may be waiting for the answer to another one.
      if (checkInFlight) instants.push(checkInFlight.sentAt + checkTimeoutMs)
      instants.push(sentAt === undefined ? sendAt + staleAfterMs + 1 : sentAt + checkTimeoutMs)
      break
    default:
      if (sentAt !== undefined) instants.push(sentAt + cancelTimeoutMs)
      instants.push(timelineOf(main.verification).expiresAt)
  }
  return instants
}

function shownInstants({ main, cooldowns, notice, unanswered }: VerificationState): number[] {
  const instants = Object.values(cooldowns)
  if (notice?.until !== undefined) instants.push(notice.until)
  switch (main.step) {
    case 'starting':
      instants.push(main.attempt.pressedAt + slowAfterMs)
      break
    case 'blocked':
      instants.push(main.retryAt, main.until)
      break
    case 'entering':
    case 'checking':
      instants.push(...boundariesOf(main.verification))
      if (unanswered !== undefined) {
        instants.push(timelineOf(main.verification).expiresAt + unconfirmedGraceMs)
      }
      break
    case 'resendCancelling':
      instants.push(main.attempt.pressedAt + slowAfterMs, ...boundariesOf(main.verification))
      break
    case 'cancelling':
      instants.push(...boundariesOf(main.verification))
      break
    case 'locked':
      instants.push(timelineOf(main.verification).startAgainAt)
      break
    default:
      break
  }
  return instants
}
