import { settle, settleFully } from './settle.ts'
import { createSteppingClock, type ManualClock } from './stepping-clock.ts'

export type { ManualClock } from './stepping-clock.ts'

/** Where a manual clock stands unless told otherwise: 23 November 2026, 09:41 UTC. */
const defaultStart: number = Date.UTC(2026, 10, 23, 9, 41)

export const createManualClock = (start: number = defaultStart): ManualClock =>
  createSteppingClock(start, { between: settle, atEnd: settleFully })
