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

/** Beyond this the two clocks do not merely drift: one was set, or the other stood still. */
const divergenceMs = 1000

function createSystemClock(): Clock {
  let anchor: { now: number; wall: number; monotonic: number } | undefined
  let last = 0
  return {
    // The wall clock can be set back, and the monotonic one pauses while a device sleeps. The
    // larger progress of the two is right in both cases. It is measured from an instant at which
    // both were read: added up call by call, the larger of two roundings would win each time.
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
    // The globals are looked up at call time, so that fake timers installed later still apply.
    setTimeout: (callback, delayMs) => setTimeout(callback, Math.min(delayMs, longestDelayMs)),
    clearTimeout: (handle) => {
      // SAFETY: handles come from setTimeout above; the type differs between runtimes.
      clearTimeout(handle as Parameters<typeof clearTimeout>[0])
    },
  }
}

/** Undefined where a hardened page has taken it away: then the wall clock is all there is. */
function readMonotonic(): number | undefined {
  try {
    return performance.now()
  } catch {
    return undefined
  }
}

/** The real time. */
export const systemClock: Clock = createSystemClock()
