/** Allows a number of requests in any second (verify-api.md 2; verify-api.md 8, row 28). */
export interface RateLimit {
  /** Counts the request, unless it is over the limit. */
  allows(now: number): boolean
  clear(): void
}

export function createRateLimit(requestsPerSecond: number): RateLimit {
  let recent: number[] = []
  return {
    allows(now) {
      if (requestsPerSecond === Number.POSITIVE_INFINITY) return true
      recent = recent.filter((at) => at > now - 1000)
      if (recent.length >= requestsPerSecond) return false
      recent.push(now)
      return true
    },
    clear() {
      recent = []
    },
  }
}
