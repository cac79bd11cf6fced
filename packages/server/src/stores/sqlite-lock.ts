import type { Clock } from '@phoneproof/client'
import { isLocked, stillLocked } from './sqlite-errors.ts'

const lockedForMs = 2000
const longestPauseMs = 50

/** Asks a locked file again and again, without holding up the rest of the process. */
export async function whenUnlocked<T>(clock: Clock, path: string, work: () => T): Promise<T> {
  const giveUpAt = clock.now() + lockedForMs
  for (let pauseMs = 1; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    try {
      return work()
    } catch (error) {
      if (!isLocked(error)) throw error
      if (clock.now() >= giveUpAt) throw stillLocked(error, path, lockedForMs)
    }
    await new Promise<void>((resume) => clock.setTimeout(resume, pauseMs))
  }
}
