import { systemClock, type Clock } from '@phoneproof/client'

/** The fastest that it follows the wall clock: two seconds of a minute are still near a minute. */
const slew = 0.03
/** Further ahead than this the wall clock was not set: the machine was asleep. */
const asleepMs = 15 * 60_000

/**
 * The time of a server. It runs by the monotonic clock and follows the wall clock slowly, so a host whose
 * clock is set by ten minutes makes nothing early and nobody wait. Never runs backwards.
 */
export function createSteadyClock(): Clock {
  let now = Date.now()
  let monotonic = performance.now()
  return {
    ...systemClock,
    now() {
      const elapsed = performance.now() - monotonic
      monotonic += elapsed
      const behind = Date.now() - (now + elapsed)
      const most = elapsed * slew
      now += elapsed + (behind > asleepMs ? behind : Math.min(most, Math.max(-most, behind)))
      return Math.floor(now)
    },
  }
}

/** After what waits to be done in this process, whatever time the server has. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))
