import type { Clock, TimerHandle } from '@phoneproof/client'
import type { QuickClock } from './quick-clock.ts'

/**
 * A person's device: a wall clock that can be set, a sleep in which no timer runs, a connection
 * that can be cut.
 */
export interface Device {
  readonly isOnline: boolean
  /** How often the connection was cut so far. */
  readonly cuts: number
  setOnline(isOnline: boolean): void
  /** Sets the wall clock forward, or back. */
  setWall(byMs: number): void
  /** From then on a page cannot tell the difference from a sleep, and may act too early. */
  readonly wasSetForward: boolean
  /** A page that is loaded after that does not know how long nobody looked at the flow. */
  readonly wasSetBack: boolean
  sleep(ms: number): Promise<void>
  /** Resolves at once, or when the device is woken. */
  awake(): Promise<void>
  readonly isAsleep: boolean
  /** The clock of a page that is loaded now. It reads time as `systemClock` does. */
  loadPage(): PageClock
}

export interface PageClock extends Clock {
  /** The page is gone: no timer runs any more. */
  kill(): void
  readonly isAlive: boolean
}

export function createDevice(world: QuickClock): Device {
  let wallOffset = 0
  let wasSetForward = false
  let wasSetBack = false
  let slept = 0
  let sleepsSince: number | undefined
  let isOnline = true
  let cuts = 0
  let wakers: (() => void)[] = []

  const wall = (): number => world.now() + wallOffset
  /** Pauses while the device sleeps. */
  const monotonic = (): number => (sleepsSince ?? world.now()) - slept

  return {
    get isOnline() {
      return isOnline
    },
    get cuts() {
      return cuts
    },
    setOnline(value) {
      if (isOnline && !value) cuts += 1
      isOnline = value
    },
    setWall(byMs) {
      wallOffset += byMs
      wasSetForward ||= byMs > 0
      wasSetBack ||= byMs < 0
    },
    get wasSetForward() {
      return wasSetForward
    },
    get wasSetBack() {
      return wasSetBack
    },
    async sleep(ms) {
      sleepsSince = world.now()
      await world.advance(ms)
      slept += ms
      sleepsSince = undefined
      const woken = wakers
      wakers = []
      for (const wake of woken) wake()
      await world.advance(0)
    },
    awake: () =>
      sleepsSince === undefined
        ? Promise.resolve()
        : new Promise((resolve) => {
            wakers.push(resolve)
          }),
    get isAsleep() {
      return sleepsSince !== undefined
    },
    loadPage() {
      let isAlive = true
      let anchor = { now: wall(), wall: wall(), monotonic: monotonic() }
      let last = anchor.now
      const handles = new Map<number, TimerHandle>()
      let count = 0
      function arm(handle: number, dueAt: number, callback: () => void): void {
        const fire = (): void => {
          if (!isAlive || !handles.has(handle)) return
          if (sleepsSince !== undefined) wakers.push(fire)
          else if (monotonic() < dueAt) arm(handle, dueAt, callback)
          else {
            handles.delete(handle)
            callback()
          }
        }
        handles.set(handle, world.setTimeout(fire, dueAt - monotonic()))
      }
      return {
        now() {
          const byWall = wall() - anchor.wall
          const byMonotonic = monotonic() - anchor.monotonic
          last = Math.max(last, anchor.now + Math.max(byWall, byMonotonic))
          if (Math.abs(byWall - byMonotonic) > 1000) {
            anchor = { now: last, wall: wall(), monotonic: monotonic() }
          }
          return last
        },
        setTimeout(callback, delayMs) {
          count += 1
          arm(count, monotonic() + Math.max(0, delayMs), callback)
          return count
        },
        clearTimeout(handle) {
          // SAFETY: handles come from setTimeout above; others are not found.
          const known = handles.get(handle as number)
          if (known === undefined) return
          world.clearTimeout(known)
          handles.delete(handle as number)
        },
        kill() {
          isAlive = false
        },
        get isAlive() {
          return isAlive
        },
      }
    },
  }
}
