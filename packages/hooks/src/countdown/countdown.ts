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
      const watcher: Watcher = {
        nextChange: () =>
          seconds > 0 ? deadline - (seconds - 1) * 1000 : Number.POSITIVE_INFINITY,
        read() {
          seconds = secondsLeft(deadline, clock.now())
          listener()
        },
      }
      watcher.read()
      return tickerOf(clock).watch(watcher)
    },
  }
}

interface Watcher {
  /** The instant at which what was last read is no longer right. */
  nextChange: () => number
  read: () => void
}

interface Ticker {
  watch(watcher: Watcher): () => void
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
  const watchers = new Set<Watcher>()
  let timer: TimerHandle
  const page = typeof document === 'undefined' ? undefined : document

  function schedule(): void {
    clock.clearTimeout(timer)
    // Nobody sees a hidden page; it is read again when it comes back.
    if (page?.visibilityState === 'hidden') return
    const next = Math.min(...Array.from(watchers, ({ nextChange }) => nextChange()))
    if (Number.isFinite(next)) timer = clock.setTimeout(tick, Math.max(0, next - clock.now()))
  }

  function tick(): void {
    for (const watcher of watchers) watcher.read()
    schedule()
  }

  return {
    watch(watcher) {
      if (watchers.size === 0) page?.addEventListener('visibilitychange', tick)
      watchers.add(watcher)
      schedule()
      return () => {
        watchers.delete(watcher)
        if (watchers.size === 0) page?.removeEventListener('visibilitychange', tick)
        schedule()
      }
    },
  }
}
