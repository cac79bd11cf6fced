import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { put, some, startsAt as now } from '../../../../test/support/store-changes.ts'
import { memoryStore } from './memory.ts'
import type { Store } from './store.ts'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

function heapMegabytes(): number {
  collect()
  return process.memoryUsage().heapUsed / 1e6
}

/** Each lives for a second, and is claimed or not, written again or not, released or not. */
async function passThrough(store: Store, first: number, count: number): Promise<void> {
  for (let index = first; index < first + count; index += 1) {
    const at = now + index
    const key = `entry ${index}`
    const reserve = [some(`counter ${index}`, { windowMs: 1000 })]
    const release = [{ key: `counter ${index - 500}`, amount: 1, reservedAt: at - 500 }]
    const write = put(key, 'x'.repeat(200) + index, { ttlMs: 1000, dueAt: at + 100 * (index % 30) })
    await store.commit({ reserve, release, writes: [write] }, at)
    if (index % 3 === 0) await store.commit({ writes: [put(`entry ${index - 10}`, 'over')] }, at)
    if (index % 3 === 0) await store.commit({ writes: [put(`entry ${index - 10}`, undefined)] }, at)
    if (index % 50 === 0) await store.claimDue(at, 20, 300)
  }
}

it('holds no more after 100,000 that came and went than after 10,000', async () => {
  const store = memoryStore()
  await passThrough(store, 0, 10_000)
  const before = heapMegabytes()
  await passThrough(store, 10_000, 100_000)
  // 100,000 of them would take 60 MB.
  expect(heapMegabytes() - before).toBeLessThan(3)
  expect(await store.read([`entry ${109_999}`], now + 110_000)).not.toEqual([undefined])
})

it('says that nothing leaves the process', () => {
  expect(memoryStore().inMemory).toBe(true)
})
