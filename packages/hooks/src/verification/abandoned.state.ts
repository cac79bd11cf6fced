import type { VerifyError } from '@phoneproof/client'
import {
  cancelTimeoutMs,
  hasTimedOut,
  isDue,
  requestAt,
  type RequestTimes,
} from './request.state.ts'
import { nextDelivery, timelineOf, type Verification } from './timeline.state.ts'
import type { VerificationState } from './verification.state.ts'

/** A verification the person has left. It is cancelled before its next call, silently. */
export interface Abandoned {
  readonly verification: Verification
  readonly request: RequestTimes
  /** Its code takes no more tries. */
  readonly isLocked?: boolean | undefined
  /** A cancel was sent and not answered: its code may be dead. */
  readonly isInDoubt?: boolean | undefined
}

type Queue = readonly Abandoned[]

/** The cancel is sent this long before the next text or call. */
const leadMs = 5_000
const backoffMs = [2_000, 4_000, 8_000]

/**
 * When an abandoned verification is to be cancelled: just before it would ring next, so that an
 * accidental press costs nothing until then; or as soon as allowed, once the person has moved on
 * to another number (`isFinal`). Infinity when there is nothing left to prevent.
 */
function cancelDueAt(
  { settings }: VerificationState,
  verification: Verification,
  now: number,
  isFinal: boolean,
): number {
  const opensAt = settings.defersCancel ? now : timelineOf(verification).cancelAt
  if (isFinal) return Math.max(now, opensAt)
  const next = nextDelivery(verification, now)
  // The service may have accepted the start long before its answer was here, and calls from then.
  const early = verification.latestStart - verification.earliestStart
  return next ? Math.max(now, opensAt, next.at - early - leadMs) : Number.POSITIVE_INFINITY
}

/** The queue with a verification the person has left: for good, or not yet (`isFinal`). */
export function abandon(
  state: VerificationState,
  verification: Verification,
  now: number,
  isFinal: boolean,
  isLocked?: boolean,
): Queue {
  const { queue } = state
  if (now >= timelineOf(verification).startAgainAt) return queue
  const request = requestAt(cancelDueAt(state, verification, now, isFinal))
  return [...remove(queue, verification.verifyId), { verification, request, isLocked }]
}

/** The person submitted `phone`: all other numbers they left, and that were not tried yet, can go. */
export const moveOn = (state: VerificationState, phone: string, now: number): Queue =>
  state.queue.map((entry) => {
    const { verification, request } = entry
    if (isTried(entry) || verification.phone === phone) return entry
    const sendAt = cancelDueAt(state, verification, now, true)
    return { ...entry, request: { ...request, sendAt } }
  })

const isTried = ({ request }: Abandoned): boolean =>
  request.sentAt !== undefined || request.tries > 0

/** The same number again, whose cancel was not answered: it is asked for once more, at once. */
export const cancelNow = (queue: Queue, verifyId: string, now: number): Queue =>
  change(queue, verifyId, (entry) => ({
    ...entry,
    request: requestAt(now, entry.request.tries),
  }))

export const find = (queue: Queue, verifyId: string): Abandoned | undefined =>
  queue.find(({ verification }) => verification.verifyId === verifyId)

/** The newest one of a number that may be alive. */
export const findPhone = (queue: Queue, phone: string, now: number): Abandoned | undefined =>
  queue.findLast(
    ({ verification }) =>
      verification.phone === phone && now < timelineOf(verification).startAgainAt,
  )

/** Where a number that was left still is, if that is known: nothing is asked for twice. */
export function wayBack(
  queue: Queue,
  phone: string | undefined,
  now: number,
): Abandoned | undefined {
  const entry = phone === undefined ? undefined : findPhone(queue, phone, now)
  if (!entry || entry.request.sentAt !== undefined) return undefined
  if (entry.isLocked) return entry
  return entry.isInDoubt || now >= timelineOf(entry.verification).expiresAt ? undefined : entry
}

export const remove = (queue: Queue, verifyId: string): Queue =>
  find(queue, verifyId)
    ? queue.filter(({ verification }) => verification.verifyId !== verifyId)
    : queue

/** The newest one that can still be gone back to: its code works, and no cancel was ever sent. */
export const keepable = (queue: Queue, now: number): Verification | undefined =>
  queue.findLast(
    (entry) => !isTried(entry) && !entry.isLocked && now < timelineOf(entry.verification).expiresAt,
  )?.verification

export const markSent = (queue: Queue, verifyId: string, at: number): Queue =>
  change(queue, verifyId, (entry) => ({ ...entry, request: { ...entry.request, sentAt: at } }))

export const markLocked = (queue: Queue, verifyId: string): Queue =>
  change(queue, verifyId, (entry) => ({ ...entry, isLocked: true }))

/**
 * After a failed cancel (`error` undefined: no answer in time): another try while it can still
 * prevent a call, or none. The entry stays all the same: its code may live, and its number be wanted
 * again.
 */
export const afterFailure = (
  queue: Queue,
  verifyId: string,
  at: number,
  { kind, retryAt = at }: Partial<VerifyError> = {},
): Queue =>
  change(queue, verifyId, (entry) => {
    const { verification, request } = entry
    const { cancelAt, startAgainAt } = timelineOf(verification)
    // Before the window opened by the service's clock that is worth a repeat.
    const isRefused = kind === 'notCancellable'
    const isFinal = isRefused && at >= cancelAt + 2_000
    const delay = isRefused ? 2_000 : (backoffMs[request.tries] ?? 8_000)
    const again = Math.max(at + delay, retryAt)
    const isOver = isFinal || again >= startAgainAt || !nextDelivery(verification, at)
    const isUnclear = kind === undefined || kind === 'uncertain'
    return {
      ...entry,
      request: requestAt(isOver ? Number.POSITIVE_INFINITY : again, request.tries + 1),
      // A refusal tells that it lives, also after a cancel that was lost.
      isInDoubt: isUnclear || (entry.isInDoubt && !isRefused),
    }
  })

/** Entries whose cancel must go out now. */
export const dueEntries = (queue: Queue, now: number): Queue =>
  queue.filter(({ request }) => isDue(request, now))

/** Without entries past all use. */
export function sweep(queue: Queue, now: number): Queue {
  const rest = queue.filter(({ verification }) => now < timelineOf(verification).startAgainAt)
  return rest.length === queue.length ? queue : rest
}

/** Entries whose cancel got no answer in time. */
export const timedOutEntries = (queue: Queue, now: number): Queue =>
  queue.filter(({ request }) => hasTimedOut(request, cancelTimeoutMs, now))

const change = (queue: Queue, verifyId: string, how: (entry: Abandoned) => Abandoned): Queue =>
  find(queue, verifyId)
    ? queue.map((entry) => (entry.verification.verifyId === verifyId ? how(entry) : entry))
    : queue
