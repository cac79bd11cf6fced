import {
  cancelTimeoutMs,
  checkTimeoutMs,
  slowAfterMs,
  staleAfterMs,
  startUncertainAfterMs,
} from './request-times.ts'
import { instantsOf, deadlinesOf } from './deadlines.ts'
import { startIsStaleAfter, unconfirmedGraceMs, type FlowState } from './flow-state.ts'

/** Who can notice what time does to a flow. */
export type Visibility =
  /** A person sees it. */
  | 'visible'
  /** The page is hidden: requests go on, and nothing is drawn because time passes. */
  | 'hidden'
  /** No component shows it: only cancels of abandoned numbers go on. */
  | 'unmounted'

/** The first instant after `now` at which time alone changes something. Undefined for none. */
export function nextWakeUp(
  state: FlowState,
  now: number,
  visibility: Visibility = 'visible',
): number | undefined {
  const instants = queueInstants(state)
  if (visibility !== 'unmounted') instants.push(...requestInstants(state))
  if (visibility === 'visible') instants.push(...shownInstants(state))
  const coming = instants.filter((instant) => instant > now && Number.isFinite(instant))
  return coming.length === 0 ? undefined : Math.min(...coming)
}

const queueInstants = ({ cancelQueue }: FlowState): number[] =>
  cancelQueue.map(({ request: { sentAt, sendAt } }) =>
    sentAt === undefined ? sendAt : sentAt + cancelTimeoutMs,
  )

/** When requests go out, and when they are given up. */
function requestInstants({ step, inFlight, checkInFlight }: FlowState): number[] {
  if (!('request' in step)) return []
  const { sendAt, sentAt = Number.POSITIVE_INFINITY } = step.request
  const instants = [sendAt, sendAt + staleAfterMs + 1, sentAt + checkTimeoutMs]
  // The step may wait for the answer to another start or check.
  if (checkInFlight) instants.push(checkInFlight.sentAt + checkTimeoutMs)
  instants.push(...inFlight.map((each) => each.sentAt + startUncertainAfterMs))
  if ('verification' in step) instants.push(deadlinesOf(step.verification).expiresAt)
  // It is given up just after its time.
  else instants.push(sentAt + startUncertainAfterMs, startIsStaleAfter(step) + 1)
  return instants
}

/** When something on screen may change. Too many instants do no harm. */
function shownInstants({ step, notBefore, notice, uncheckedCode }: FlowState): number[] {
  const instants = Object.values(notBefore).filter((instant) => instant !== undefined)
  if (notice?.until !== undefined) instants.push(notice.until)
  if ('start' in step) instants.push(step.start.pressedAt + slowAfterMs)
  if (step.name === 'blocked') instants.push(step.retryAt, step.until)
  if ('verification' in step && step.name !== 'expired' && step.name !== 'verified') {
    instants.push(...instantsOf(step.verification))
    if (uncheckedCode !== undefined) {
      instants.push(deadlinesOf(step.verification).expiresAt + unconfirmedGraceMs)
    }
  }
  return instants
}
