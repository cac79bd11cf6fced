// The backend that the Security page shows, attacked where no request from outside can: the conformance
// rows ask the rest of it.
import { readFileSync } from 'node:fs'
import { createVerifyClient, type VerifyClient, type VerifyErrorKind } from '@phoneproof/client'
import { createTestSimulator, type TestSimulator } from '@phoneproof/simulator/testing'
import { afterEach, expect, test, vi } from 'vitest'
import { createBackend, type Store } from '../../.storybook/samples/own-backend.ts'
import { root } from '../boundaries/source-file.ts'
import { createOwnStore } from '../conformance/own-store.ts'

const phone = '+447400123456'
const other = '+447400654321'
const origin = 'https://app.example'

interface Site {
  simulator: TestSimulator
  store: Store
  /** The page of a session. */
  page: (session: string) => VerifyClient
  /** `length` is what the request says of its body. */
  send: (session: string, body: string, length?: number) => Promise<Response>
  started: (session: string, phone?: string) => Promise<{ verifyId: string; code: string }>
  check: (session: string, verifyId: string, code: string) => Promise<'right' | VerifyErrorKind>
  verified: ReturnType<typeof createBackend>['verified']
  /** How many requests of a method have reached the service. */
  asked: (method: string) => number
}

function setUp(store = createOwnStore()): Site {
  const simulator = createTestSimulator()
  const { clock } = simulator
  const service = vi.spyOn(globalThis, 'fetch').mockImplementation(simulator.fetch)
  const sessionOf = async ({ headers }: Request) => headers.get('x-session') ?? undefined
  const backend = createBackend({ store, sessionOf, origin, secret: 'of the tests', clock })
  const page: Site['page'] = (session) =>
    createVerifyClient({
      baseUrl: `${origin}/api/v2`,
      headers: { 'x-session': session },
      resume: true,
      fetch: (url, init) => backend.fetch(asBrowser(new Request(url, init), init?.body)),
      clock,
    })
  return {
    simulator,
    store,
    page,
    send(session, body, length = body.length) {
      const headers = { 'x-session': session, 'content-type': 'application/json' }
      const request = new Request(`${origin}/api/v2/verify`, { method: 'PUT', headers, body })
      asBrowser(request, body).headers.set('content-length', String(length))
      return backend.fetch(request)
    },
    async started(session, number = phone) {
      const { verifyId } = await page(session).start({ phone: number, brand: 'x', codeLength: 6 })
      return { verifyId, code: simulator.lastCode(number) ?? expect.fail() }
    },
    check: (session, verifyId, code) =>
      page(session)
        .check({ verifyId, code })
        .then(
          () => 'right',
          ({ kind }: { kind: VerifyErrorKind }) => kind,
        ),
    verified: backend.verified,
    asked: (method) => service.mock.calls.filter(([, init]) => init?.method === method).length,
  }
}

/** What a browser adds to a request. */
function asBrowser(request: Request, body: BodyInit | null | undefined): Request {
  request.headers.set('origin', origin)
  const length = typeof body === 'string' ? new TextEncoder().encode(body).length : 0
  request.headers.set('content-length', String(length))
  return request
}

afterEach(() => {
  vi.restoreAllMocks()
})

const plus = (code: string, by: number): string =>
  String((Number(code) + by) % 1_000_000).padStart(6, '0')

test('is what the page shows', () => {
  const page = readFileSync(`${root}/.storybook/docs/security.mdx`, 'utf8')
  for (const file of ['own-backend', 'own-backend-http']) {
    const [, name = 'no sample'] =
      new RegExp(`import (\\w+) from '../samples/${file}\\.ts\\?raw'`).exec(page) ?? []
    expect(page).toContain(`<Code language="ts" code={${name}} />`)
  }
})

test('knows for half an hour the number that a session has verified, and no other session does', async () => {
  const { started, check, verified, simulator } = setUp()
  const { verifyId, code } = await started('ann')
  await expect(verified('ann')).resolves.toBeUndefined()
  await expect(check('ann', verifyId, code)).resolves.toBe('right')
  await expect(verified('ann')).resolves.toMatchObject({ phone })
  await expect(verified('eve')).resolves.toBeUndefined()
  await simulator.advance('30m')
  await expect(verified('ann')).resolves.toBeUndefined()
})

test('asks about one of 900 codes that are guessed at once, the right one among them', async () => {
  const { started, check, verified, asked } = setUp()
  const { verifyId, code } = await started('ann')
  const guesses = Array.from({ length: 900 }, (_, index) => plus(code, 999_550 + index))
  expect(guesses).toContain(code)
  const outcomes = await Promise.all(guesses.map((guess) => check('ann', verifyId, guess)))
  expect(asked('PUT')).toBe(1)
  expect(outcomes.filter((each) => each === 'wrongCode')).toHaveLength(1)
  expect(outcomes.filter((each) => each === 'rateLimited')).toHaveLength(899)
  await expect(verified('ann')).resolves.toBeUndefined()
})

test('says nothing false of a right code that is sent twice at once', async () => {
  const { started, check } = setUp()
  const { verifyId, code } = await started('ann')
  const both = [check('ann', verifyId, code), check('ann', verifyId, code)]
  expect((await Promise.all(both)).sort()).toEqual(['rateLimited', 'right'])
  await expect(check('ann', verifyId, code)).resolves.toBe('right')
})

test('takes the right code again for five minutes, and no other', async () => {
  const { started, check, simulator, asked } = setUp()
  const { verifyId, code } = await started('ann')
  await expect(check('ann', verifyId, code)).resolves.toBe('right')
  await simulator.advance(299_999)
  await expect(check('ann', verifyId, plus(code, 1))).resolves.toBe('notActive')
  await expect(check('ann', verifyId, code)).resolves.toBe('right')
  await simulator.advance(1)
  await expect(check('ann', verifyId, code)).resolves.toBe('notActive')
  expect(asked('PUT')).toBe(1)
})

test('says of an expired code that it is over, and not that it is wrong', async () => {
  const { started, check, page, simulator } = setUp()
  const { verifyId, code } = await started('ann')
  await simulator.advance('5m')
  await expect(check('ann', verifyId, code)).resolves.toBe('notActive')
  await expect(page('ann').resume?.()).resolves.toBeUndefined()
})

test('records the number whose code was right, not one that was started meanwhile', async () => {
  const { started, check, verified, simulator } = setUp()
  const own = await started('eve', other)
  simulator.faults.next({ operation: 'check', latencyMs: 1000 })
  const checked = check('eve', own.verifyId, own.code)
  await simulator.advance(500)
  await started('eve', phone)
  await simulator.advance(500)
  await expect(checked).resolves.toBe('right')
  await expect(verified('eve')).resolves.toMatchObject({ phone: other })
})

test('records nothing that the service did not say, and counts the attempt', async () => {
  using _warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const { started, check, verified, simulator, asked } = setUp()
  const { verifyId, code } = await started('ann')
  const faults: [object, VerifyErrorKind][] = [
    [{ status: 500 }, 'uncertain'],
    [{ status: 200 }, 'uncertain'],
    [{ status: 202 }, 'uncertain'],
    [{ status: 401 }, 'unavailable'],
    [{ status: 429 }, 'rateLimited'],
  ]
  for (const [fault, kind] of faults) {
    simulator.faults.next({ operation: 'check', ...fault })
    await expect(check('ann', verifyId, code)).resolves.toBe(kind)
  }
  await expect(check('ann', verifyId, code)).resolves.toBe('locked')
  expect(asked('PUT')).toBe(5)
  await expect(verified('ann')).resolves.toBeUndefined()
})

test('holds a number whose start has got no answer for five minutes, and no longer', async () => {
  const { started, simulator, asked } = setUp()
  simulator.faults.next({ operation: 'start', dropAnswer: true })
  await expect(started('ann')).rejects.toMatchObject({ kind: 'uncertain' })
  await simulator.advance(299_999)
  await expect(started('ann')).rejects.toMatchObject({ kind: 'active' })
  await expect(started('eve')).rejects.toMatchObject({ kind: 'active' })
  expect(asked('POST')).toBe(1)
  await simulator.advance(1)
  await expect(started('ann')).resolves.toBeDefined()
})

test('gives a start back that the service has refused', async () => {
  const { started, simulator } = setUp()
  for (let refused = 0; refused < 5; refused += 1) {
    simulator.faults.next({ operation: 'start', status: 429 })
    await expect(started('ann')).rejects.toMatchObject({ kind: 'rateLimited' })
  }
  await expect(started('ann')).resolves.toBeDefined()
})

test('sends a session codes to ten numbers at most, however many it asks for at once', async () => {
  const { started, asked } = setUp()
  const numbers = Array.from({ length: 40 }, (_, index) => `+4474001234${10 + index}`)
  const outcomes = await Promise.allSettled(numbers.map((number) => started('eve', number)))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
  expect(asked('POST')).toBe(10)
})

test('keeps the promise of a cancel when the service is in trouble at its time', async () => {
  const { started, page, check, simulator, asked } = setUp()
  const { verifyId, code } = await started('ann')
  await expect(page('ann').cancel({ verifyId })).resolves.toEqual({ deferred: true })
  await expect(check('ann', verifyId, code)).resolves.toBe('notActive')
  simulator.faults.next({ operation: 'cancel', status: 503 })
  await simulator.advance('30s')
  expect(asked('DELETE')).toBe(1)
  await expect(started('ann')).rejects.toMatchObject({ kind: 'active' })
  await simulator.advance('5s')
  expect(asked('DELETE')).toBe(2)
  await expect(started('ann')).resolves.toBeDefined()
})

test('keeps the promise of a cancel when its store is in trouble at its time', async () => {
  const { started, page, store, simulator } = setUp()
  const { verifyId } = await started('ann')
  await page('ann').cancel({ verifyId })
  vi.spyOn(store, 'change').mockRejectedValueOnce(new Error('The database is slow.'))
  await simulator.advance('35s')
  await expect(started('ann')).resolves.toBeDefined()
})

test('says when a number is free whose cancel is promised', async () => {
  const { started, page, simulator } = setUp()
  const { verifyId } = await started('ann')
  await page('ann').cancel({ verifyId })
  const retryAt = simulator.clock.now() + 30_000
  await expect(started('ann')).rejects.toMatchObject({ kind: 'active', retryAt })
})

test('gives a cancel up when the code is over anyway', async () => {
  const { started, page, simulator, asked } = setUp()
  const { verifyId } = await started('ann')
  simulator.faults.next({ operation: 'cancel', status: 503, times: Infinity })
  await page('ann').cancel({ verifyId })
  await simulator.advance('6m')
  const count = asked('DELETE')
  expect(count).toBeGreaterThan(10)
  await simulator.advance('6m')
  expect(asked('DELETE')).toBe(count)
})

test('leaves a code as it was that the service does not cancel any more', async () => {
  const { started, page, check, simulator } = setUp()
  const { verifyId, code } = await started('ann')
  await simulator.advance('30s')
  simulator.faults.next({ operation: 'cancel', status: 409 })
  await expect(page('ann').cancel({ verifyId })).rejects.toMatchObject({ kind: 'notCancellable' })
  await expect(check('ann', verifyId, code)).resolves.toBe('right')
})

test('does not forget a right code for a cancel that came too late', async () => {
  const { started, page, check, verified, simulator } = setUp()
  const { verifyId, code } = await started('ann')
  await simulator.advance('30s')
  simulator.faults.next({ operation: 'check', latencyMs: 500 })
  simulator.faults.next({ operation: 'cancel', latencyMs: 1000 })
  const checked = check('ann', verifyId, code)
  await simulator.advance(1)
  const cancelled = page('ann').cancel({ verifyId })
  await simulator.advance(1000)
  await expect(checked).resolves.toBe('right')
  await cancelled
  await expect(verified('ann')).resolves.toMatchObject({ phone })
})

test('promises a cancel once, and carries it out once', async () => {
  const { started, page, simulator, asked } = setUp()
  const { verifyId } = await started('ann')
  const cancels = Array.from({ length: 50 }, () => page('ann').cancel({ verifyId }))
  for (const each of await Promise.all(cancels)) expect(each).toEqual({ deferred: true })
  await simulator.advance('5m')
  expect(asked('DELETE')).toBe(1)
})

test.each(['null', '[]', '{', '', '"123456"', '{"code":"012345" }', '{"code":"12345a"}'])(
  'asks nobody about the body %s',
  async (body) => {
    const { started, send, asked } = setUp()
    await started('ann')
    const answer = await send('ann', body)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(asked('PUT')).toBe(0)
  },
)

test('does not read a body that is long, or does not say how long it is', async () => {
  const { send } = setUp()
  const texts = vi.spyOn(Request.prototype, 'text')
  const long = JSON.stringify({ code: '012345'.repeat(1000) })
  expect((await send('ann', long)).status).toBe(413)
  expect((await send('ann', '{}', Number.NaN)).status).toBe(413)
  expect(texts).not.toHaveBeenCalled()
})

test('sends nothing, and takes no code for right, while its store is gone', async () => {
  using _error = vi.spyOn(console, 'error').mockImplementation(() => {})
  const store = createOwnStore()
  const { started, check, asked } = setUp(store)
  const { verifyId, code } = await started('ann')
  const change = vi.spyOn(store, 'change').mockRejectedValue(new Error('The database is gone.'))
  await expect(started('ann', other)).rejects.toMatchObject({ kind: 'uncertain' })
  await expect(check('ann', verifyId, code)).resolves.toBe('uncertain')
  expect([asked('POST'), asked('PUT')]).toEqual([1, 0])
  change.mockRestore()
  await expect(check('ann', verifyId, code)).resolves.toBe('right')
})

test('keeps no code', async () => {
  const { started, check, store } = setUp()
  const { verifyId, code } = await started('ann')
  await expect(check('ann', verifyId, code)).resolves.toBe('right')
  const kept = await store.change(phone, (row) => JSON.stringify(row))
  expect(kept).toContain(verifyId)
  expect(kept).not.toContain(`"${code}"`)
})
