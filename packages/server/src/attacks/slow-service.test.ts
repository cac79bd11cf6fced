import type { VerifyClient } from '@phoneproof/client'
import { expect, test } from 'vitest'
import { finish } from '../../../../test/support/finish.ts'
import { said, setUpBackend } from '../../../../test/support/backend-session.ts'
import { phone, serviceOf, wrong } from '../../../../test/support/verify-backend.ts'

const idOf = async (answer: Promise<Response>): Promise<string> =>
  ((await (await answer).json()) as { verifyId: string }).verifyId

/** A client of the host's own that waits for ever. */
function waitingFor(delayMs: () => number) {
  const backend = setUpBackend()
  const { simulator } = backend
  const { clock } = simulator
  const real = serviceOf(simulator)
  const late = <Result>(call: () => Promise<Result>): Promise<Result> =>
    new Promise((resolve) => clock.setTimeout(() => resolve(call()), delayMs()))
  const service: VerifyClient = {
    ...real,
    start: (request) => late(() => real.start(request)),
    check: (request) => late(() => real.check(request)),
  }
  const server = backend.another({ service })
  const browser = backend.browse()
  browser.server = server
  return { ...backend, server, browser }
}

test('waits 12 seconds for a start, and sends one text after that', async () => {
  let delayMs = 60_000
  const { simulator, browser } = waitingFor(() => delayMs)
  const begin = simulator.clock.now()
  const answer = await finish(browser.start(), simulator)
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
  expect(simulator.clock.now() - begin).toBeLessThan(15_000)
  delayMs = 0
  const again = await finish(browser.start(), simulator)
  expect(again.status).toBe(200)
  await simulator.advance('1m')
  expect(simulator.getSnapshot()).toHaveLength(1)
})

test('asks about five codes, however slowly the service answers and however late', async () => {
  let delayMs = 0
  const { simulator, browser, asked, code, server } = waitingFor(() => delayMs)
  const verifyId = await finish(idOf(browser.start()), simulator)
  delayMs = 20_000
  for (let by = 1; by <= 8; by += 1) {
    void browser.send('PUT', '/verify', { verifyId, code: wrong(code(), by) })
    await simulator.advance('16s')
  }
  await simulator.advance('30s')
  expect(asked('PUT')).toBe(5)
  await expect(said(browser.send('PUT', '/verify', { verifyId, code: code() }))).resolves.toEqual({
    status: 404,
  })
  await expect(server.verified(browser.request())).resolves.toBeUndefined()
})

test.each(['dropRequest', 'dropAnswer'] as const)(
  'asks about five codes, though the connection breaks each time (%s)',
  async (fault) => {
    const { browse, asked, code, simulator, server } = setUpBackend()
    const browser = browse()
    const verifyId = await idOf(browser.start())
    simulator.faults.next({ operation: 'check', times: 100, [fault]: true })
    const statuses: number[] = []
    for (let by = 1; by <= 8; by += 1) {
      const check = { verifyId, code: wrong(code(), by) }
      statuses.push((await browser.send('PUT', '/verify', check)).status)
    }
    expect(statuses).toEqual([503, 503, 503, 503, 503, 423, 404, 404])
    expect(asked('PUT')).toBe(5)
    await expect(server.verified(browser.request())).resolves.toBeUndefined()
    await simulator.advance('40s')
    expect(simulator.world.latest(phone)?.state).toBe('cancelled')
  },
)

test('verifies nobody whose right code was judged and whose verdict was lost', async () => {
  const { browse, code, simulator, server } = setUpBackend()
  const browser = browse()
  const verifyId = await idOf(browser.start())
  simulator.faults.next({ operation: 'check', dropAnswer: true })
  const check = { verifyId, code: code() }
  await expect(said(browser.send('PUT', '/verify', check))).resolves.toMatchObject({ status: 503 })
  await expect(said(browser.send('PUT', '/verify', check))).resolves.toEqual({ status: 404 })
  await expect(server.verified(browser.request())).resolves.toBeUndefined()
  await expect(said(browser.start())).resolves.toEqual({ status: 200 })
})

test.each([
  ['a 500', { status: 500 }],
  ['a 503', { status: 503 }],
  ['a broken connection', { dropRequest: true }],
  ['a lost answer', { dropAnswer: true }],
])('sends no second text after %s, and no more than ten questions', async (_, fault) => {
  const { browse, texts, asked, simulator } = setUpBackend()
  const browser = browse('192.0.2.7')
  simulator.faults.next({ operation: 'start', times: 5, ...fault })
  const statuses = new Set<number>()
  for (let press = 0; press < 100; press += 1) {
    statuses.add((await browser.start(phone, { 'idempotency-key': `k${press % 3}` })).status)
  }
  expect(statuses.has(503)).toBe(true)
  expect(asked('POST')).toBeLessThanOrEqual(10)
  expect(texts()).toBeLessThanOrEqual(1)
})

test('cancels at last what it promised while the service was away', async () => {
  const { browse, simulator, texts } = setUpBackend()
  const browser = browse()
  const verifyId = await idOf(browser.start())
  await simulator.advance('5s')
  await browser.send('DELETE', `/verify/${verifyId}`)
  simulator.faults.next({ operation: 'cancel', times: 4, dropRequest: true })
  simulator.faults.next({ operation: 'cancel', times: 4, status: 503 })
  simulator.faults.next({ operation: 'cancel', status: 429, headers: { 'retry-after': '10' } })
  await simulator.advance('100s')
  expect(simulator.world.latest(phone)?.state).toBe('cancelled')
  await simulator.advance('5m')
  expect(texts()).toBe(1)
})
