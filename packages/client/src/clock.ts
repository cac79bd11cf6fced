/** What `Clock.setTimeout` returned. Opaque: give it to `clearTimeout`. */
export type TimerHandle = unknown

/**
 * Time as a value. Everything in the kit that waits or reads the time uses one of these, so that a
 * test, a story or a demo can hold time still or move it.
 */
export interface Clock {
  /** Milliseconds since the Unix epoch. Never runs backwards. */
  now(): number
  /** Runs `callback` once, `delayMs` milliseconds from now. */
  setTimeout(callback: () => void, delayMs: number): TimerHandle
  /** Forgets a timer. Unknown and finished handles are ignored. */
  clearTimeout(handle: TimerHandle): void
}

// Browsers keep a delay in 32 bits. A longer one would fire at once.
const longestDelayMs = 2_147_483_647

/** A larger difference is no drift: the wall clock was set, or the monotonic one stood still. */
const divergenceMs = 1000

function createSystemClock(): Clock {
  let anchor: { now: number; wall: number; monotonic: number } | undefined
  let last = 0
  return {
    // The wall clock can be set back, and the monotonic one pauses while a device sleeps. In both
    // cases the clock that advanced more is right. Both are measured from one common instant:
    // adding up the larger difference of each call would add up rounding errors.
    now() {
      const wall = Date.now()
      const monotonic = readMonotonic() ?? wall
      anchor ??= { now: wall, wall, monotonic }
      const byWall = wall - anchor.wall
      const byMonotonic = monotonic - anchor.monotonic
      last = Math.max(last, anchor.now + Math.max(byWall, byMonotonic))
      if (Math.abs(byWall - byMonotonic) > divergenceMs) anchor = { now: last, wall, monotonic }
      return Math.floor(last)
    },
    // The globals are read at call time, so that fake timers that are installed later apply.
    setTimeout: (callback, delayMs) => setTimeout(callback, Math.min(delayMs, longestDelayMs)),
    clearTimeout: (handle) => {
      // SAFETY: handles come from setTimeout above; the type differs between runtimes.
      clearTimeout(handle as Parameters<typeof clearTimeout>[0])
    },
  }
}

/** Undefined where a hardened page has removed it. Then only the wall clock is left. */
function readMonotonic(): number | undefined {
  try {
    return performance.now()
  } catch {
    return undefined
  }
}

/** The real time. */
export const systemClock: Clock = createSystemClock()
