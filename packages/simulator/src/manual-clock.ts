import type { Clock } from '@phoneproof/client'
import { settle, settleFully } from './settle.ts'
import { createSteppingClock } from './stepping-clock.ts'

/** A clock that stands still until it is told to move. */
export interface ManualClock extends Clock {
  /**
   * Moves time on, by milliseconds or by `'30s'`, `'1m'`, `'1m30s'`. Steps to each due timer in
   * order, including those set on the way, and lets pending promises settle at each step. Await it.
   * A second move waits for the first. When a callback throws, this rejects with its error, and the
   * timers after it wait for the next move.
   */
  advance(by: number | string): Promise<void>
  /** Moves to an instant, in milliseconds since the epoch. Refuses to go back. */
  advanceTo(instant: number): Promise<void>
  /** How many timers are set and have not run. */
  readonly pendingTimers: number
}

/** Where a manual clock stands unless told otherwise: 23 November 2026, 09:41 UTC. */
const defaultStart: number = Date.UTC(2026, 10, 23, 9, 41)

export const createManualClock = (start: number = defaultStart): ManualClock =>
  createSteppingClock(start, { between: settle, atEnd: settleFully })
