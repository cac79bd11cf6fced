import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { memoryStore, type Store } from '@phoneproof/server'
import { redisStore, type RedisClient } from '@phoneproof/server/redis'
import { sqliteStore } from '@phoneproof/server/sqlite'
import { createClient } from '@redis/client'
import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest'
import { startRedis, type RedisServer } from './redis-server.ts'

/** An instance on what the test keeps. In memory there is only one. */
export type OpenStore = () => Store

const connects = { 'node-redis': connectNodeRedis, ioredis: connectIoRedis }
type RedisClientName = keyof typeof connects

/** Declares the tests of `suite` for each store there is, on the real thing, with these clients of Redis. */
export function describeEachStore(
  suite: (open: OpenStore) => void,
  redisClients: readonly RedisClientName[] = ['node-redis', 'ioredis'],
): void {
  describe('the memory store', () => {
    let store: Store
    beforeEach(() => {
      store = memoryStore()
    })
    suite(() => store)
  })

  describe('the SQLite store', () => {
    const { pathOf } = temporaryFolder()
    const opened: Store[] = []
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close()
    })
    suite(() => {
      const store = sqliteStore({ path: pathOf('store.db') })
      opened.push(store)
      return store
    })
  })

  describe.each(redisClients)('the Redis store with %s', (name) => {
    const connect = connects[name]
    const connections: Connection[] = []
    let server: RedisServer
    let nextInstance = 0
    let test = 0
    beforeAll(async () => {
      server = await startRedis()
      connections.push(await connect(server.url), await connect(server.url))
    })
    afterAll(async () => {
      for (const { close } of connections.splice(0)) close()
      await server.stop()
    })
    beforeEach(() => {
      test += 1
    })
    suite(() => {
      nextInstance += 1
      const connection = connections[nextInstance % connections.length]
      if (!connection) throw new Error('Redis is connected before the tests.')
      return redisStore({ client: connection.client, prefix: `test ${test}` })
    })
  })
}

/** A folder for each test, removed after it. */
export function temporaryFolder(): { readonly pathOf: (name: string) => string } {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'phoneproof-store-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  return { pathOf: (name) => join(folder, name) }
}

export interface Connection {
  readonly client: RedisClient
  readonly close: () => void
}

export async function connectNodeRedis(url: string): Promise<Connection> {
  const client = createClient({ url, socket: { reconnectStrategy: 10 } })
  // What is lost is told by the commands.
  client.on('error', () => {})
  await client.connect()
  return { client, close: () => client.destroy() }
}

export async function connectIoRedis(url: string, keyPrefix = ''): Promise<Connection> {
  const client = new Redis(url, {
    keyPrefix,
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: () => 10,
  })
  client.on('error', () => {})
  await client.connect()
  return { client, close: () => client.disconnect() }
}
