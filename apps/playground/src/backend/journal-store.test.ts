import { expect, test } from 'vitest'
import { journalStore } from './journal-store.ts'

function setUp() {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
  return { kept, reload: () => journalStore(storage, 'journal') }
}

const counted = (max: number) => ({ reserve: [{ key: 'starts', amount: 1, max, windowMs: 1000 }] })

test('counts on after a reload from where it was, and keeps what was written', async () => {
  const { reload } = setUp()
  const before = reload()
  await before.commit({ ...counted(2), writes: [{ key: 'a', value: '1', ttlMs: 500 }] }, 0)
  await before.commit(counted(Infinity), 10)
  const after = reload()
  expect(await after.read(['a'], 20)).toEqual(['1'])
  expect(await after.commit(counted(2), 20)).toEqual({ done: false, full: 'starts', freeAt: 1000 })
  expect(await after.commit(counted(Infinity), 20)).toEqual({ done: true })
  expect(await after.read(['a'], 600)).toEqual([undefined])
})

test('hands out after a reload what is due, unless it was handed out before', async () => {
  const { reload } = setUp()
  const due = (key: string) => ({ writes: [{ key, value: key, ttlMs: 99_000, dueAt: 30 }] })
  const before = reload()
  await before.commit(due('a'), 0)
  expect(await before.claimDue(30, 10, 5000)).toHaveLength(1)
  await before.commit(due('b'), 31)
  const after = reload()
  expect(await after.claimDue(40, 10, 5000)).toEqual([{ key: 'b', value: 'b' }])
})

test('says how much of what was handed out is still being worked on', async () => {
  const store = setUp().reload()
  await store.commit({ writes: [{ key: 'a', value: '1', ttlMs: 99_000, dueAt: 30 }] }, 0)
  await store.claimDue(30, 10, 5000)
  expect(store.claimed).toBe(1)
  await store.commit({ writes: [{ key: 'a', value: undefined, ttlMs: 0 }] }, 31)
  expect(store.claimed).toBe(0)
})

test('writes nothing more once it is closed', async () => {
  const { kept, reload } = setUp()
  const store = reload()
  await store.close()
  await store.commit(counted(2), 0)
  expect(kept.size).toBe(0)
})
