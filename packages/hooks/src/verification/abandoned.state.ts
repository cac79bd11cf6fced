import {
  cancelTimeoutMs,
  hasTimedOut,
  isDue,
  requestAt,
  type RequestTimes,
} from './request.state.ts'
import { nextDelivery, timelineOf, type Verification } from './timeline.state.ts'

/** A verification the person has left. It is cancelled before its next call, silently. */
export interface Abandoned {
  readonly verification: Verification
  readonly request: RequestTimes
}

type Queue = readonly Abandoned[]

/** The cancel is sent this long before the next text or call. */
const leadMs = 5_000
const backoffMs = [2_000, 4_000, 8_000]

/**
 * When an abandoned verification is to be cancelled: just before it would ring next, so that an
 * accidental press costs nothing until then; or as soon as allowed, once the person has moved on
 * to another number. Infinity when there is nothing left to prevent.
 */
export function cancelDueAt(verification: Verification, now: number, movedOn: boolean): number {
  const { cancelAt } = timelineOf(verification)
  if (movedOn) return Math.max(now, cancelAt)
  const next = nextDelivery(verification, now)
  return next ? Math.max(now, cancelAt, next.at - leadMs) : Number.POSITIVE_INFINITY
}

export function abandon(
  queue: Queue,
  verification: Verification,
  now: number,
  movedOn: boolean,
): Queue {
  if (now >= timelineOf(verification).startAgainAt) return queue
  const sendAt = cancelDueAt(verification, now, movedOn)
  const entry = { verification, request: requestAt(sendAt) }
  return [...remove(queue, verification.verifyId), entry]
}

/** The person submitted another number: all they left can go as soon as allowed. */
export const moveOn = (queue: Queue, now: number): Queue =>
  queue.map((entry) =>
    entry.request.sentAt === undefined
      ? {
          ...entry,
          request: { ...entry.request, sendAt: cancelDueAt(entry.verification, now, true) },
        }
      : entry,
  )

export const find = (queue: Queue, verifyId: string): Abandoned | undefined =>
  queue.find(({ verification }) => verification.verifyId === verifyId)

export const remove = (queue: Queue, verifyId: string): Queue =>
  find(queue, verifyId)
    ? queue.filter(({ verification }) => verification.verifyId !== verifyId)
    : queue

/** The newest one that can still be gone back to: alive, and its cancel not sent. */
export const keepable = (queue: Queue, now: number): Verification | undefined =>
  queue.findLast(
    ({ verification, request }) =>
      request.sentAt === undefined && now < timelineOf(verification).expiresAt,
  )?.verification

export const markSent = (queue: Queue, verifyId: string, at: number): Queue =>
  queue.map((entry) =>
    entry.verification.verifyId === verifyId
      ? { ...entry, request: { ...entry.request, sentAt: at } }
      : entry,
  )

/**
 * After a failed cancel: another try while it can still prevent a call, or nothing more. `refused`
 * means the service said no; before the window opened by its clock that is worth a repeat.
 */
export function afterFailure(queue: Queue, verifyId: string, at: number, refused: boolean): Queue {
  const entry = find(queue, verifyId)
  if (!entry) return queue
  const { verification, request } = entry
  const { cancelAt, startAgainAt } = timelineOf(verification)
  const isFinal = refused && at >= cancelAt + 2_000
  const delay = refused ? 2_000 : (backoffMs[request.tries] ?? 8_000)
  const sendAt = at + delay
  if (isFinal || sendAt >= startAgainAt || nextDelivery(verification, at) === undefined) {
    return remove(queue, verifyId)
  }
  const retry = { ...entry, request: requestAt(sendAt, request.tries + 1) }
  return queue.map((each) => (each === entry ? retry : each))
}

/** Entries whose cancel must go out now. */
export const dueEntries = (queue: Queue, now: number): Queue =>
  queue.filter(({ request }) => isDue(request, now))

/** Cancels that got no answer in time, and entries past all use. */
export function sweep(queue: Queue, now: number): Queue {
  let swept = queue
  for (const { verification, request } of queue) {
    const { verifyId } = verification
    if (now >= timelineOf(verification).startAgainAt) swept = remove(swept, verifyId)
    else if (hasTimedOut(request, cancelTimeoutMs, now)) {
      swept = afterFailure(swept, verifyId, now, false)
    }
  }
  return swept
}
