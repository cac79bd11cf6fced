import type { Clock, TimerHandle } from '@phoneproof/client'

/** True time, as the service has it. */
export interface QuickClock extends Clock {
  advance(ms: number): Promise<void>
}

interface Timer {
  handle: number
  at: number
  callback: () => void
}

/**
 * A clock that stands still until it is moved, like `createManualClock`. That one waits for a
 * real timer in each move, which makes a random run of twenty moves cost 50 ms; here nothing
 * under test needs more than a turn of the event loop.
 */
export function createQuickClock(start: number): QuickClock {
  let now = start
  let last = 0
  let timers: Timer[] = []
  const remove = (handle: TimerHandle): void => {
    timers = timers.filter((timer) => timer.handle !== handle)
  }
  const first = (): Timer | undefined =>
    timers.reduce<Timer | undefined>(
      (soonest, timer) => (soonest && soonest.at <= timer.at ? soonest : timer),
      undefined,
    )
  return {
    now: () => now,
    setTimeout(callback, delayMs) {
      last += 1
      timers.push({ handle: last, at: now + Math.max(0, delayMs), callback })
      return last
    },
    clearTimeout: remove,
    async advance(ms) {
      const end = now + ms
      await settle()
      for (let due = first(); due && due.at <= end; due = first()) {
        remove(due.handle)
        now = Math.max(now, due.at)
        due.callback()
        await settle()
      }
      now = end
    },
  }
}

/** Lets everything that needs no time finish: a request through MSW and TanStack Query, twice. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
