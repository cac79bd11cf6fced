import {
  deliveriesOf,
  deliveryKindOf,
  type Channel,
  type Delivery,
  type ServerTime,
  type ServiceProfile,
} from '@phoneproof/client'

/** What a service promises for one verification. */
export interface Terms {
  /** Milliseconds for which the code is valid. */
  readonly validForMs: number
  /** Milliseconds from the start in which it can be neither cancelled nor replaced. */
  readonly cancelAfterMs: number
  /** The texts and calls that carry the code. */
  readonly deliveries: readonly Delivery[]
}

export const termsOf = (service: ServiceProfile, workflowId?: number): Terms => ({
  validForMs: service.codeValidForMs,
  cancelAfterMs: service.cancelAllowedAfterMs,
  deliveries: deliveriesOf(service, workflowId),
})

/** A verification that the service accepted. Instants are milliseconds since the epoch. */
export interface Verification {
  readonly verifyId: string
  /** E.164. */
  readonly phone: string
  readonly codeLength: number
  readonly terms: Terms
  /** The service accepted the start no earlier than this: the request was being sent. */
  readonly earliestStart: number
  /** The service accepted the start no later than this: its answer was there. */
  readonly latestStart: number
}

/** A text or call that is due at an instant. */
export interface ScheduledDelivery {
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly channel: Channel
}

/** What happens to a verification, and when. All instants are milliseconds since the epoch. */
export interface Deadlines {
  /** From here it can be cancelled and a new code asked for. Never early. */
  readonly cancelAt: number
  /** Here the code is dead. Never late. */
  readonly expiresAt: number
  /** From here the number is free for another start, whatever happened. */
  readonly startAgainAt: number
  readonly deliveries: readonly ScheduledDelivery[]
}

export const isCall = (delivery: { readonly channel: Channel }): boolean =>
  deliveryKindOf(delivery) === 'call'

/** A call is announced this many milliseconds before it comes. */
export const callWarningMs = 10_000
/** Nothing is announced for this many milliseconds after a call begins: the voice is speaking. */
const callSilenceMs = 30_000
export const lastMinuteMs = 60_000
export const lastHalfMinuteMs = 30_000

/** An answer within so many milliseconds tells the backend's clock to half of that time. */
const quickMs = 2_000

/**
 * When the service accepted a start, as nearly as can be known: between the request and its answer, or
 * exactly, if the backend says. The answer to a repeat may be about the first request (`firstSentAt`).
 * The two bounds are whole seconds apart, so that all countdowns of one verification change in the same
 * instant.
 */
export function startBounds(
  sentAt: number,
  answeredAt: number,
  serverTime: ServerTime | undefined,
  { validForMs }: Terms,
  firstSentAt: number = sentAt,
): { earliestStart: number; latestStart: number } {
  if (!serverTime) return secondsApart(firstSentAt, answeredAt)
  const { startedAt, expiresAt = startedAt + validForMs, now } = serverTime
  const isQuick = answeredAt - sentAt <= quickMs
  const readAt = isQuick ? (sentAt + answeredAt) / 2 : sentAt
  // Never a longer life than the service gives.
  const earliest = Math.round(readAt - now + Math.min(startedAt, expiresAt - validForMs))
  const latest = Math.round((isQuick ? readAt : answeredAt) - now + startedAt)
  return secondsApart(earliest, latest)
}

function secondsApart(earliestStart: number, latest: number) {
  const seconds = Math.ceil((latest - earliestStart) / 1000)
  return { earliestStart, latestStart: earliestStart + seconds * 1000 }
}

export function deadlinesOf({ earliestStart, latestStart, terms }: Verification): Deadlines {
  const { validForMs, cancelAfterMs, deliveries } = terms
  return {
    // Without a window there is nothing to wait for, not even where the start is known to a second.
    cancelAt: cancelAfterMs === 0 ? earliestStart : latestStart + cancelAfterMs,
    expiresAt: earliestStart + validForMs,
    startAgainAt: latestStart + validForMs,
    deliveries: deliveries.map(({ atMs, channel }) => ({ at: latestStart + atMs, channel })),
  }
}

/** The next text or call still to come. */
export const nextDelivery = (
  verification: Verification,
  now: number,
): ScheduledDelivery | undefined => deadlinesOf(verification).deliveries.find(({ at }) => at > now)

/** The call that is probably ringing, or being listened to. Nobody knows whether it was answered. */
export const callInProgress = (
  verification: Verification,
  now: number,
): ScheduledDelivery | undefined =>
  deadlinesOf(verification).deliveries.find(
    (each) => isCall(each) && each.at <= now && now < each.at + callSilenceMs,
  )

/** The instants at which something about a verification changes, in no order. */
export function instantsOf(verification: Verification): number[] {
  const { cancelAt, expiresAt, startAgainAt, deliveries } = deadlinesOf(verification)
  return [
    cancelAt,
    expiresAt - lastMinuteMs,
    expiresAt - lastHalfMinuteMs,
    expiresAt,
    startAgainAt,
    ...deliveries.flatMap(({ at }) => [at - callWarningMs, at, at + callSilenceMs]),
  ]
}
