import type { VerifyError } from '@phoneproof/client'
import { cancelTimeoutMs, hasTimedOut, isDue, requestAt } from './request-times.ts'
import { nextDelivery, deadlinesOf, type Verification } from './deadlines.ts'
import { isCancelling, type AbandonedNumber, type FlowState } from './flow-state.ts'

type CancelQueue = readonly AbandonedNumber[]

/** A cancel goes out this many milliseconds before the next text or call. */
const leadMs = 5_000
const backoffMs = [2_000, 4_000, 8_000]

/**
 * When to cancel an abandoned number: just before its next text or call, so that leaving it by accident
 * costs nothing until then. Once the person has moved on to another number (`isFinal`): as soon as the
 * service allows. Infinity when nothing is left to prevent.
 */
function cancelDueAt(
  { settings }: FlowState,
  verification: Verification,
  now: number,
  isFinal: boolean,
): number {
  const opensAt = settings.defersCancel ? now : deadlinesOf(verification).cancelAt
  if (isFinal) return Math.max(now, opensAt)
  const next = nextDelivery(verification, now)
  // The service counts from when it accepted the start, which may be long before its answer came.
  const early = verification.latestStart - verification.earliestStart
  return next ? Math.max(now, opensAt, next.at - early - leadMs) : Number.POSITIVE_INFINITY
}

/** The queue with a number the person has left; `isFinal`: for good. */
export function abandon(
  state: FlowState,
  verification: Verification,
  now: number,
  isFinal: boolean,
  isLocked?: boolean,
): CancelQueue {
  const { cancelQueue } = state
  if (now >= deadlinesOf(verification).startAgainAt) return cancelQueue
  const request = requestAt(cancelDueAt(state, verification, now, isFinal))
  return [...withoutEntry(cancelQueue, verification.verifyId), { verification, request, isLocked }]
}

/** The queue once the person has left the verification on screen; `isFinal`: for good. */
export function queueAfterLeaving(state: FlowState, now: number, isFinal: boolean): CancelQueue {
  const { step, cancelQueue } = state
  // A locked code is being cancelled already. One that has expired by our clock may still live.
  const isOver =
    step.name === 'locked' ||
    step.name === 'verified' ||
    (step.name === 'expired' && (step.cause === 'ended' || step.cause === 'unconfirmed'))
  if (isOver || !('verification' in step)) return cancelQueue
  const queue = abandon(state, step.verification, now, isFinal)
  const sentAt = isCancelling(step) ? step.request.sentAt : undefined
  return sentAt === undefined ? queue : markSent(queue, step.verification.verifyId, sentAt)
}

/** The person has submitted `phone`: cancels of other numbers that were not sent yet need not wait. */
export const cancelOthersSoon = (state: FlowState, phone: string, now: number): CancelQueue =>
  state.cancelQueue.map((entry) => {
    const { verification, request } = entry
    if (wasCancelSent(entry) || verification.phone === phone) return entry
    const sendAt = cancelDueAt(state, verification, now, true)
    return { ...entry, request: { ...request, sendAt } }
  })

const wasCancelSent = ({ request }: AbandonedNumber): boolean =>
  request.sentAt !== undefined || request.repeats > 0

/** The number is wanted again and its cancel was not answered: the cancel is repeated at once. */
export const cancelNow = (cancelQueue: CancelQueue, verifyId: string, now: number): CancelQueue =>
  change(cancelQueue, verifyId, (entry) => ({
    ...entry,
    request: requestAt(now, entry.request.repeats),
  }))

export const entryOf = (cancelQueue: CancelQueue, verifyId: string): AbandonedNumber | undefined =>
  cancelQueue.find(({ verification }) => verification.verifyId === verifyId)

/** The newest entry of a number whose verification may be alive. */
export const entryOfPhone = (
  cancelQueue: CancelQueue,
  phone: string,
  now: number,
): AbandonedNumber | undefined =>
  cancelQueue.findLast(
    ({ verification }) =>
      verification.phone === phone && now < deadlinesOf(verification).startAgainAt,
  )

/** The entry to go back to when its number is submitted again. None while its state is not known. */
export function entryToResume(
  cancelQueue: CancelQueue,
  phone: string | undefined,
  now: number,
): AbandonedNumber | undefined {
  const entry = phone === undefined ? undefined : entryOfPhone(cancelQueue, phone, now)
  if (!entry || entry.request.sentAt !== undefined) return undefined
  if (entry.isLocked) return entry
  return entry.isInDoubt || now >= deadlinesOf(entry.verification).expiresAt ? undefined : entry
}

export const withoutEntry = (cancelQueue: CancelQueue, verifyId: string): CancelQueue =>
  entryOf(cancelQueue, verifyId)
    ? cancelQueue.filter(({ verification }) => verification.verifyId !== verifyId)
    : cancelQueue

/** The newest number the person can go back to: its code works, and no cancel was ever sent. */
export const resumable = (cancelQueue: CancelQueue, now: number): Verification | undefined =>
  cancelQueue.findLast(
    (entry) =>
      !wasCancelSent(entry) && !entry.isLocked && now < deadlinesOf(entry.verification).expiresAt,
  )?.verification

export const markSent = (cancelQueue: CancelQueue, verifyId: string, at: number): CancelQueue =>
  change(cancelQueue, verifyId, (entry) => ({
    ...entry,
    request: { ...entry.request, sentAt: at },
  }))

export const markLocked = (cancelQueue: CancelQueue, verifyId: string): CancelQueue =>
  change(cancelQueue, verifyId, (entry) => ({ ...entry, isLocked: true }))

/**
 * After a failed cancel (`error` undefined: no answer in time). It is repeated while that can still
 * prevent a text or call. The entry stays in any case: its code may live, and its number may be wanted
 * again.
 */
export const afterFailure = (
  cancelQueue: CancelQueue,
  verifyId: string,
  at: number,
  { kind, retryAt = at }: Partial<VerifyError> = {},
): CancelQueue =>
  change(cancelQueue, verifyId, (entry) => {
    const { verification, request } = entry
    const { cancelAt, startAgainAt } = deadlinesOf(verification)
    // By the service's clock the cooldown may not be over yet, which is worth a repeat.
    const isRefused = kind === 'notCancellable'
    const isFinal = isRefused && at >= cancelAt + 2_000
    const delay = isRefused ? 2_000 : (backoffMs[request.repeats] ?? 8_000)
    const again = Math.max(at + delay, retryAt)
    const isOver = isFinal || again >= startAgainAt || !nextDelivery(verification, at)
    const isUnclear = kind === undefined || kind === 'uncertain'
    return {
      ...entry,
      request: requestAt(isOver ? Number.POSITIVE_INFINITY : again, request.repeats + 1),
      // A refusal says that the verification is alive, even if an earlier cancel was lost.
      isInDoubt: isUnclear || (entry.isInDoubt && !isRefused),
    }
  })

/** Entries whose cancel is due. */
export const dueEntries = (cancelQueue: CancelQueue, now: number): CancelQueue =>
  cancelQueue.filter(({ request }) => isDue(request, now))

/** The queue without entries whose verification is over. */
export function sweep(cancelQueue: CancelQueue, now: number): CancelQueue {
  const rest = cancelQueue.filter(
    ({ verification }) => now < deadlinesOf(verification).startAgainAt,
  )
  return rest.length === cancelQueue.length ? cancelQueue : rest
}

/** Entries whose cancel got no answer in time. */
export const timedOutEntries = (cancelQueue: CancelQueue, now: number): CancelQueue =>
  cancelQueue.filter(({ request }) => hasTimedOut(request, cancelTimeoutMs, now))

const change = (
  cancelQueue: CancelQueue,
  verifyId: string,
  how: (entry: AbandonedNumber) => AbandonedNumber,
): CancelQueue =>
  entryOf(cancelQueue, verifyId)
    ? cancelQueue.map((entry) => (entry.verification.verifyId === verifyId ? how(entry) : entry))
    : cancelQueue
