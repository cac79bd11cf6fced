import type { Clock, TimerHandle } from '@phoneproof/client'

/** Runs something when it is due, and every now and then for what others have left behind. */
export interface Alarm {
  wakeAt: (instant: number) => void
  stop(): void
}

const everyMs = 10_000
/** What is due within one of these is done together, at its end. */
const grainMs = 1000

export function createAlarm(clock: Clock, run: () => Promise<unknown>): Alarm {
  const timers = new Map<number | 'again', TimerHandle>()
  let running: Promise<unknown> = Promise.resolve()
  let isStopped = false

  function setTimer(name: number | 'again', at: number, ring: () => void): void {
    if (isStopped || timers.has(name)) return
    const handle = clock.setTimeout(
      () => {
        timers.delete(name)
        ring()
      },
      Math.max(0, at - clock.now()),
    )
    timers.set(name, handle)
    letProcessEnd(handle)
  }

  /** One after another. What fails, because the store is away, is done the next time. */
  const runNext = (): Promise<unknown> => (running = running.then(run).catch(() => {}))

  function again(): void {
    setTimer('again', clock.now() + everyMs, () => void runNext().finally(again))
  }

  again()
  return {
    wakeAt(instant) {
      const at = Math.ceil(instant / grainMs) * grainMs
      setTimer(at, at, () => void runNext())
    },
    stop() {
      isStopped = true
      for (const handle of timers.values()) clock.clearTimeout(handle)
      timers.clear()
    },
  }
}

/** In Node a timer keeps the process alive. This one need not: what is due is in the store. */
function letProcessEnd(handle: TimerHandle): void {
  const { unref } = Object(handle) as { unref?: unknown }
  if (typeof unref === 'function') unref.call(handle)
}
