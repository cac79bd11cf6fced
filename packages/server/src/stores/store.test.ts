import { describe, expect, it } from 'vitest'
import { memoryStore } from './memory.ts'
import type { Change, Reservation, Store, Write } from './store.ts'

const now = Date.UTC(2026, 10, 23, 9, 41)
const minute = 60_000

const some = (key: string, more: Partial<Reservation> = {}): Reservation => ({
  key,
  amount: 1,
  max: 2,
  windowMs: minute,
  ...more,
})
const put = (key: string, value: string | undefined, more: Partial<Write> = {}): Write => ({
  key,
  value,
  ttlMs: minute,
  ...more,
})

describe('counters', () => {
  it('count up to their maximum, then say when they start anew', async () => {
    const store = memoryStore()
    const reserve = [some('a')]
    expect(await store.commit({ reserve }, now)).toEqual({ done: true })
    expect(await store.commit({ reserve }, now + 1)).toEqual({ done: true })
    const full = { done: false, full: 'a', freeAt: now + minute }
    expect(await store.commit({ reserve }, now + 2)).toEqual(full)
    expect(await store.commit({ reserve }, now + minute - 1)).toEqual(full)
    expect(await store.commit({ reserve }, now + minute)).toEqual({ done: true })
  })
})

it('stays', async () => {
  const store: Store = memoryStore()
  const change: Change = { writes: [put('k', 'v', { dueAt: now })] }
  await store.commit(change, now)
  expect(await store.claimDue(now, 5, 10)).toEqual([{ key: 'k', value: 'v' }])
  expect(await store.claimDue(now, 5, 10)).toEqual([])
  expect(await store.claimDue(now + 10, 5, 10)).toEqual([{ key: 'k', value: 'v' }])
})
