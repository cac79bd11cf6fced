/** So many requests in any second (section 2; section 8, row 28). */
export interface RateLimit {
  /** Counts a request, unless it is one too many. */
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
