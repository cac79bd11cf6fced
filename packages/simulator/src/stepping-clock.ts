import type { Clock } from '@phoneproof/client'
import { toMilliseconds } from './duration.ts'
import { macrotask } from './settle.ts'
import { createTimerQueue } from './timer-queue.ts'

/** A clock that stands still until it is told to move. */
export interface ManualClock extends Clock {
  /**
   * Moves time on, by milliseconds or by `'30s'`, `'1m'`, `'1m30s'`. Steps to each due timer in
   * order, including those set on the way, and lets pending promises settle at each step. Await it.
   * A second move waits for the first. When a callback throws, this rejects with its error, and the
   * timers after it wait for the next move.
   */
  advance(by: number | string): Promise<void>
  /** Moves to an instant, in milliseconds since the epoch. Refuses to go back. */
  advanceTo(instant: number): Promise<void>
  /** How many timers are set and have not run. */
  readonly pendingTimers: number
}

interface Pauses {
  /** Awaited between one instant and the next. */
  between: () => Promise<void>
  /** Awaited before a move ends. Timers that become due during it still run in this move. */
  atEnd: () => Promise<void>
}

interface SteppingClock extends ManualClock {
  /** Moves on by milliseconds until `isWanted` says no. Later timers then stay set. */
  advanceWhile(isWanted: () => boolean, ms: number): Promise<void>
}

/** A clock that steps from timer to timer, and pauses at each for what it has started. */
export function createSteppingClock(start: number, { between, atEnd }: Pauses): SteppingClock {
  const timers = createTimerQueue()
  let now = start
  let moving: Promise<void> = Promise.resolve()

  /** Moves run one after another. Each begins where the one before ended. */
  function move(target: () => number, isWanted = () => true): Promise<void> {
    const moved = moving.then(() => stepTo(target(), isWanted))
    // The caller hears of a refused move or of a callback that threw. The clock continues.
    moving = moved.catch(() => {})
    return moved
  }

  async function stepTo(instant: number, isWanted: () => boolean): Promise<void> {
    if (!(instant >= now)) {
      throw new RangeError(
        `[phoneproof] The manual clock was asked to go from ${now} to ${instant}. ` +
          'Time never runs backwards, and code under test relies on it. Advance by 0 or more.',
      )
    }
    await between()
    const end = () => (isWanted() ? instant : now)
    let isAtEnd = false
    while (!isAtEnd) {
      const next = timers.first
      if (next && next.at <= end()) await runDueAt(next.at)
      else {
        await atEnd()
        isAtEnd = (timers.first?.at ?? Number.POSITIVE_INFINITY) > end()
      }
    }
    now = end()
  }

  async function runDueAt(instant: number): Promise<void> {
    now = instant
    for (let due = timers.first; due && due.at <= instant; due = timers.first) {
      timers.remove(due.handle)
      due.callback()
      await macrotask()
    }
    await between()
  }

  return {
    now: () => now,
    // Not Math.max: a delay of NaN would never be due, and would block all timers after it.
    setTimeout: (callback, delayMs) => timers.add(delayMs > 0 ? now + delayMs : now, callback),
    clearTimeout: (handle) => timers.remove(handle),
    advance(by) {
      const ms = toMilliseconds(by)
      return move(() => now + ms)
    },
    advanceWhile: (isWanted, ms) => move(() => now + ms, isWanted),
    advanceTo(instant) {
      const isAhead = instant >= now
      // An earlier move may pass this instant first. Only an instant that is past now is refused.
      return move(() => (isAhead ? Math.max(now, instant) : instant))
    },
    get pendingTimers() {
      return timers.size
    },
  }
}
