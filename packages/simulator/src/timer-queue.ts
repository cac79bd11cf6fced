import type { TimerHandle } from '@phoneproof/client'

export interface Timer {
  readonly handle: number
  readonly at: number
  readonly callback: () => void
}

/** Timers by due time. Those due at the same instant keep the order in which they were set. */
export interface TimerQueue {
  readonly size: number
  /** The next one to run. */
  readonly first: Timer | undefined
  add(at: number, callback: () => void): TimerHandle
  remove(handle: TimerHandle): void
}

export function createTimerQueue(): TimerQueue {
  const ordered: Timer[] = []
  const byHandle = new Map<TimerHandle, Timer>()
  let lastHandle = 0

  /** The index of a timer, or where it belongs. Handles count up, so no two timers are equal. */
  function placeOf({ at, handle }: Timer): number {
    let low = 0
    let high = ordered.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const other = ordered[middle]
      if (other && (other.at < at || (other.at === at && other.handle < handle))) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    get size() {
      return ordered.length
    },
    get first() {
      return ordered[0]
    },
    add(at, callback) {
      lastHandle += 1
      const timer = { handle: lastHandle, at, callback }
      byHandle.set(timer.handle, timer)
      ordered.splice(placeOf(timer), 0, timer)
      return timer.handle
    },
    remove(handle) {
      const timer = byHandle.get(handle)
      if (!timer) return
      byHandle.delete(handle)
      ordered.splice(placeOf(timer), 1)
    },
  }
}
