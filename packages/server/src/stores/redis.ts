import { systemClock, type Clock, type TimerHandle } from '@phoneproof/client'
import { assertChange, assertClaim, assertFinite } from './assert-change.ts'
import { senderOf, type RedisClient } from './redis-client.ts'
import { changeArguments, toOutcome } from './redis-change.ts'
import { changeScript, claimScript } from './redis-scripts.ts'
import { createScript, type RedisScript } from './redis-script.ts'
import type { Entry, Store } from './store.ts'

export type { IoRedisClient, NodeRedisClient, RedisClient } from './redis-client.ts'

export interface RedisStoreOptions {
  /**
   * A connected client of node-redis, or of ioredis with `enableOfflineQueue: false` and
   * `maxRetriesPerRequest: 0`. It stays yours to close.
   */
  client: RedisClient
  /** All keys begin with it, in braces, so that a cluster keeps them together. @default 'phoneproof' */
  prefix?: string | undefined
  /** Milliseconds after which an unanswered command fails. @default 2000 */
  timeoutMs?: number | undefined
  /** Times that. @default a clock that never jumps */
  clock?: Clock | undefined
}

/**
 * Keeps everything in Redis or Valkey, for many instances. Each operation is one round trip. The server
 * must not evict keys: `maxmemory-policy noeviction`, which is its default.
 */
export function redisStore(options: RedisStoreOptions): Store {
  const { client, prefix = 'phoneproof', timeoutMs = 2000, clock = systemClock } = options
  assertPrefix(prefix)
  const send = senderOf(client)
  const base = `{${prefix}}:`
  const due = `${base}due`
  const change = createScript(changeScript)
  const claim = createScript(claimScript)

  /** Fails in time, whatever the client waits for. */
  async function inTime(work: (signal: AbortSignal) => Promise<unknown>): Promise<unknown> {
    const late = new AbortController()
    let timer: TimerHandle
    const waited = new Promise<never>((_, reject) => {
      timer = clock.setTimeout(() => {
        reject(tooLate(timeoutMs))
        late.abort()
      }, timeoutMs)
    })
    try {
      return await Promise.race([work(late.signal), waited])
    } finally {
      clock.clearTimeout(timer)
    }
  }

  const run = (script: RedisScript, keys: string[], args: string[]) =>
    inTime((signal) => script((words) => send({ args: words, key: due, signal }), keys, args))

  return {
    inMemory: false,
    async read(keys, now) {
      assertFinite(now)
      if (keys.length === 0) return []
      const args = ['MGET', ...keys.map((key) => `${base}e:${key}`)]
      const reply = await inTime((signal) => send({ args, key: due, signal }))
      return list(reply).map((kept) => (kept === null ? undefined : valueOf(text(kept), now)))
    },
    async commit(wanted, now) {
      assertChange(wanted)
      assertFinite(now)
      const { keys, args } = changeArguments(wanted, now, base)
      return toOutcome(list(await run(change, [due, ...keys], args)), wanted)
    },
    async claimDue(now, limit, leaseMs) {
      assertClaim(now, limit, leaseMs)
      const words = list(await run(claim, [due], [now, limit, now + leaseMs].map(String)))
      const entries: Entry[] = []
      for (let at = 0; at < words.length; at += 2) {
        entries.push({ key: text(words[at]), value: text(words[at + 1]) })
      }
      return entries
    },
    async close() {},
  }
}

function valueOf(kept: string, now: number): string | undefined {
  const space = kept.indexOf(' ')
  return Number(kept.slice(0, space)) > now ? kept.slice(space + 1) : undefined
}

function list(reply: unknown): unknown[] {
  if (Array.isArray(reply)) return reply
  throw unexpected(reply)
}

function text(reply: unknown): string {
  if (typeof reply === 'string') return reply
  throw unexpected(reply)
}

function unexpected(reply: unknown): Error {
  return new TypeError(
    `[phoneproof] The Redis client answered with a value of type ${typeof reply}. It was not understood, so the ` +
      'request failed. Give a client that does not transform replies.',
  )
}

function tooLate(ms: number): Error {
  return new Error(
    `[phoneproof] Redis did not answer within ${ms} ms. Limits cannot be kept without it, so the request failed. ` +
      'See whether it runs and can be reached.',
  )
}

function assertPrefix(prefix: unknown): void {
  if (typeof prefix === 'string' && /^[^{}]+$/.test(prefix)) return
  throw new TypeError(
    `[phoneproof] The prefix of the Redis store is ${JSON.stringify(prefix)}. ` +
      'A cluster could not keep its keys together. Give a text without braces.',
  )
}
