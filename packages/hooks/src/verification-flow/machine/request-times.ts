/** A request that is to be sent at an instant, and was, unless `sentAt` is undefined. */
export interface RequestTimes {
  readonly sendAt: number
  readonly sentAt: number | undefined
  /** Requests of the same kind that came before this one and did not settle the matter. */
  readonly repeats: number
}

/** The shortest wait in which a start still counts as ordinary, in milliseconds. */
export const slowAfterMs = 8_000
/** A start without an answer for this long may or may not have sent a code. */
export const startUncertainAfterMs = 15_000
export const checkTimeoutMs = 10_000
export const cancelTimeoutMs = 10_000
/** What a press asked for and was not sent by then is not sent at all (flow.md P1). */
export const staleAfterMs = 15_000

export const requestAt = (sendAt: number, repeats = 0): RequestTimes => ({
  sendAt,
  sentAt: undefined,
  repeats,
})

export const isDue = ({ sendAt, sentAt }: RequestTimes, now: number): boolean =>
  sentAt === undefined && sendAt <= now

/** It had to wait, and for so long that nobody expects it any more. */
export const isStale = ({ sendAt, sentAt }: RequestTimes, now: number): boolean =>
  sentAt === undefined && now > sendAt + staleAfterMs

export const hasTimedOut = ({ sentAt }: RequestTimes, afterMs: number, now: number): boolean =>
  sentAt !== undefined && now >= sentAt + afterMs
