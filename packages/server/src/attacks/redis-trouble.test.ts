import type { VerifyClient } from '@phoneproof/client'
import { afterEach, expect, test } from 'vitest'
import { said, setUpBackend } from '../../../../test/support/backend-session.ts'
import { connectNodeRedis } from '../../../../test/support/each-store.ts'
import { finish } from '../../../../test/support/finish.ts'
import { startRedis, type RedisServerOptions } from '../../../../test/support/redis-server.ts'
import { phone, serviceOf } from '../../../../test/support/verify-backend.ts'
import { redisStore } from '../stores/redis.ts'

const ended: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const end of ended.splice(0).toReversed()) await end()
})

async function setUp(options: RedisServerOptions = {}, around = (real: VerifyClient) => real) {
  const redis = await startRedis(options)
  ended.push(() => redis.stop())
  const { client, close } = await connectNodeRedis(redis.url)
  ended.push(close)
  const backend = setUpBackend()
  const { simulator, another, browse } = backend
  const service = around(serviceOf(simulator))
  const { clock } = simulator
  const server = another({ store: redisStore({ client, clock }), service })
  ended.push(() => server.close())
  const browser = browse()
  browser.server = server
  // In small steps while Redis answers, which takes real time; in large ones while it does not.
  const send = (answer: Promise<Response>, stepMs = 2) => finish(said(answer), simulator, stepMs)
  const start = (stepMs?: number) => send(browser.start(phone, { 'idempotency-key': 'a' }), stepMs)
  const started = async () =>
    ((await (await finish(browser.start(), simulator, 2)).json()) as { verifyId: string }).verifyId
  /** Until Redis answers again. */
  const recovered = async () => {
    while ((await finish(server.health(), simulator, 2)).store === 'down') await clock.advance(1)
  }
  return { ...backend, redis, server, browser, send, start, started, recovered }
}

const unavailable = { status: 503, retryAfter: 5 }

test('sends nothing, asks nobody and verifies nobody while Redis is gone', async () => {
  const { redis, start, started, send, browser, server, code, asked, simulator } = await setUp()
  const verifyId = await started()
  await redis.kill()
  await expect(start(500)).resolves.toEqual(unavailable)
  const check = { verifyId, code: code() }
  await expect(send(browser.send('PUT', '/verify', check), 500)).resolves.toEqual(unavailable)
  await expect(send(browser.send('DELETE', `/verify/${verifyId}`), 500)).resolves.toEqual(
    unavailable,
  )
  await expect(send(browser.send('GET', '/verify/current'), 500)).resolves.toEqual(unavailable)
  const request = browser.request()
  await expect(finish(server.verified(request), simulator, 500)).rejects.toThrow('store')
  expect(await finish(server.health(), simulator, 500)).toMatchObject({ isHealthy: false })
  expect([asked('POST'), asked('PUT'), asked('DELETE')]).toEqual([1, 0, 0])
})

test('sends no second text and verifies nobody after Redis has lost everything', async () => {
  const { redis, start, started, send, browser, code, texts, recovered, simulator } = await setUp()
  const verifyId = await started()
  await redis.restart()
  await recovered()
  const check = { verifyId, code: code() }
  await expect(send(browser.send('PUT', '/verify', check))).resolves.toEqual({ status: 404 })
  // What was lost here, the service still knows.
  await expect(start()).resolves.toEqual({ status: 409 })
  expect(texts()).toBe(1)
  await simulator.advance('5m')
  await expect(start()).resolves.toEqual({ status: 200 })
})

test('goes on where it was when Redis was killed and has kept its data', async () => {
  const { redis, start, send, browser, code, texts, recovered } = await setUp({ keepsData: true })
  await expect(start()).resolves.toEqual({ status: 200 })
  await redis.restart()
  await recovered()
  await expect(start()).resolves.toEqual({ status: 200 })
  expect(texts()).toBe(1)
  const current = await browser.send('GET', '/verify/current')
  const { verifyId } = (await current.json()) as { verifyId: string }
  const check = { verifyId, code: code() }
  await expect(send(browser.send('PUT', '/verify', check))).resolves.toEqual({ status: 204 })
})

test('keeps a promised cancel when Redis is killed before its time', async () => {
  const { redis, started, send, browser, texts, recovered, simulator } = await setUp({
    keepsData: true,
  })
  const verifyId = await started()
  await expect(send(browser.send('DELETE', `/verify/${verifyId}`))).resolves.toEqual({
    status: 202,
  })
  await redis.restart()
  await recovered()
  const isCancelled = () => simulator.world.latest(phone)?.state === 'cancelled'
  for (let second = 0; second < 58 && !isCancelled(); second += 1) {
    await recovered()
    await simulator.advance('1s')
  }
  expect(isCancelled()).toBe(true)
  expect(texts()).toBe(1)
})

test('sends one text when Redis fails over while the service is asked', async () => {
  const hook: { afterText?: () => Promise<void> } = {}
  const { redis, start, texts, recovered, simulator } = await setUp(
    { keepsData: true },
    (real) => ({
      ...real,
      async start(request) {
        const result = await real.start(request)
        await hook.afterText?.()
        return result
      },
    }),
  )
  hook.afterText = () => redis.kill()
  await expect(start(10)).resolves.toEqual(unavailable)
  await redis.restart()
  await recovered()
  await simulator.advance('2s')
  await recovered()
  await expect(start()).resolves.toEqual({ status: 200 })
  expect(texts()).toBe(1)
})

test('waits three seconds at most for a Redis that says nothing, and sends one text after it', async () => {
  const { redis, start, texts, asked, recovered, simulator } = await setUp()
  redis.pause()
  const begin = simulator.clock.now()
  await expect(start(50)).resolves.toEqual(unavailable)
  expect(simulator.clock.now() - begin).toBeLessThanOrEqual(3500)
  expect(asked('POST')).toBe(0)
  redis.resume()
  await recovered()
  await expect(start()).resolves.toEqual({ status: 200 })
  expect([asked('POST'), texts()]).toEqual([1, 1])
})
