/** When a request is to be sent, and when it was; `sentAt` is undefined until then. */
export interface RequestTimes {
  readonly sendAt: number
  readonly sentAt: number | undefined
  /** How often it was sent before, without a final answer. */
  readonly repeats: number
}

/** A start that takes longer than so many milliseconds is slow. */
export const slowAfterMs = 8_000
/** A start without an answer for so many milliseconds may or may not have sent a code. */
export const startUncertainAfterMs = 15_000
export const checkTimeoutMs = 10_000
export const cancelTimeoutMs = 10_000
/** A request that could not go out within so many milliseconds of its press is dropped (flow.md P1). */
export const staleAfterMs = 15_000

export const requestAt = (sendAt: number, repeats = 0): RequestTimes => ({
  sendAt,
  sentAt: undefined,
  repeats,
})

export const isDue = ({ sendAt, sentAt }: RequestTimes, now: number): boolean =>
  sentAt === undefined && sendAt <= now

/** True when it had to wait for so long that nobody expects it. */
export const isStale = ({ sendAt, sentAt }: RequestTimes, now: number): boolean =>
  sentAt === undefined && now > sendAt + staleAfterMs

export const hasTimedOut = ({ sentAt }: RequestTimes, afterMs: number, now: number): boolean =>
  sentAt !== undefined && now >= sentAt + afterMs
