import { memoryStore, type Change, type Store } from '@phoneproof/server'
import type { TabStorage } from '../tab-storage.ts'

/** What was done to the store, in order. Done again after a reload, it gives the same store. */
type Step =
  | { readonly now: number; readonly change: Change }
  | { readonly now: number; readonly limit: number; readonly leaseMs: number }

export interface JournalStore extends Store {
  /** How many entries were handed out and not written to since. */
  readonly claimed: number
}

/** The store in memory, which a reload of the tab does not empty. */
export function journalStore(
  storage: Pick<TabStorage, 'getItem' | 'setItem'>,
  key: string,
): JournalStore {
  const memory = memoryStore()
  const steps = parse(storage.getItem(key))
  const claimed = new Set<string>()
  let isOpen = true

  async function replay(): Promise<void> {
    for (const step of steps) {
      if ('change' in step) await memory.commit(step.change, step.now)
      else await memory.claimDue(step.now, step.limit, step.leaseMs)
    }
  }
  const replayed = replay()

  function record(step: Step): void {
    steps.push(step)
    // What a closed one has under way is part of a world that is over.
    if (isOpen) storage.setItem(key, JSON.stringify(steps, withoutInfinity))
  }

  return {
    inMemory: true,
    get claimed() {
      return claimed.size
    },
    async read(keys, now) {
      await replayed
      return memory.read(keys, now)
    },
    async commit(change, now) {
      await replayed
      const outcome = await memory.commit(change, now)
      if (outcome.done) record({ now, change })
      for (const write of change.writes ?? []) claimed.delete(write.key)
      return outcome
    },
    async claimDue(now, limit, leaseMs) {
      await replayed
      claimed.clear()
      const entries = await memory.claimDue(now, limit, leaseMs)
      if (entries.length > 0) record({ now, limit, leaseMs })
      for (const entry of entries) claimed.add(entry.key)
      return entries
    },
    async close() {
      isOpen = false
      claimed.clear()
      await memory.close()
    },
  }
}

// JSON has no Infinity, and a counter without a limit has that as its limit.
const withoutInfinity = (name: string, value: unknown): unknown =>
  name === 'max' && value === Infinity ? 'Infinity' : value
const withInfinity = (name: string, value: unknown): unknown =>
  name === 'max' ? Number(value) : value

function parse(text: string | null): Step[] {
  // SAFETY: only record() writes under this key.
  return text === null ? [] : (JSON.parse(text, withInfinity) as Step[])
}
