import { systemClock, type Clock } from '@phoneproof/client'
import { createManualClock, toMilliseconds, type ManualClock } from './manual-clock.ts'

/** A clock that runs by itself, at a speed, and can be moved on besides. */
export interface RunningClock extends ManualClock {
  /** Simulated seconds per real second; 0 holds it still. */
  speed: number
  /** Ends the running. It can still be advanced. */
  stop(): void
}

const tickMs = 20

export function createRunningClock(start?: number, real: Clock = systemClock): RunningClock {
  const clock = createManualClock(start ?? real.now())
  let last = real.now()
  let isStopped = false
  let moving: Promise<void> = Promise.resolve()

  /** One move after another: a clock cannot be advanced twice at once. */
  function move(target: () => number): Promise<void> {
    const moved = moving.then(() => clock.advanceTo(target()))
    // A refused move is its caller's to hear of; the clock goes on.
    moving = moved.catch(() => {})
    return moved
  }

  function tick(): void {
    if (isStopped) return
    const now = real.now()
    const elapsed = (now - last) * running.speed
    last = now
    void move(() => clock.now() + elapsed).finally(() => real.setTimeout(tick, tickMs))
  }

  const running: RunningClock = {
    speed: 1,
    now: () => clock.now(),
    setTimeout: (callback, delayMs) => clock.setTimeout(callback, delayMs),
    clearTimeout: (handle) => clock.clearTimeout(handle),
    advance: (by) => move(() => clock.now() + toMilliseconds(by)),
    advanceTo(instant) {
      const isAhead = instant >= clock.now()
      // It may be past by the time it is this move's turn; only what is past now is refused.
      return move(() => (isAhead ? Math.max(clock.now(), instant) : instant))
    },
    get pendingTimers() {
      return clock.pendingTimers
    },
    stop() {
      isStopped = true
    },
  }
  real.setTimeout(tick, tickMs)
  return running
}
