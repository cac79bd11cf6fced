import type { Clock, TimerHandle } from '@phoneproof/client'
import { callOut } from './safely.ts'

interface Schedule {
  timer: TimerHandle
  due: Map<() => void, number>
  isRunning: boolean
}

// One timer per clock: whatever is due at one instant runs in one task, and React draws it at once.
const schedules = new WeakMap<Clock, Schedule>()

/**
 * Calls `ring` once, at an instant (milliseconds since the epoch) or as soon after it as the clock
 * can. Asking again moves it; undefined clears it.
 */
export function scheduleAt(clock: Clock, ring: () => void, at: number | undefined): void {
  const board = schedules.get(clock) ?? { timer: undefined, due: new Map(), isRunning: false }
  schedules.set(clock, board)
  if (at === undefined) board.due.delete(ring)
  else board.due.set(ring, at)
  schedule(clock, board)
}

/** Timers stand still while a device sleeps, so a long wait is made of short ones. */
const longestWaitMs = 5_000

function schedule(clock: Clock, board: Schedule): void {
  if (board.isRunning) return
  clock.clearTimeout(board.timer)
  const next = Math.min(...board.due.values())
  if (!Number.isFinite(next)) return
  const waitMs = Math.min(Math.max(0, next - clock.now()), longestWaitMs)
  board.timer = clock.setTimeout(() => runDue(clock, board), waitMs)
}

function runDue(clock: Clock, board: Schedule): void {
  const now = clock.now()
  // A copy: one that rings may ask for the present instant again.
  const asked = Array.from(board.due)
  board.isRunning = true
  for (const [ring, at] of asked) {
    // One that rang before may have moved or cleared it.
    if (at <= now && board.due.get(ring) === at && board.due.delete(ring)) callOut(ring)
  }
  board.isRunning = false
  schedule(clock, board)
}
