import { toMilliseconds } from './duration.ts'
import type { ManualClock } from './manual-clock.ts'
import { macrotask } from './settle.ts'
import { createTimerQueue } from './timer-queue.ts'

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
