import { systemClock, type TimerHandle } from '@phoneproof/client'
import type { TabStorage } from '../tab-storage.ts'

/**
 * What the kit keeps in this tab, as JSON text, so that two readings can be compared. The world of
 * the simulation lies in the same storage and is left out: a real service keeps that to itself.
 */
export function readKitStorage(storage: Pick<TabStorage, 'keys' | 'getItem'>): string {
  const keys = storage.keys().filter((key) => key.startsWith('phoneproof:'))
  return JSON.stringify(Object.fromEntries(keys.map((key) => [key, storage.getItem(key)])))
}

export function parseKitStorage(text: string): Record<string, string> {
  // SAFETY: text is what readKitStorage made.
  return JSON.parse(text) as Record<string, string>
}

const lookAgainMs = 200

/** Calls back now and then: a storage tells its own tab of no change. */
export function watchStorage(look: () => void): () => void {
  let timer: TimerHandle
  function again(): void {
    look()
    timer = systemClock.setTimeout(again, lookAgainMs)
  }
  timer = systemClock.setTimeout(again, lookAgainMs)
  return () => systemClock.clearTimeout(timer)
}
