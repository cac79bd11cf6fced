import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { memoryStore, type Store } from '@phoneproof/server'
import { redisStore } from '@phoneproof/server/redis'
import { sqliteStore } from '@phoneproof/server/sqlite'
import { createClient } from '@redis/client'
import { findRedis, startRedis } from '../../support/redis-server.ts'

export type StoreName = 'memory' | 'SQLite' | 'Redis'

export interface OpenStores {
  names: StoreName[]
  /** With nothing in it. */
  open: (name: StoreName) => Store
  close: () => Promise<void>
}

/** The real ones: files in a temporary folder, and a Redis of its own where there is one. */
export async function openStores(): Promise<OpenStores> {
  const folder = mkdtempSync(join(tmpdir(), 'phoneproof-bench-'))
  const redis = findRedis() === undefined ? undefined : await startRedis()
  const client = createClient(redis ? { url: redis.url } : {})
  if (redis) await client.connect()
  let opened = 0
  return {
    names: ['memory', 'SQLite', ...(redis ? ['Redis' as const] : [])],
    open(name) {
      opened += 1
      if (name === 'memory') return memoryStore()
      if (name === 'SQLite') return sqliteStore({ path: join(folder, `${opened}.db`) })
      return redisStore({ client, prefix: `bench ${opened}` })
    },
    async close() {
      if (redis) client.destroy()
      await redis?.stop()
      rmSync(folder, { recursive: true })
    },
  }
}
