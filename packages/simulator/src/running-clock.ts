import { systemClock, type Clock } from '@phoneproof/client'
import type { ManualClock } from './manual-clock.ts'
import { settle } from './settle.ts'
import { createSteppingClock } from './stepping-clock.ts'

/** A clock that runs by itself at some speed, and can also be moved on. */
export interface RunningClock extends ManualClock {
  /** Simulated seconds per real second. 0 holds it still. */
  speed: number
  /** Stops it for good. It can still be advanced. */
  stop(): void
}

const tickMs = 20

/**
 * `arrived` is awaited before time leaves an instant. It resolves when nothing is on its way in
 * real time any more, such as a request through a service worker. Without it, time would run ahead
 * of those.
 */
export function createRunningClock(
  start?: number,
  real: Clock = systemClock,
  arrived: () => Promise<void> = () => Promise.resolve(),
): RunningClock {
  async function pause(): Promise<void> {
    await settle()
    await arrived()
  }
  // Real time passes by itself, so a move does not wait for it at the end.
  const clock = createSteppingClock(start ?? real.now(), { between: pause, atEnd: pause })
  let last = real.now()
  let isStopped = false

  function tick(): void {
    if (isStopped) return
    const now = real.now()
    const elapsed = (now - last) * running.speed
    last = now
    // When the speed becomes 0 in the middle of a move, the clock stops there.
    const isRunning = () => running.speed > 0
    void clock.advanceWhile(isRunning, elapsed).finally(() => real.setTimeout(tick, tickMs))
  }

  function stop(): void {
    isStopped = true
  }

  // Not spread: pendingTimers is a getter.
  const running: RunningClock = Object.assign(clock, { speed: 1, stop })
  real.setTimeout(tick, tickMs)
  return running
}
