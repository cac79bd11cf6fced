import type { Clock } from '@phoneproof/client'

/** How long the service takes for a start, so that an answer without it takes as long. */
export interface Pace {
  measure<Result>(call: () => Promise<Result>): Promise<Result>
  wait(): Promise<void>
}

export function createPace(clock: Clock): Pace {
  let lastMs = 0
  return {
    async measure(call) {
      const begin = clock.now()
      const result = await call()
      lastMs = clock.now() - begin
      return result
    },
    async wait() {
      if (lastMs > 0) await new Promise<void>((resolve) => void clock.setTimeout(resolve, lastMs))
    },
  }
}
