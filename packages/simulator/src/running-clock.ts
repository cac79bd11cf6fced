import { systemClock, type Clock } from '@phoneproof/client'
import type { ManualClock } from './manual-clock.ts'
import { settle } from './settle.ts'
import { createSteppingClock } from './stepping-clock.ts'

/** A clock that runs by itself, at a speed, and can be moved on besides. */
export interface RunningClock extends ManualClock {
  /** Simulated seconds per real second; 0 holds it still. */
  speed: number
  /** Ends the running. It can still be advanced. */
  stop(): void
}

const tickMs = 20

/**
 * `arrived` is awaited before time goes on from an instant: it resolves once nothing is on its way
 * in real time, such as a request through a service worker. Otherwise time would run ahead of it.
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
  // Real time passes anyhow, so there is no need to wait for it at the end of a move.
  const clock = createSteppingClock(start ?? real.now(), { between: pause, atEnd: pause })
  let last = real.now()
  let isStopped = false

  function tick(): void {
    if (isStopped) return
    const now = real.now()
    const elapsed = (now - last) * running.speed
    last = now
    // Held still in the middle of a move, it stands still there.
    const isRunning = () => running.speed > 0
    void clock.advanceWhile(isRunning, elapsed).finally(() => real.setTimeout(tick, tickMs))
  }

  function stop(): void {
    isStopped = true
  }

  // Assigned to, not spread: pendingTimers is a getter.
  const running: RunningClock = Object.assign(clock, { speed: 1, stop })
  real.setTimeout(tick, tickMs)
  return running
}
