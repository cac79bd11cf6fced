import type { Clock, TimerHandle } from '@phoneproof/client'

/** Whole seconds left, rounded up: 1 is the last value before the end, then 0. */
export const secondsLeft = (deadline: number, now: number): number =>
  Math.max(0, Math.ceil((deadline - now) / 1000))

/** `4:12`, `0:07`: minutes and seconds. */
export function formatSeconds(seconds: number): string {
  const rest = seconds % 60
  return `${(seconds - rest) / 60}:${String(rest).padStart(2, '0')}`
}

/** The whole seconds to a deadline as a store. Its snapshot changes once a second at most. */
export interface Countdown {
  getSnapshot: () => number
  subscribe: (listener: () => void) => () => void
}

export function createCountdown(clock: Clock, deadline: number): Countdown {
  let seconds = secondsLeft(deadline, clock.now())
  return {
    getSnapshot: () => seconds,
    subscribe(listener) {
      const read = (): void => {
        seconds = secondsLeft(deadline, clock.now())
        listener()
      }
      const stop = tickerOf(clock).watch(deadline, read)
      read()
      return stop
    },
  }
}

interface Ticker {
  watch(deadline: number, onTick: () => void): () => void
}

// One ticker per clock, so that all countdowns on a page change in one task and one commit.
const tickers = new WeakMap<Clock, Ticker>()

function tickerOf(clock: Clock): Ticker {
  const known = tickers.get(clock)
  if (known) return known
  const ticker = createTicker(clock)
  tickers.set(clock, ticker)
  return ticker
}

function createTicker(clock: Clock): Ticker {
  const watched = new Map<() => void, number>()
  let timer: TimerHandle
  const page = typeof document === 'undefined' ? undefined : document

  function schedule(): void {
    clock.clearTimeout(timer)
    // Nobody sees a hidden page; it is read again when it comes back.
    if (page?.visibilityState === 'hidden') return
    const now = clock.now()
    const delays = [...watched.values()]
      .filter((deadline) => deadline > now)
      .map((deadline) => deadline - now - (secondsLeft(deadline, now) - 1) * 1000)
    if (delays.length > 0) timer = clock.setTimeout(tick, Math.min(...delays))
  }

  function tick(): void {
    for (const onTick of watched.keys()) onTick()
    schedule()
  }

  return {
    watch(deadline, onTick) {
      if (watched.size === 0) page?.addEventListener('visibilitychange', tick)
      watched.set(onTick, deadline)
      schedule()
      return () => {
        watched.delete(onTick)
        if (watched.size === 0) page?.removeEventListener('visibilitychange', tick)
        schedule()
      }
    },
  }
}
