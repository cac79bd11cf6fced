import { expect, it } from 'vitest'
import { put, some, startsAt as now } from '../../../../test/support/store-changes.ts'
import { memoryStore } from './memory.ts'
import type { Change } from './store.ts'

it.each<[string, Change]>([
  ['the amount NaN', { reserve: [some('a', { amount: Number.NaN })] }],
  ['the amount -1', { reserve: [some('a', { amount: -1 })] }],
  ['the amount 0.5', { reserve: [some('a', { amount: 0.5 })] }],
  ['the maximum NaN', { reserve: [some('a', { max: Number.NaN })] }],
  ['the maximum -1', { reserve: [some('a', { max: -1 })] }],
  ['a window of 0 ms', { reserve: [some('a', { windowMs: 0 })] }],
  ['a window of NaN ms', { reserve: [some('a', { windowMs: Number.NaN })] }],
  ['the time Infinity', { reserve: [some('a', { windowMs: Infinity })] }],
  ['the amount -1', { release: [{ key: 'a', amount: -1, reservedAt: now }] }],
  ['the time NaN', { release: [{ key: 'a', amount: 1, reservedAt: Number.NaN }] }],
  ['the time Infinity', { writes: [put('a', 'A', { ttlMs: Infinity })] }],
  ['the time NaN', { writes: [put('a', 'A', { dueAt: Number.NaN })] }],
  ['one key twice in a list', { reserve: [some('a'), some('a')] }],
  ['one key twice in a list', { writes: [put('a', 'A'), put('a', undefined)] }],
])('refuses %s, and changes nothing', async (what, change) => {
  const store = memoryStore()
  const writes = [...(change.writes ?? []), put('other', 'x')]
  await expect(store.commit({ ...change, writes }, now)).rejects.toThrow(
    `[phoneproof] A store was given ${what}.`,
  )
  expect(await store.read(['a', 'other'], now)).toEqual([undefined, undefined])
})

it('refuses times that are none', async () => {
  const store = memoryStore()
  await expect(store.commit({}, Number.NaN)).rejects.toThrow(/the time NaN/)
  await expect(store.read(['a'], Number.NaN)).rejects.toThrow(/the time NaN/)
  await expect(store.claimDue(Number.NaN, 1, 1)).rejects.toThrow(/the time NaN/)
  await expect(store.claimDue(now, Number.NaN, 1)).rejects.toThrow(/the limit NaN/)
  await expect(store.claimDue(now, 1, Number.NaN)).rejects.toThrow(/the time NaN/)
})
