import { expect, test } from 'vitest'
import { said, setUpBackend } from '../../../../test/support/backend-session.ts'
import { faultyStore } from '../../../../test/support/faulty-store.ts'
import { finish } from '../../../../test/support/finish.ts'
import { phone, wrong } from '../../../../test/support/verify-backend.ts'
import { memoryStore } from '../stores/memory.ts'
import { StoreError } from '../stores/patient-store.ts'

function setUp() {
  const store = faultyStore(memoryStore(), new StoreError('The store is away.'))
  const backend = setUpBackend({ store })
  const { simulator, browse } = backend
  const browser = browse()
  const idOf = async (answer: Promise<Response>): Promise<string> =>
    ((await (await answer).json()) as { verifyId: string }).verifyId
  const check = (verifyId: string, code: string) =>
    finish(said(browser.send('PUT', '/verify', { verifyId, code })), simulator)
  const cancel = (verifyId: string) =>
    finish(said(browser.send('DELETE', `/verify/${verifyId}`)), simulator)
  const start = () => finish(said(browser.start(phone, { 'idempotency-key': 'a' })), simulator)
  const left = async () =>
    (await finish(browser.client.resume?.() ?? Promise.resolve(undefined), simulator))?.attemptsLeft
  return { ...backend, store, browser, idOf, check, cancel, start, left }
}

const unavailable = { status: 503, retryAfter: 5 }

test.each(['read', 'commit'] as const)(
  'starts nothing and asks nobody while the store cannot be asked (%s)',
  async (operation) => {
    const { store, start, check, cancel, browser, idOf, code, asked, server } = setUp()
    store.drop(operation, Number.POSITIVE_INFINITY)
    await expect(start()).resolves.toEqual(unavailable)
    expect(asked('POST')).toBe(0)
    store.heal()
    const verifyId = await idOf(browser.start())
    store.drop(operation, Number.POSITIVE_INFINITY)
    await expect(check(verifyId, code())).resolves.toEqual(unavailable)
    await expect(cancel(verifyId)).resolves.toEqual(unavailable)
    expect([asked('PUT'), asked('DELETE')]).toEqual([0, 0])
    if (operation === 'read')
      await expect(server.verified(browser.request())).rejects.toThrow('store')
  },
)

test.each(['drop', 'lose'] as const)(
  'sends one text when the store fails after it (%s), and records it later',
  async (how) => {
    const { store, start, simulator, texts, code, check, browser, idOf } = setUp()
    store[how]('commit', 3, 1)
    await expect(start()).resolves.toEqual(unavailable)
    await simulator.advance('20s')
    await expect(start()).resolves.toEqual({ status: 200 })
    expect(texts()).toBe(1)
    const verifyId = await idOf(browser.start())
    await expect(check(verifyId, code())).resolves.toEqual({ status: 204 })
  },
)

test('forgets no attempt when a late record of the start is tried once more', async () => {
  const { store, start, simulator, code, check, browser, idOf, left } = setUp()
  store.lose('commit', 1, 1)
  await expect(start()).resolves.toEqual(unavailable)
  const verifyId = await idOf(browser.start())
  await check(verifyId, wrong(code(), 1))
  await check(verifyId, wrong(code(), 2))
  await simulator.advance('90s')
  await expect(left()).resolves.toBe(3)
})

test.each(['drop', 'lose'] as const)(
  'takes a code for right only once that is recorded (%s)',
  async (how) => {
    const { store, simulator, code, check, browser, idOf, server, asked } = setUp()
    const verifyId = await idOf(browser.start())
    const right = code()
    store[how]('commit', 3, 1)
    await expect(check(verifyId, right)).resolves.toEqual(unavailable)
    const isRecorded = how === 'lose'
    expect((await server.verified(browser.request())) !== undefined).toBe(isRecorded)
    await simulator.advance('20s')
    await expect(server.verified(browser.request())).resolves.toMatchObject({ phone })
    await expect(check(verifyId, right)).resolves.toEqual({ status: 204 })
    expect(asked('PUT')).toBe(1)
  },
)

test.each(['drop', 'lose'] as const)(
  'keeps an attempt counted whose verdict could not be recorded (%s)',
  async (how) => {
    const { store, simulator, code, check, browser, idOf, left } = setUp()
    const verifyId = await idOf(browser.start())
    store[how]('commit', 1, 1)
    await expect(check(verifyId, wrong(code()))).resolves.toEqual(unavailable)
    await simulator.advance('15s')
    await expect(left()).resolves.toBe(4)
  },
)

test.each(['drop', 'lose'] as const)(
  'cancels what it promised, however often the store fails meanwhile (%s)',
  async (how) => {
    const { store, simulator, cancel, browser, idOf, texts } = setUp()
    const verifyId = await idOf(browser.start())
    await simulator.advance('5s')
    await expect(cancel(verifyId)).resolves.toEqual({ status: 202 })
    await simulator.advance('26s')
    store[how]('claimDue')
    store[how]('commit')
    await simulator.advance('5m')
    expect(simulator.world.latest(phone)?.state).toBe('cancelled')
    expect(texts()).toBe(1)
    await expect(finish(said(browser.start()), simulator)).resolves.toEqual({ status: 200 })
  },
)

test('gives a first start its session also when it fails, so that the code can be entered', async () => {
  const { store, start, simulator, browser } = setUp()
  store.drop('commit', 1, 1)
  await expect(start()).resolves.toEqual(unavailable)
  expect(browser.cookie).toMatch(/phoneproof=/)
  await simulator.advance('2s')
  await expect(start()).resolves.toEqual({ status: 200 })
})
