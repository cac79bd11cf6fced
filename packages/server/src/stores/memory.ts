import { assertChange, assertClaim, assertFinite } from './assert-change.ts'
import { carryOut, type Shelf } from './carry-out.ts'
import type { Counter } from './counting.ts'
import { createEarliestFirst, type Turn } from './earliest-first.ts'
import { createExpiringMap } from './expiring-map.ts'
import type { Entry, Store } from './store.ts'

interface Kept {
  readonly key: string
  readonly value: string
  readonly expiresAt: number
  due: Turn<Kept> | undefined
}

/**
 * Keeps everything in this process. It is gone when the process ends, and no other process sees it:
 * with several instances, each limit counts once for each of them.
 */
export function memoryStore(): Store {
  const due = createEarliestFirst<Kept>()
  const entries = createExpiringMap<Kept>((kept) => kept.due && due.remove(kept.due))
  const counters = createExpiringMap<Counter>()

  const shelf: Shelf = {
    entry: (key, now) => entries.get(key, now)?.value,
    putEntry({ key, value, ttlMs, dueAt }, now) {
      const kept: Kept = { key, value, expiresAt: now + ttlMs, due: undefined }
      entries.set(key, kept, kept.expiresAt)
      if (dueAt !== undefined) kept.due = due.add(dueAt, kept)
    },
    removeEntry: (key) => entries.delete(key),
    counter: (key, now) => counters.get(key, now),
    putCounter: (key, counter) => counters.set(key, counter, counter.endsAt),
    sweep(now) {
      entries.sweep(now)
      counters.sweep(now)
    },
  }

  function claimDue(now: number, limit: number, leaseMs: number): Entry[] {
    const claimed: Kept[] = []
    for (let { first } = due; first && first.at <= now; { first } = due) {
      if (claimed.length >= limit) break
      due.remove(first)
      if (first.item.expiresAt > now) claimed.push(first.item)
    }
    // Only now, so that a lease of 0 does not hand out one entry twice.
    for (const kept of claimed) kept.due = due.add(now + leaseMs, kept)
    return claimed.map(({ key, value }) => ({ key, value }))
  }

  return {
    inMemory: true,
    async read(keys, now) {
      assertFinite(now)
      return keys.map((key) => shelf.entry(key, now))
    },
    async commit(change, now) {
      assertChange(change)
      assertFinite(now)
      return carryOut(change, now, shelf)
    },
    async claimDue(now, limit, leaseMs) {
      assertClaim(now, limit, leaseMs)
      return claimDue(now, limit, leaseMs)
    },
    async close() {},
  }
}
