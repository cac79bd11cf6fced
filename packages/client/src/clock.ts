/** A handle that `Clock.setTimeout` gave out. Opaque: hand it back to `clearTimeout`. */
export type TimerHandle = unknown

/**
 * Time as a value that can be held. Everything in the kit that waits or reads the time does it
 * through one of these, so that a test, a story or a demo can hold it still or move it.
 */
export interface Clock {
  /** Milliseconds since the Unix epoch. Never runs backwards. */
  now(): number
  /** Runs `callback` once, `delayMs` milliseconds from now. */
  setTimeout(callback: () => void, delayMs: number): TimerHandle
  /** Forgets a timer. Unknown and finished handles are ignored. */
  clearTimeout(handle: TimerHandle): void
}

// Browsers hold a delay in 32 bits; a larger one fires at once.
const longestDelayMs = 2_147_483_647

function createSystemClock(): Clock {
  let last: { now: number; wall: number; monotonic: number } | undefined
  return {
    // The wall clock can be set back, and the monotonic one pauses while a device sleeps.
    // The larger progress of the two is right in both cases.
    now() {
      const wall = Date.now()
      const monotonic = performance.now()
      const now =
        last === undefined
          ? wall
          : last.now + Math.max(0, wall - last.wall, monotonic - last.monotonic)
      last = { now, wall, monotonic }
      return Math.floor(now)
    },
    // The globals are looked up at call time, so that fake timers installed later still apply.
    setTimeout: (callback, delayMs) => setTimeout(callback, Math.min(delayMs, longestDelayMs)),
    clearTimeout: (handle) => {
      // SAFETY: handles come from setTimeout above; the type differs between runtimes.
      clearTimeout(handle as Parameters<typeof clearTimeout>[0])
    },
  }
}

/** The real time. */
export const systemClock: Clock = createSystemClock()
