import type { Clock } from '@phoneproof/client'
import { loadNumberMetadata } from './number-metadata.ts'

/** Nobody waits longer for metadata that may not come. The number is judged by its length then. */
const longestHoldMs = 4000

/** Holds a submit back until the full metadata is here, or it takes too long. */
export async function holdForMetadata(clock: Clock): Promise<void> {
  let timer: unknown
  const timeIsUp = new Promise<void>((done) => {
    timer = clock.setTimeout(done, longestHoldMs)
  })
  await Promise.race([loadNumberMetadata(), timeIsUp])
  clock.clearTimeout(timer)
}
