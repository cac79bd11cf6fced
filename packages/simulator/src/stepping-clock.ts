import { toMilliseconds } from './duration.ts'
import type { ManualClock } from './manual-clock.ts'
import { macrotask } from './settle.ts'
import { createTimerQueue } from './timer-queue.ts'

interface Pauses {
  /** Between one instant and the next. */
  between: () => Promise<void>
  /** Before a move ends. What it brings to be due still belongs to the move. */
  atEnd: () => Promise<void>
}

interface SteppingClock extends ManualClock {
  /** Moves on by milliseconds, as long as it is wanted: what is still to come then stays to come. */
  advanceWhile(isWanted: () => boolean, ms: number): Promise<void>
}

/** A clock that goes from timer to timer, and pauses on the way for what they have set off. */
export function createSteppingClock(start: number, { between, atEnd }: Pauses): SteppingClock {
  const timers = createTimerQueue()
  let now = start
  let moving: Promise<void> = Promise.resolve()

  /** One move after another: each begins where the one before it ended. */
  function move(target: () => number, isWanted = () => true): Promise<void> {
    const moved = moving.then(() => stepTo(target(), isWanted))
    // A refused move, or a callback that threw, is its caller's to hear of; the clock goes on.
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
    // Not Math.max: a delay that is not a number would never come, and hold up all behind it.
    setTimeout: (callback, delayMs) => timers.add(delayMs > 0 ? now + delayMs : now, callback),
    clearTimeout: (handle) => timers.remove(handle),
    advance(by) {
      const ms = toMilliseconds(by)
      return move(() => now + ms)
    },
    advanceWhile: (isWanted, ms) => move(() => now + ms, isWanted),
    advanceTo(instant) {
      const isAhead = instant >= now
      // It may be past by the time it is this move's turn; only what is past now is refused.
      return move(() => (isAhead ? Math.max(now, instant) : instant))
    },
    get pendingTimers() {
      return timers.size
    },
  }
}
