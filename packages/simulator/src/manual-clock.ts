import type { Clock, TimerHandle } from '@phoneproof/client'

/** A clock that stands still until it is told to move. */
export interface ManualClock extends Clock {
  /**
   * Moves time on, in milliseconds or as `'30s'`, `'1m'`, `'1m30s'`. Steps to each due timer in
   * order, also those set on the way, and lets pending promises settle between steps. Await it.
   */
  advance(by: number | string): Promise<void>
  /** Moves to an instant, in milliseconds since the epoch. Refuses to go back. */
  advanceTo(instant: number): Promise<void>
  /** Timers that are set and have not run. */
  readonly pendingTimers: number
}

interface Timer {
  readonly handle: number
  readonly at: number
  readonly callback: () => void
}

/** Where a manual clock stands unless told otherwise: 23 November 2026, 09:41 UTC. */
export const defaultStart: number = Date.UTC(2026, 10, 23, 9, 41)

export function createManualClock(start: number = defaultStart): ManualClock {
  /** Ordered by due time; of those due at once, in the order they were set. */
  const timers: Timer[] = []
  let now = start
  let lastHandle = 0

  function insert(timer: Timer): void {
    let low = 0
    let high = timers.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((timers[middle]?.at ?? 0) <= timer.at) low = middle + 1
      else high = middle
    }
    timers.splice(low, 0, timer)
  }

  async function advanceTo(instant: number): Promise<void> {
    if (!(instant >= now)) {
      throw new RangeError(
        `[phoneproof] The manual clock was asked to go from ${now} to ${instant}. ` +
          'Time never runs backwards, and code under test relies on it. Advance by 0 or more.',
      )
    }
    await settle()
    for (let due = timers[0]; due && due.at <= instant; due = timers[0]) {
      timers.shift()
      now = Math.max(now, due.at)
      due.callback()
      await settle()
    }
    now = Math.max(now, instant)
  }

  return {
    now: () => now,
    setTimeout(callback, delayMs) {
      lastHandle += 1
      insert({ handle: lastHandle, at: now + Math.max(0, delayMs), callback })
      return lastHandle
    },
    clearTimeout(handle: TimerHandle) {
      const index = timers.findIndex((timer) => timer.handle === handle)
      if (index >= 0) timers.splice(index, 1)
    },
    advance: (by) => advanceTo(now + toMilliseconds(by)),
    advanceTo,
    get pendingTimers() {
      return timers.length
    },
  }
}

export function toMilliseconds(by: number | string): number {
  if (typeof by === 'number') return by
  const match = /^(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s)?$/.exec(by)
  if (!match || by === '') {
    throw new TypeError(
      `[phoneproof] advance() was called with ${JSON.stringify(by)}. It moves time by milliseconds or ` +
        'by text such as "30s" or "1m30s". Pass one of these.',
    )
  }
  return Number(match[1] ?? 0) * 60_000 + Number(match[2] ?? 0) * 1000
}

/**
 * Lets everything that needs no time finish. A request through MSW and TanStack Query takes some
 * dozen promise turns and a few macrotasks; a message channel gives macrotasks without a timer,
 * which browsers would hold back for 4 ms each.
 */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await macrotask()
}

function macrotask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })
}
