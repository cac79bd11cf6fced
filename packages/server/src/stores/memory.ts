import { assertChange, assertFinite } from './assert-change.ts'
import { count, type Counter } from './counting.ts'
import { createEarliestFirst, type Turn } from './earliest-first.ts'
import { createExpiringMap } from './expiring-map.ts'
import type { Change, Entry, Outcome, Store, Write } from './store.ts'

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

  function commit(change: Change, now: number): Outcome {
    const { writes = [] } = change
    const isOther = ({ key, expected }: Write) =>
      expected !== undefined && expected !== (entries.get(key, now)?.value ?? null)
    const conflict = writes.find(isOther)
    if (conflict) return { done: false, conflict: conflict.key }
    const counted = count(change, now, (key) => counters.get(key, now))
    if ('full' in counted) return counted
    entries.sweep(now)
    counters.sweep(now)
    for (const [key, counter] of counted) counters.set(key, counter, counter.endsAt)
    for (const write of writes) put(write, now)
    return { done: true }
  }

  function put({ key, value, ttlMs, dueAt }: Write, now: number): void {
    if (value === undefined) return entries.delete(key)
    const kept: Kept = { key, value, expiresAt: now + ttlMs, due: undefined }
    entries.set(key, kept, kept.expiresAt)
    if (dueAt !== undefined) kept.due = due.add(dueAt, kept)
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
    read: async (keys, now) => keys.map((key) => entries.get(key, now)?.value),
    async commit(change, now) {
      assertChange(change)
      assertFinite(now)
      return commit(change, now)
    },
    async claimDue(now, limit, leaseMs) {
      assertFinite(now)
      assertFinite(leaseMs)
      return claimDue(now, limit, leaseMs)
    },
    async close() {},
  }
}
