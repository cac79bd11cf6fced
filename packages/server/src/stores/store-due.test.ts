import { expect, it } from 'vitest'
import { describeEachStore } from '../../../../test/support/each-store.ts'
import { startsAt as now, put } from '../../../../test/support/store-changes.ts'
import type { Write } from './store.ts'

describeEachStore((open) => {
  it('hands out what is due, the earliest first, and not before', async () => {
    const store = open()
    const writes = [300, 100, 200].map((ms) => put(`at ${ms}`, String(ms), { dueAt: now + ms }))
    await store.commit({ writes: [...writes, put('never', 'n')] }, now)
    expect(await store.claimDue(now + 99, 10, 1000)).toEqual([])
    expect(await store.claimDue(now + 250, 10, 1000)).toEqual([
      { key: 'at 100', value: '100' },
      { key: 'at 200', value: '200' },
    ])
    expect(await store.claimDue(now + 300, 10, 1000)).toEqual([{ key: 'at 300', value: '300' }])
  })

  it('hands out no more than is asked for', async () => {
    const store = open()
    const writes = [1, 2, 3].map((ms) => put(`at ${ms}`, '', { dueAt: now + ms }))
    await store.commit({ writes }, now)
    expect(await store.claimDue(now + 10, 0, 1000)).toEqual([])
    expect(await store.claimDue(now + 10, 2, 1000)).toMatchObject([
      { key: 'at 1' },
      { key: 'at 2' },
    ])
    expect(await store.claimDue(now + 10, 2, 1000)).toMatchObject([{ key: 'at 3' }])
  })

  it('hands an entry out again when its lease is over, until it is written', async () => {
    const store = open()
    const entry = { key: 'a', value: 'A' }
    await store.commit({ writes: [put('a', 'A', { dueAt: now })] }, now)
    expect(await store.claimDue(now, 10, 1000)).toEqual([entry])
    expect(await store.claimDue(now + 999, 10, 1000)).toEqual([])
    expect(await store.claimDue(now + 1000, 10, 1000)).toEqual([entry])
    await store.commit({ writes: [put('a', 'B')] }, now + 1500)
    expect(await store.claimDue(now + 9000, 10, 1000)).toEqual([])
    expect(await store.read(['a'], now + 9000)).toEqual(['B'])
  })

  it('hands an entry out once at a time, also with a lease of nothing', async () => {
    const store = open()
    await store.commit({ writes: [put('a', 'A', { dueAt: now })] }, now)
    expect(await store.claimDue(now, 10, 0)).toHaveLength(1)
    expect(await store.claimDue(now, 10, 0)).toHaveLength(1)
  })

  it.each<[string, ...Write[][]]>([
    ['written without a due time', [put('a', 'B')]],
    ['written with a later one', [put('a', 'B', { dueAt: now + 5000 })]],
    ['removed', [put('a', undefined)]],
    ['removed and written anew', [put('a', undefined, { expected: 'A' })], [put('a', 'B')]],
  ])('does not hand out what was %s', async (_, ...changes) => {
    const store = open()
    await store.commit({ writes: [put('a', 'A', { dueAt: now + 1000 })] }, now)
    for (const writes of changes) await store.commit({ writes }, now + 10)
    expect(await store.claimDue(now + 4999, 10, 1000)).toEqual([])
  })

  it('does not hand out what is over, and hands out what is due behind it', async () => {
    const store = open()
    const over = [1, 2, 3].map((ms) => put(`over ${ms}`, '', { ttlMs: 100, dueAt: now + ms }))
    await store.commit({ writes: [...over, put('a', 'A', { dueAt: now + 50 })] }, now)
    expect(await store.claimDue(now + 100, 1, 1000)).toEqual([{ key: 'a', value: 'A' }])
  })

  it('hands out 20,000 in their order, 20 at a time', async () => {
    const store = open()
    const count = 20_000
    const dueAt = (index: number) => now + ((index * 7919) % count)
    for (let first = 0; first < count; first += 1000) {
      const writes = Array.from({ length: 1000 }, (__, index) =>
        put(`entry ${first + index}`, String(dueAt(first + index)), {
          ttlMs: 1e9,
          dueAt: dueAt(first + index),
        }),
      )
      await store.commit({ writes }, now)
    }
    const all: number[] = []
    for (let claimed = await store.claimDue(now + count, 20, 1e8); claimed.length > 0;) {
      all.push(...claimed.map(({ value }) => Number(value)))
      claimed = await store.claimDue(now + count, 20, 1e8)
    }
    expect(all).toEqual(Array.from({ length: count }, (__, index) => now + index))
  })
})
