import type { Clock, TimerHandle } from '@phoneproof/client'

/** Holds answers back, on the simulator's clock. */
export interface Delays {
  /** Resolves after `ms`: true when the answer is still wanted. */
  pass(ms: number): Promise<boolean>
  /** All answers that are held back are no longer wanted. */
  dropAll(): void
}

export function createDelays(clock: Clock): Delays {
  const waiting = new Map<TimerHandle, (isWanted: boolean) => void>()
  return {
    pass(ms) {
      if (ms <= 0) return Promise.resolve(true)
      return new Promise((resolve) => {
        const timer = clock.setTimeout(() => {
          waiting.delete(timer)
          resolve(true)
        }, ms)
        waiting.set(timer, resolve)
      })
    },
    dropAll() {
      for (const [timer, resolve] of waiting) {
        clock.clearTimeout(timer)
        resolve(false)
      }
      waiting.clear()
    },
  }
}
