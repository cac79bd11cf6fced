import { AsyncLocalStorage } from 'node:async_hooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectNodeRedis, type Connection } from '../../../../test/support/each-store.ts'
import { startRedis, type RedisServer } from '../../../../test/support/redis-server.ts'
import {
  createBackend,
  createBrowser,
  phone,
  wrong,
} from '../../../../test/support/verify-backend.ts'
import { redisStore } from './redis.ts'

let redis: RedisServer
let connection: Connection
/** Of the request that asks Redis, or else of nobody: due cancels are looked for every ten seconds. */
const tripsOfRequest = new AsyncLocalStorage<{ trips: number }>()

/** Each command is a round trip. */
const counting: Connection['client'] = {
  async sendCommand(...parameters: never[]) {
    const request = tripsOfRequest.getStore()
    if (request) request.trips += 1
    if (!('sendCommand' in connection.client)) return expect.fail('This is node-redis.')
    return connection.client.sendCommand(...parameters)
  },
}

beforeAll(async () => {
  redis = await startRedis()
  connection = await connectNodeRedis(redis.url)
  // From then on Redis has the scripts.
  const store = redisStore({ client: counting })
  await store.commit({}, 0)
  await store.claimDue(0, 1, 1)
})
afterAll(async () => {
  connection.close()
  await redis.stop()
})

function setUp(prefix: string) {
  const { server, simulator } = createBackend({ store: redisStore({ client: counting, prefix }) })
  const browser = createBrowser(server, { simulator, address: '192.0.2.1' })
  const tripsOf = (request: () => Promise<Response>) =>
    tripsOfRequest.run({ trips: 0 }, async () => {
      const { status } = await request()
      return { status, trips: tripsOfRequest.getStore()?.trips }
    })
  const start = async (): Promise<string> => {
    const { verifyId } = await browser.client.start({ phone, brand: 'Acme', codeLength: 6 })
    return verifyId
  }
  const check = (verifyId: string, code: string) =>
    browser.send('PUT', '/verify', { verifyId, code })
  const code = () => simulator.lastCode(phone) ?? expect.fail('No code was sent.')
  return { simulator, browser, tripsOf, start, check, code }
}

test('a start asks Redis three times, and twice when it is repeated', async () => {
  const { browser, tripsOf } = setUp('start')
  const key = { 'idempotency-key': 'a-key' }
  await expect(tripsOf(() => browser.start(phone, key))).resolves.toEqual({ status: 200, trips: 3 })
  await expect(tripsOf(() => browser.start(phone, key))).resolves.toEqual({ status: 200, trips: 2 })
  await expect(tripsOf(() => browser.start(phone))).resolves.toEqual({ status: 200, trips: 2 })
})

test('a start whose number is taken asks Redis once', async () => {
  const { browser, start, tripsOf } = setUp('busy')
  await start()
  browser.cookie = undefined
  await expect(tripsOf(() => browser.start(phone))).resolves.toEqual({ status: 409, trips: 1 })
})

test('a check asks Redis three times, right or wrong, and once when it is over', async () => {
  const { start, check, code, tripsOf } = setUp('check')
  const id = await start()
  await expect(tripsOf(() => check(id, wrong(code())))).resolves.toEqual({ status: 400, trips: 3 })
  await expect(tripsOf(() => check(id, code()))).resolves.toEqual({ status: 204, trips: 3 })
  await expect(tripsOf(() => check(id, code()))).resolves.toEqual({ status: 204, trips: 1 })
  await expect(tripsOf(() => check('nothing', code()))).resolves.toEqual({ status: 404, trips: 1 })
})

test('a cancel asks Redis three times, and twice when it is promised', async () => {
  const { simulator, browser, start, tripsOf } = setUp('cancel')
  const cancel = (id: string) => browser.send('DELETE', `/verify/${id}`)
  const late = await start()
  await simulator.advance('30s')
  await expect(tripsOf(() => cancel(late))).resolves.toEqual({ status: 204, trips: 3 })
  const early = await start()
  await expect(tripsOf(() => cancel(early))).resolves.toEqual({ status: 202, trips: 2 })
})

test('current asks Redis twice, and once when nothing was started', async () => {
  const { browser, start, tripsOf } = setUp('current')
  const current = () => browser.send('GET', '/verify/current')
  await expect(tripsOf(() => current())).resolves.toEqual({ status: 204, trips: 1 })
  await start()
  await expect(tripsOf(() => current())).resolves.toEqual({ status: 200, trips: 2 })
})
