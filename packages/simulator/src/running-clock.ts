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

export function createRunningClock(start?: number, real: Clock = systemClock): RunningClock {
  // Real time passes anyhow, so there is no need to wait for it at the end of a move.
  const clock = createSteppingClock(start ?? real.now(), { between: settle, atEnd: settle })
  let last = real.now()
  let isStopped = false

  function tick(): void {
    if (isStopped) return
    const now = real.now()
    const elapsed = (now - last) * running.speed
    last = now
    void clock.advance(elapsed).finally(() => real.setTimeout(tick, tickMs))
  }

  function stop(): void {
    isStopped = true
  }

  // Assigned to, not spread: pendingTimers is a getter.
  const running: RunningClock = Object.assign(clock, { speed: 1, stop })
  real.setTimeout(tick, tickMs)
  return running
}
