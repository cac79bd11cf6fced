import type { Clock, TimerHandle } from '@phoneproof/client'

/** Runs something when it is due, and every now and then for what others have left behind. */
export interface Alarm {
  wakeAt: (instant: number) => void
  stop(): void
}

const everyMs = 10_000

export function createAlarm(clock: Clock, run: () => Promise<unknown>): Alarm {
  const timers = new Set<TimerHandle>()
  let isStopped = false

  function wakeAt(instant: number, after: () => void = () => {}): void {
    if (isStopped) return
    const ring = (): void => {
      timers.delete(handle)
      // A store that is away is asked again later.
      run().then(after, after)
    }
    const handle = clock.setTimeout(ring, Math.max(0, instant - clock.now()))
    timers.add(handle)
    letProcessEnd(handle)
  }

  const again = (): void => wakeAt(clock.now() + everyMs, again)
  again()
  return {
    wakeAt: (instant) => wakeAt(instant),
    stop() {
      isStopped = true
      for (const handle of timers) clock.clearTimeout(handle)
      timers.clear()
    },
  }
}

/** In Node a timer keeps the process alive. This one need not: what is due is in the store. */
function letProcessEnd(handle: TimerHandle): void {
  const { unref } = Object(handle) as { unref?: unknown }
  if (typeof unref === 'function') unref.call(handle)
}
