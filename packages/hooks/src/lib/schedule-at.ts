import type { Clock, TimerHandle } from '@phoneproof/client'
import { callOut } from './safely.ts'

interface Schedule {
  timer: TimerHandle
  due: Map<() => void, number>
  isRunning: boolean
}

// One timer per clock, so that whatever is due at one instant runs in one task and React draws it once.
const schedules = new WeakMap<Clock, Schedule>()

/**
 * Calls `run` once, at an instant (milliseconds since the epoch) or as soon after it as the clock can.
 * Another instant moves it. Undefined clears it.
 */
export function scheduleAt(clock: Clock, run: () => void, at: number | undefined): void {
  const schedule = schedules.get(clock) ?? { timer: undefined, due: new Map(), isRunning: false }
  schedules.set(clock, schedule)
  if (at === undefined) schedule.due.delete(run)
  else schedule.due.set(run, at)
  setTimer(clock, schedule)
}

/** Timers stand still while a device sleeps, so a long wait is made of short ones. Milliseconds. */
const longestWaitMs = 5_000

function setTimer(clock: Clock, schedule: Schedule): void {
  if (schedule.isRunning) return
  clock.clearTimeout(schedule.timer)
  const next = Math.min(...schedule.due.values())
  if (!Number.isFinite(next)) return
  const waitMs = Math.min(Math.max(0, next - clock.now()), longestWaitMs)
  schedule.timer = clock.setTimeout(() => runDue(clock, schedule), waitMs)
}

function runDue(clock: Clock, schedule: Schedule): void {
  const now = clock.now()
  // A copy, because one that runs may schedule itself for this very instant.
  const all = Array.from(schedule.due)
  schedule.isRunning = true
  for (const [run, at] of all) {
    // One that ran before may have moved or cleared it.
    if (at <= now && schedule.due.get(run) === at && schedule.due.delete(run)) callOut(run)
  }
  schedule.isRunning = false
  setTimer(clock, schedule)
}
