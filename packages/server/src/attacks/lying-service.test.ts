import type { VerifyClient } from '@phoneproof/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { said, setUpBackend } from '../../../../test/support/backend-session.ts'
import { phone, serviceOf, wrong } from '../../../../test/support/verify-backend.ts'

const alone = {
  startsPerNumber: [],
  startsPerAddress: [],
  startsPerSession: [],
}

const html = '<!doctype html><title>Sign in to the network</title>'
const answerOf = (status: number, body: string | null, type = 'application/json'): Response =>
  new Response(body, { status, headers: { 'content-type': type } })

/** What a service, or something before it, may say in place of the truth. */
const lies: [words: string, answer: () => Response][] = [
  ['200 with a body that says yes', () => answerOf(200, '{"success":true}')],
  ['200 with the word true', () => answerOf(200, 'true')],
  ['202', () => answerOf(202, null)],
  ['200 with HTML', () => answerOf(200, html, 'text/html')],
  ['a redirect', () => new Response(null, { status: 302, headers: { location: '/login' } })],
  [
    'the end of a redirect',
    () => Object.defineProperty(answerOf(200, null), 'redirected', { value: true }),
  ],
  ['500', () => answerOf(500, '{"code":500}')],
  ['no status that there is', () => answerOf(299, '[]')],
]

/** A backend whose service says this to the next request, without doing anything. */
function lyingTo(method: string, answer: () => Response) {
  const backend = setUpBackend()
  const { simulator } = backend
  let left = 0
  const service = serviceOf({
    ...simulator,
    fetch: async (input, init) => {
      if (left === 0 || init?.method !== method) return simulator.fetch(input, init)
      left -= 1
      return answer()
    },
  })
  const server = backend.another({ service })
  const browser = backend.browse()
  browser.server = server
  const lie = (): void => {
    left = 1
  }
  return { ...backend, server, browser, lie }
}

// Of a success that is none, the client also tells a developer.
beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}))
afterEach(() => void vi.restoreAllMocks())

test.each(lies)('takes no code for right because the service says %s', async (_, answer) => {
  const { simulator, browser, lie, server } = lyingTo('PUT', answer)
  const { verifyId } = (await (await browser.start()).json()) as { verifyId: string }
  const code = simulator.lastCode(phone) ?? ''
  lie()
  const answered = await browser.send('PUT', '/verify', { verifyId, code: wrong(code) })
  expect(answered.status).toBe(503)
  await expect(server.verified(browser.request())).resolves.toBeUndefined()
  await expect(browser.client.resume?.()).resolves.toMatchObject({
    isVerified: false,
    attemptsLeft: 4,
  })
  await expect(said(browser.send('PUT', '/verify', { verifyId, code }))).resolves.toEqual({
    status: 204,
  })
})

test.each(lies)('has started nothing when the service says %s', async (_, answer) => {
  const { simulator, browser, lie, server } = lyingTo('POST', answer)
  lie()
  await expect(said(browser.start(phone, { 'idempotency-key': 'a' }))).resolves.toEqual({
    status: 503,
    retryAfter: 5,
  })
  await expect(browser.client.resume?.()).resolves.toBeUndefined()
  await expect(said(browser.start(phone, { 'idempotency-key': 'a' }))).resolves.toEqual({
    status: 200,
  })
  expect(simulator.handset.getSnapshot()).toHaveLength(1)
  await expect(server.verified(browser.request())).resolves.toBeUndefined()
})

test.each(lies)('keeps the promise of a cancel when the service says %s', async (_, answer) => {
  const { simulator, browser, lie } = lyingTo('DELETE', answer)
  const { verifyId } = (await (await browser.start()).json()) as { verifyId: string }
  await simulator.advance('5s')
  await expect(said(browser.send('DELETE', `/verify/${verifyId}`))).resolves.toEqual({
    status: 202,
  })
  lie()
  await simulator.advance('5m')
  expect(simulator.handset.getSnapshot()).toHaveLength(1)
})

test('takes no verification without a name, and no price that cannot be counted', async () => {
  const { simulator, browse, another } = setUpBackend()
  const real = serviceOf(simulator)
  const results: unknown[] = [undefined, {}, { verifyId: '' }, { verifyId: 7 }]
  const service: VerifyClient = {
    ...real,
    // SAFETY: a client of the host's own may hand on whatever a service said.
    start: async (request) =>
      results.length > 0
        ? (results.shift() as Awaited<ReturnType<VerifyClient['start']>>)
        : { ...(await real.start(request)), price: 1e300 },
  }
  const browser = browse()
  browser.server = another({ service, limits: alone })
  const statuses: number[] = []
  for (let left = 5; left > 0; left -= 1) statuses.push((await browser.start()).status)
  expect(statuses).toEqual([503, 503, 503, 503, 200])
})
