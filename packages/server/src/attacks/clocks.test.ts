import type { Clock } from '@phoneproof/client'
import { afterEach, expect, test, vi } from 'vitest'
import { said, setUpBackend } from '../../../../test/support/backend-session.ts'
import { temporaryFolder } from '../../../../test/support/each-store.ts'
import { finish } from '../../../../test/support/finish.ts'
import { phone, type Browser } from '../../../../test/support/verify-backend.ts'
import { memoryStore } from '../stores/memory.ts'
import { sqliteStore } from '../stores/sqlite.ts'

const { pathOf } = temporaryFolder()
afterEach(() => void vi.useRealTimers())

const minutes10 = 600_000

type Backend = ReturnType<typeof setUpBackend>

/** The simulator's time, as a host has it whose clock is wrong. */
const wrongBy = ({ simulator: { clock } }: Backend, ms: number): Clock => ({
  now: () => clock.now() + ms,
  setTimeout: (callback, delayMs) => clock.setTimeout(callback, delayMs),
  clearTimeout: (handle) => clock.clearTimeout(handle),
})

const idOf = async (answer: Promise<Response>): Promise<string> =>
  ((await (await answer).json()) as { verifyId: string }).verifyId

test.each([minutes10, -minutes10])(
  'does nothing early and locks nobody out when the clock of the host is set by %i ms',
  async (jumpMs) => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const { another, browse, asked, code } = setUpBackend()
    const server = another({ clock: undefined, store: memoryStore() })
    const [browser, stranger] = [browse(), browse()]
    browser.server = server
    stranger.server = server
    const first = await idOf(browser.start('+12025550123'))
    await browser.send('DELETE', `/verify/${first}`)
    const second = await idOf(browser.start())
    vi.setSystemTime(Number(vi.getMockedSystemTime()) + jumpMs)
    await expect(server.sweep()).resolves.toEqual({ cancelled: 0 })
    expect(asked('DELETE')).toBe(0)
    const busy = await said(stranger.start())
    expect(busy).toMatchObject({ status: 409 })
    expect((busy as { retryAfter: number }).retryAfter).toBeLessThanOrEqual(300)
    const check = { verifyId: second, code: code() }
    await expect(said(browser.send('PUT', '/verify', check))).resolves.toEqual({ status: 204 })
    await server.close()
  },
)

/** A number is started, and then the process starts anew with its clock set. */
async function restarted(jumpMs: number, before: (browser: Browser, id: string) => Promise<void>) {
  const backend = setUpBackend()
  const { simulator, another, browse } = backend
  const path = pathOf('restarts.db')
  const old = another({ store: sqliteStore({ path }), clock: wrongBy(backend, 0) })
  const browser = browse()
  browser.server = old
  const verifyId = await idOf(finish(browser.start(), simulator, 1))
  await before(browser, verifyId)
  await old.close()
  const server = another({ store: sqliteStore({ path }), clock: wrongBy(backend, jumpMs) })
  browser.server = server
  const stranger = browse()
  stranger.server = server
  /** Half a minute in small steps: what is encrypted takes real time. */
  const pass = async (seconds: number) => {
    for (let left = seconds; left > 0; left -= 1) {
      await finish(server.health(), simulator, 1)
      await simulator.advance('1s')
    }
  }
  const start = (who: Browser) => finish(said(who.start()), simulator, 1)
  return { ...backend, browser, stranger, server, verifyId, pass, start }
}

test.each([minutes10, -minutes10])(
  'keeps a promised cancel over a restart with a clock that is %i ms wrong',
  async (jumpMs) => {
    const { simulator, server, texts, pass, start, stranger } = await restarted(
      jumpMs,
      async (browser, id) => {
        const answer = await browser.send('DELETE', `/verify/${id}`)
        expect(answer.status).toBe(202)
      },
    )
    await pass(58)
    expect(simulator.world.latest(phone)?.state).toBe('cancelled')
    expect(texts()).toBe(1)
    await expect(start(stranger)).resolves.toEqual({ status: 200 })
    await server.close()
  },
)

test.each([minutes10, -minutes10])(
  'frees a number when its code expires, also after a restart with a clock that is %i ms wrong',
  async (jumpMs) => {
    const { simulator, server, pass, start, stranger, asked } = await restarted(
      jumpMs,
      async () => {},
    )
    await expect(start(stranger)).resolves.toMatchObject({ status: 409 })
    await pass(5)
    await simulator.advance('4m50s')
    await expect(start(stranger)).resolves.toMatchObject({ status: 409 })
    await simulator.advance('6s')
    await expect(start(stranger)).resolves.toEqual({ status: 200 })
    // Asked too often at most by those whose clock has lost what they knew.
    expect(asked('POST')).toBeLessThanOrEqual(4)
    await server.close()
  },
)

const apart = [2000, -2000]

test.each(apart)(
  'cancels nothing early with two instances whose clocks are %i ms apart',
  async (ms) => {
    for (const seconds of [5, 27, 28, 29, 30, 31, 32, 33]) {
      const backend = setUpBackend()
      const { simulator, another, browse, texts } = backend
      const store = memoryStore()
      const [one, two] = [another({ store }), another({ store, clock: wrongBy(backend, ms) })]
      const browser = browse()
      browser.server = one
      const verifyId = await idOf(browser.start())
      await simulator.advance(seconds * 1000)
      browser.server = two
      const { status } = await finish(browser.send('DELETE', `/verify/${verifyId}`), simulator, 1)
      expect([202, 204]).toContain(status)
      await simulator.advance('20s')
      const last = simulator.world.latest(phone)
      if (seconds > 16) {
        expect(last).toMatchObject({ state: 'cancelled' })
        expect((last?.endedAt ?? 0) - (last?.startedAt ?? 0)).toBeGreaterThanOrEqual(30_000)
      }
      await simulator.advance('20s')
      expect(simulator.world.latest(phone)?.state).toBe('cancelled')
      expect(texts()).toBe(1)
      await expect(said(browse().start())).resolves.toEqual({ status: 200 })
      await one.close()
      await two.close()
    }
  },
)

test.each(apart)('locks nobody out with two instances whose clocks are %i ms apart', async (ms) => {
  const backend = setUpBackend({ limits: { startsPerNumber: [{ max: 2, windowMs: 600_000 }] } })
  const { simulator, another, browse, code } = backend
  const store = memoryStore()
  const [one, two] = [another({ store }), another({ store, clock: wrongBy(backend, ms) })]
  const browser = browse()
  browser.server = one
  const verifyId = await idOf(browser.start())
  await simulator.advance('4m55s')
  browser.server = two
  await expect(said(browser.send('PUT', '/verify', { verifyId, code: code() }))).resolves.toEqual({
    status: 204,
  })
  for (const server of [one, two]) {
    await expect(server.verified(browser.request())).resolves.toMatchObject({ phone })
  }
  const [ann, eve] = [browse(), browse()]
  ann.server = two
  eve.server = one
  await expect(said(ann.start())).resolves.toEqual({ status: 200 })
  await expect(said(eve.start())).resolves.toMatchObject({ status: 409 })
  await simulator.advance('5m8s')
  await expect(said(eve.start())).resolves.toEqual({ status: 200 })
})
