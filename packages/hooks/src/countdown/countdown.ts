import type { Clock } from '@phoneproof/client'
import { scheduleAt } from '../lib/schedule-at.ts'
import { currentEnvironment } from '../lib/browser-environment.ts'

/** What a countdown changes by. */
export type CountdownUnit = 'second' | 'minute'

const secondsIn = { second: 1, minute: 60 }

/** Whole seconds left, rounded up: 1 is the last value before the end, then 0. By the minute the last is 60. */
export function secondsLeft(deadline: number, now: number, unit: CountdownUnit = 'second'): number {
  const step = secondsIn[unit]
  return Math.max(0, Math.ceil((deadline - now) / 1000 / step)) * step
}

/** `4:12`, `0:07`: minutes and seconds. With hours, where there are any: `1:59:59`. */
export function formatSeconds(seconds: number): string {
  const rest = seconds % 60
  const minutes = (seconds - rest) / 60
  const hours = Math.floor(minutes / 60)
  const shown = hours > 0 ? `${hours}:${twoDigits(minutes % 60)}` : minutes
  return `${shown}:${twoDigits(rest)}`
}

const twoDigits = (count: number): string => String(count).padStart(2, '0')

/** The time to a deadline as a store. Its snapshot changes once a second, or a minute, at most. */
export interface Countdown {
  getSnapshot: () => number
  subscribe: (listener: () => void) => () => void
}

export function createCountdown(
  clock: Clock,
  deadline: number,
  unit: CountdownUnit = 'second',
): Countdown {
  let seconds: number | undefined
  const count = (): number => secondsLeft(deadline, clock.now(), unit)
  const page = currentEnvironment()
  return {
    // Only when it is asked for: a server must not read the clock.
    getSnapshot: () => (seconds ??= count()),
    subscribe(listener) {
      const read = (): void => {
        seconds = count()
        listener()
        // Nobody sees a hidden page; it is read again when it comes back.
        const isOver = seconds === 0 || page.isHidden()
        const next = deadline - (seconds - secondsIn[unit]) * 1000
        scheduleAt(clock, read, isOver ? undefined : next)
      }
      read()
      const unwatch = page.watch(read)
      return () => {
        unwatch()
        scheduleAt(clock, read, undefined)
      }
    },
  }
}
