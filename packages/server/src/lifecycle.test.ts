import { expect, test, vi } from 'vitest'
import { said, setUpBackend } from '../../../test/support/backend-session.ts'
import { origin, phone } from '../../../test/support/verify-backend.ts'
import { memoryStore } from './stores/memory.ts'
import type { Store } from './stores/store.ts'

const down: Partial<Store> = {
  inMemory: false,
  read: () => Promise.reject(new Error('ECONNREFUSED')),
  commit: () => Promise.reject(new Error('ECONNREFUSED')),
}

test('is healthy when its store and the service answer', async () => {
  const { server, browse, simulator } = setUpBackend()
  await expect(server.health()).resolves.toEqual({
    isHealthy: true,
    store: 'up',
    service: 'unknown',
  })
  await browse().start()
  await expect(server.health()).resolves.toEqual({ isHealthy: true, store: 'up', service: 'up' })
  simulator.faults.next({ operation: 'start', status: 500 })
  await browse().start('+12025550123')
  await expect(server.health()).resolves.toEqual({ isHealthy: false, store: 'up', service: 'down' })
})

test('counts a refusal of the service as an answer', async () => {
  const { server, browse, simulator } = setUpBackend()
  simulator.faults.next({ operation: 'start', status: 409 })
  await browse().start()
  await expect(server.health()).resolves.toMatchObject({ isHealthy: true, service: 'up' })
})

test('says that its store is down, and sends nothing then', async () => {
  const store: Store = { ...memoryStore(), ...down }
  const { server, browse, asked } = setUpBackend({ store })
  await expect(server.health()).resolves.toMatchObject({ isHealthy: false, store: 'down' })
  await expect(said(browse().start())).resolves.toEqual({ status: 503, retryAfter: 5 })
  expect(asked('POST')).toBe(0)
})

test('waits three seconds for a store that does not answer, and sends nothing', async () => {
  const never = (): Promise<never> => new Promise(() => {})
  const store: Store = { ...memoryStore(), inMemory: false, read: never, commit: never }
  const { browse, asked, simulator } = setUpBackend({ store })
  const answer = said(browse().start())
  await simulator.advance('3s')
  await expect(answer).resolves.toEqual({ status: 503, retryAfter: 5 })
  expect(asked('POST')).toBe(0)
})

test('leaves no timer behind when it is closed, and closes its store', async () => {
  const close = vi.fn<Store['close']>(async () => {})
  const { server, browse, simulator } = setUpBackend({ store: { ...memoryStore(), close } })
  const browser = browse()
  const { verifyId } = await browser.client.start({ phone, brand: 'Acme', codeLength: 6 })
  await browser.client.cancel({ verifyId })
  const { pendingTimers } = simulator.clock
  await server.close()
  expect(close).toHaveBeenCalledTimes(1)
  expect(pendingTimers - simulator.clock.pendingTimers).toBe(2)
})

test('carries out what is due when it is swept, for functions that have no process', async () => {
  const { server, browse, simulator } = setUpBackend()
  const { client } = browse()
  const { verifyId } = await client.start({ phone, brand: 'Acme', codeLength: 6 })
  await client.cancel({ verifyId })
  await expect(server.sweep()).resolves.toEqual({ cancelled: 0 })
  await server.close()
  await simulator.advance('40s')
  expect(simulator.world.latest(phone)?.state).toBe('pending')
  await expect(server.sweep()).resolves.toEqual({ cancelled: 1 })
  expect(simulator.world.latest(phone)?.state).toBe('cancelled')
})

test('says in production what memory cannot do, and is silent with a store', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  vi.stubEnv('NODE_ENV', 'production')
  setUpBackend({ store: memoryStore() })
  expect(warn).not.toHaveBeenCalled()
  setUpBackend()
  expect(warn.mock.calls).toEqual([[expect.stringContaining('After a restart limits begin anew')]])
  vi.unstubAllEnvs()
  warn.mockRestore()
})

const page = 'https://www.app.example'

test('lets the page of another origin of the site read its answers, where it is told to', async () => {
  const { server } = setUpBackend({ origins: [page], crossOrigin: true })
  const headers = { origin: page, 'sec-fetch-site': 'same-site' }
  const url = `${origin}/api/v2/verify`
  const preflight = await server.fetch(new Request(url, { method: 'OPTIONS', headers }))
  expect(preflight.status).toBe(204)
  expect(Object.fromEntries(preflight.headers)).toMatchObject({
    'access-control-allow-origin': page,
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'GET, POST, PUT, DELETE',
    'access-control-allow-headers': 'content-type, idempotency-key, bot-token',
  })
  const body = JSON.stringify({ phone: phone.slice(1) })
  const json = { ...headers, 'content-type': 'application/json' }
  const answer = await server.fetch(new Request(url, { method: 'POST', headers: json, body }))
  expect(answer.status).toBe(200)
  expect(answer.headers.get('access-control-allow-origin')).toBe(page)
  expect(answer.headers.get('access-control-expose-headers')).toBe('retry-after, date')
})

test.each([
  [{ crossOrigin: true }, 'https://evil.example'],
  [{ crossOrigin: false }, page],
])('lets no other page read anything: %o, %s', async (options, asking) => {
  const { server, asked } = setUpBackend({ origins: [page], ...options })
  const headers = {
    origin: asking,
    'sec-fetch-site': 'cross-site',
    'content-type': 'application/json',
  }
  for (const method of ['OPTIONS', 'POST']) {
    const body = method === 'POST' ? JSON.stringify({ phone: phone.slice(1) }) : null
    const answer = await server.fetch(
      new Request(`${origin}/api/v2/verify`, { method, headers, body }),
    )
    expect(answer.status).toBe(403)
    expect(answer.headers.has('access-control-allow-origin')).toBe(false)
  }
  expect(asked('POST')).toBe(0)
})

test('answers below the path that it was given, and nowhere else', async () => {
  const { server } = setUpBackend({ basePath: '/phone/' })
  const ask = async (path: string, method = 'GET'): Promise<number> =>
    (await server.fetch(new Request(`${origin}${path}`, { method, headers: { origin } }))).status
  await expect(ask('/phone/verify/current')).resolves.toBe(204)
  await expect(ask('/phone/verify/abc', 'DELETE')).resolves.toBe(404)
  await expect(ask('/phone/verify')).resolves.toBe(405)
  await expect(ask('/phone/verify/abc', 'PATCH')).resolves.toBe(405)
  for (const path of [
    '/api/v2/verify/current',
    '/phone/messages',
    '/phone/verify/a/b',
    '/verify',
    '/',
  ]) {
    await expect(ask(path)).resolves.toBe(404)
  }
})
