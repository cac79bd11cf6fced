import { createCluster } from '@redis/client'
import { Cluster, Redis } from 'ioredis'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { waitLimitMs } from '../../../../test/support/patience.ts'
import { startRedis, type RedisServer } from '../../../../test/support/redis-server.ts'
import { put, some, startsAt as now } from '../../../../test/support/store-changes.ts'
import { redisStore, type RedisClient } from './redis.ts'

let server: RedisServer
beforeAll(async () => {
  server = await startRedis({ isCluster: true })
  const node = new Redis(server.url)
  await node.call('CLUSTER', 'ADDSLOTSRANGE', '0', '16383')
  // A new cluster takes 2 s to be sure of itself.
  await vi.waitFor(
    async () => expect(await node.call('CLUSTER', 'INFO')).toContain('cluster_state:ok'),
    { timeout: waitLimitMs },
  )
  node.disconnect()
})
afterAll(() => server.stop())

async function tryStore(client: RedisClient, prefix: string): Promise<void> {
  const store = redisStore({ client, prefix })
  const reserve = [some('a', { max: 1 }), some('b', { max: 2 })]
  const writes = [put('a', 'A', { dueAt: now }), put('b', 'B')]
  expect(await store.commit({ reserve, writes }, now)).toEqual({ done: true })
  expect(await store.commit({ reserve }, now)).toMatchObject({ full: 'a' })
  expect(await store.read(['a', 'b', 'c'], now)).toEqual(['A', 'B', undefined])
  expect(await store.claimDue(now, 5, 1000)).toEqual([{ key: 'a', value: 'A' }])
}

it('works on a cluster with node-redis', async () => {
  const cluster = createCluster({ rootNodes: [{ url: server.url }] })
  await cluster.connect()
  await tryStore(cluster, 'node-redis')
  cluster.destroy()
})

it('works on a cluster with ioredis', async () => {
  const cluster = new Cluster([server.url], {
    enableOfflineQueue: false,
    retryDelayOnFailover: 0,
    lazyConnect: true,
  })
  await cluster.connect()
  await tryStore(cluster, 'ioredis')
  cluster.disconnect()
})
