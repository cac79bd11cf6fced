import { expect, it } from 'vitest'
import { describeEachStore } from '../../../../test/support/each-store.ts'
import { startsAt as now, put, some } from '../../../../test/support/store-changes.ts'

const times = (count: number) => Array.from({ length: count }, (_, index) => index)

describeEachStore((open) => {
  it('grants 5 of 1,000 reservations that come at once to two instances', async () => {
    const stores = [open(), open()]
    const reserve = [some('a', { max: 5 }), some('b', { max: Infinity })]
    const outcomes = await Promise.all(
      times(500).flatMap(() => stores.map((store) => store.commit({ reserve }, now))),
    )
    expect(outcomes.filter(({ done }) => done)).toHaveLength(5)
    const [store] = stores
    const counted = (max: number) =>
      store?.commit({ reserve: [some('b', { amount: 0, max })] }, now)
    expect(await counted(4)).toMatchObject({ full: 'b' })
    expect(await counted(5)).toEqual({ done: true })
  })

  it('lets one of 1,000 writers be the first, and every other one see that it was not', async () => {
    const stores = [open(), open()]
    const outcomes = await Promise.all(
      times(500).flatMap((index) =>
        stores.map((store, place) =>
          store.commit({ writes: [put('lock', `${index} ${place}`, { expected: null })] }, now),
        ),
      ),
    )
    expect(outcomes.filter(({ done }) => done)).toHaveLength(1)
    expect(outcomes.filter((each) => 'conflict' in each)).toHaveLength(999)
  })

  it('loses no change of those who read, think and write over what they read', async () => {
    const stores = [open(), open()]
    await open().commit({ writes: [put('sum', '0')] }, now)
    async function addOne(index: number): Promise<void> {
      const store = stores[index % 2]
      const [sum = ''] = (await store?.read(['sum'], now)) ?? []
      const writes = [put('sum', String(Number(sum) + 1), { expected: sum })]
      const outcome = await store?.commit({ writes }, now)
      if (!outcome?.done) await addOne(index)
    }
    await Promise.all(times(40).map(addOne))
    expect(await open().read(['sum'], now)).toEqual(['40'])
  })

  it('hands each due entry to one of 50 callers at two instances', async () => {
    const stores = [open(), open()]
    const writes = times(100).map((index) => put(`entry ${index}`, '', { dueAt: now }))
    await open().commit({ writes }, now)
    const claims = await Promise.all(
      times(25).flatMap(() => stores.map((store) => store.claimDue(now, 3, 1000))),
    )
    const keys = claims.flat().map(({ key }) => key)
    expect(keys).toHaveLength(100)
    expect(new Set(keys).size).toBe(100)
  })
})
