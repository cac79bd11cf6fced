import { systemClock, type Clock } from '@phoneproof/client'

/**
 * The time of a server. It is read off the wall once and runs on by the monotonic clock, so it does not
 * jump when the host's clock is set. Unlike a phone, a server does not sleep.
 */
export function createSteadyClock(): Clock {
  const start = Date.now() - performance.now()
  return { ...systemClock, now: () => Math.floor(start + performance.now()) }
}
