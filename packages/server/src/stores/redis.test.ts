import { createManualClock } from '@phoneproof/simulator/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  connectIoRedis,
  connectNodeRedis,
  type Connection,
} from '../../../../test/support/each-store.ts'
import { waitLimitMs } from '../../../../test/support/patience.ts'
import { startRedis, type RedisServer } from '../../../../test/support/redis-server.ts'
import { put, some, startsAt as now } from '../../../../test/support/store-changes.ts'
import { redisStore } from './redis.ts'
import type { Change } from './store.ts'

const done = { done: true }
let server: RedisServer
const open: Connection[] = []
beforeAll(async () => {
  server = await startRedis()
})
afterAll(async () => {
  for (const { close } of open) close()
  await server.stop()
})

// A test that failed may have left it paused.
afterEach(() => server.resume())

async function connect(how: typeof connectNodeRedis): Promise<Connection['client']> {
  const connection = await how(server.url)
  open.push(connection)
  return connection.client
}

/** Asks Redis itself. */
async function ask(...args: string[]): Promise<unknown> {
  const client = await connect(connectIoRedis)
  if (!('call' in client)) throw new Error('This is ioredis.')
  const [name = '', ...rest] = args
  return client.call(name, ...rest)
}

/** Everything that a change can hold. */
const large: Change = {
  reserve: [some('a'), some('b'), some('c')],
  release: [{ key: 'd', amount: 1, reservedAt: now }],
  writes: [put('a', 'A', { dueAt: now, expected: null }), put('b', undefined), put('c', 'C')],
}

describe.each([
  ['node-redis', connectNodeRedis],
  ['ioredis', connectIoRedis],
])('with %s', (name, how) => {
  it('takes one round trip for each operation, once Redis knows the scripts', async () => {
    const client = await connect(how)
    const sent = spyOnCommands(client)
    await ask('SCRIPT', 'FLUSH')
    const store = redisStore({ client, prefix: `trips ${name}` })
    expect(await store.commit(large, now)).toEqual(done)
    expect(sent()).toEqual(['EVALSHA', 'EVAL'])
    await store.claimDue(now, 5, 1000)
    expect(sent()).toEqual(['EVALSHA', 'EVAL'])
    expect(await store.commit({ writes: [put('a', 'B')] }, now)).toEqual(done)
    expect(await store.claimDue(now, 5, 1000)).toEqual([])
    expect(await store.read(['a', 'b', 'c'], now)).toEqual(['B', undefined, 'C'])
    expect(sent()).toEqual(['EVALSHA', 'EVALSHA', 'MGET'])
  })

  it('fails while Redis is gone, and works when it is back, without what failed', async () => {
    const clock = createManualClock(now)
    const client = await connect(how)
    const sent = spyOnCommands(client)
    const store = redisStore({ client, prefix: `gone ${name}`, clock })
    await store.commit({}, now)
    sent()
    const reserve = [some('a', { max: 1 })]
    const failed = (promise: Promise<unknown>) =>
      promise.then(
        () => 'done',
        () => 'failed',
      )
    server.pause()
    const unanswered = failed(store.commit({ reserve }, now))
    await clock.advance(0)
    expect(sent()).toEqual(['EVALSHA'])
    await server.kill()
    const offline = failed(store.commit({ reserve }, now))
    await clock.advance(2000)
    expect(await Promise.all([unanswered, offline])).toEqual(['failed', 'failed'])
    expect(clock.pendingTimers).toBe(0)
    await server.restart()
    await vi.waitFor(() => store.read(['a'], now), { timeout: waitLimitMs })
    expect(await store.commit({ reserve }, now)).toEqual(done)
    expect(await store.commit({ reserve }, now)).toMatchObject({ full: 'a' })
  })

  it('does not wait longer than it may for a Redis that says nothing', async () => {
    const clock = createManualClock(now)
    const client = await connect(how)
    const store = redisStore({ client, prefix: `slow ${name}`, timeoutMs: 500, clock })
    server.pause()
    const outcomes = [
      expect(store.commit({ reserve: [some('a')] }, now)).rejects.toThrow(/within 500 ms/),
      expect(store.read(['a'], now)).rejects.toThrow(/^\[phoneproof\] Redis did not answer/),
      expect(store.claimDue(now, 1, 1)).rejects.toThrow(/within 500 ms/),
    ]
    await clock.advance(500)
    await Promise.all(outcomes)
    server.resume()
    expect(await store.read(['a'], now)).toEqual([undefined])
    expect(clock.pendingTimers).toBe(0)
  })
})

it('leaves nothing in Redis for good', async () => {
  const store = redisStore({ client: await connect(connectNodeRedis), prefix: 'ttl' })
  await store.commit(large, now)
  await store.commit({ writes: [put('a', 'A'), put('c', undefined)] }, now + 1000)
  const keys = await ask('KEYS', '{ttl}:*')
  const entry = '{ttl}:e:a'
  const counters = ['{ttl}:c:a', '{ttl}:c:b', '{ttl}:c:c']
  expect(new Set(Array.isArray(keys) ? keys : [])).toEqual(new Set([entry, ...counters]))
  for (const key of [entry, ...counters]) {
    const ms = Number(await ask('PTTL', key))
    expect(ms).toBeGreaterThan(60_000)
    expect(ms).toBeLessThanOrEqual(120_000)
  }
})

it('forgets the due times of what Redis has removed', async () => {
  const store = redisStore({ client: await connect(connectNodeRedis), prefix: 'removed' })
  await store.commit({ writes: [put('a', 'A', { dueAt: now })] }, now)
  await ask('DEL', '{removed}:e:a')
  expect(await store.claimDue(now, 5, 1000)).toEqual([])
  expect(await ask('EXISTS', '{removed}:due')).toBe(0)
})

it('keeps stores with different prefixes apart', async () => {
  const client = await connect(connectNodeRedis)
  await redisStore({ client, prefix: 'one' }).commit(large, now)
  const other = redisStore({ client, prefix: 'two' })
  expect(await other.read(['a'], now)).toEqual([undefined])
  expect(await other.claimDue(now, 5, 1000)).toEqual([])
})

it('works where the client puts something before each key', async () => {
  const client = await connect((url) => connectIoRedis(url, 'my app:'))
  const store = redisStore({ client, prefix: 'prefixed' })
  await store.commit(large, now)
  expect(await store.claimDue(now, 5, 1000)).toEqual([{ key: 'a', value: 'A' }])
  expect(await store.read(['a'], now)).toEqual(['A'])
  expect(await ask('EXISTS', 'my app:{prefixed}:e:a', 'my app:{prefixed}:due')).toBe(2)
})

describe('a wrong option', () => {
  const refused = (options: object) =>
    // SAFETY: what only someone without types can give.
    expect(() => redisStore(options as Parameters<typeof redisStore>[0]))

  it('is a client that is none', () => {
    refused({}).toThrow(/^\[phoneproof\] The `client` of the Redis store is undefined/)
    refused({ client: new Map() }).toThrow(/is a Map.*node-redis.*ioredis/)
    refused({ client: 'redis://127.0.0.1' }).toThrow(/^\[phoneproof\] The `client`/)
  })

  it('is an ioredis client that sends late, or twice', () => {
    const call = () => Promise.resolve()
    const single = /Create it with { enableOfflineQueue: false, maxRetriesPerRequest: 0 }/
    refused({
      client: { call, options: { enableOfflineQueue: false, maxRetriesPerRequest: 20 } },
    }).toThrow(single)
    refused({ client: { call, options: { maxRetriesPerRequest: 0 } } }).toThrow(single)
    refused({ client: { call } }).toThrow(single)
    refused({ client: { call, isCluster: true, options: {} } }).toThrow(
      /Create it with { enableOfflineQueue: false, retryDelayOnFailover: 0 }/,
    )
  })

  it('is a prefix that a cluster would not keep together', () => {
    const client = { sendCommand: () => Promise.resolve() }
    for (const prefix of ['', 'a{b', 'a}', 7]) refused({ client, prefix }).toThrow(/prefix/)
  })
})

it('fails when the client answers with something else', async () => {
  const client = { sendCommand: () => Promise.resolve('OK') }
  const store = redisStore({ client })
  await expect(store.read(['a'], now)).rejects.toThrow(/^\[phoneproof\] .*not understood/)
  await expect(store.commit(large, now)).rejects.toThrow(/not understood/)
})

/** The names of the commands that were sent since it was last asked. */
function spyOnCommands(client: Connection['client']): () => string[] {
  const sent: unknown[] = []
  if ('call' in client) {
    const call = client.call.bind(client)
    client.call = (name, ...rest) => {
      sent.push(name)
      return call(name, ...rest)
    }
  } else {
    // SAFETY: node-redis takes the words of a command, then options.
    const send = client.sendCommand.bind(client) as (
      args: string[],
      more: unknown,
    ) => Promise<unknown>
    client.sendCommand = (args: string[], more: unknown) => {
      sent.push(args[0])
      return send(args, more)
    }
  }
  return () => sent.splice(0).map(String)
}
