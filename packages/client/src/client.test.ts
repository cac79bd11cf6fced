import { expect, test, vi } from 'vitest'
import { answering, reply, silent } from '../../../test/support/answering.ts'
import {
  createVerifyClient,
  VerifyNetworkError,
  VerifyTimeoutError,
  type Clock,
  type StartRequest,
} from './index.ts'

const request: StartRequest = { phone: '+44 7860 021130', brand: 'Acme', codeLength: 6 }
const started = { verifyId: '123e4567-e89b-12d3-a456-426655440000', price: 0.05 }

test('starts with a POST that holds what was asked for and nothing else', async () => {
  const { fetch, requests } = answering(() => reply(200, started))
  const client = createVerifyClient({ baseUrl: '/api/v2/', fetch })
  await expect(client.start(request)).resolves.toEqual({ ...started, serverTime: undefined })
  const [sent] = requests
  expect(sent?.method).toBe('POST')
  expect(sent?.url).toBe('https://app.example/api/v2/verify')
  expect(sent?.headers.get('content-type')).toBe('application/json')
  expect(sent?.headers.get('accept')).toBe('application/json')
  expect(sent?.headers.has('idempotency-key')).toBe(false)
  await expect(sent?.json()).resolves.toEqual({
    phone: '447860021130',
    brand: 'Acme',
    codeLength: 6,
  })
})

test('starts with every option, in the form of the contract', async () => {
  const { fetch, requests } = answering(() => reply(200, started))
  const client = createVerifyClient({ baseUrl: '/api/v2', fetch })
  const options = { language: 'en-gb', senderId: 'Acme', country: 'gb', workflowId: 6 } as const
  await client.start({ ...request, ...options, phone: '07860 021130' })
  await expect(requests[0]?.json()).resolves.toEqual({
    phone: '07860021130',
    brand: 'Acme',
    codeLength: 6,
    language: 'en-gb',
    senderId: 'Acme',
    country: 'GB',
    workflowId: '6',
  })
})

test('sends the idempotency key of a start as a header (E-2)', async () => {
  const { fetch, requests } = answering(() => reply(200, started))
  await createVerifyClient({ baseUrl: '/api', fetch }).start(request, { idempotencyKey: 'a-1' })
  expect(requests[0]?.headers.get('idempotency-key')).toBe('a-1')
})

test.each([
  ['201', reply(201, { verifyId: 'v1', price: 1 }), { verifyId: 'v1', price: 1 }],
  ['a numeric id', reply(200, { verifyId: 123, price: 1 }), { verifyId: '123', price: 1 }],
  ['a price in a string', reply(200, { verifyId: 'v1', price: '0.05' }), { price: 0.05 }],
  ['no price', reply(200, { verifyId: 'v1' }), { price: undefined }],
  ['an empty price', reply(200, { verifyId: 'v1', price: '' }), { price: undefined }],
  ['a null price', reply(200, { verifyId: 'v1', price: null }), { price: undefined }],
  ['another content type', reply(200, started, { 'content-type': 'text/html' }), started],
  [
    'times of the backend',
    reply(200, { ...started, startedAt: '2026-11-23T09:41:00Z', now: 1_795_426_861_000 }),
    { serverTime: { startedAt: 1_795_426_860_000, now: 1_795_426_861_000 } },
  ],
  [
    'its end only',
    reply(200, { ...started, expiresAt: '2026-11-23T09:46:00Z', now: 1_795_426_861_000 }),
    { serverTime: { startedAt: 1_795_426_860_000, expiresAt: 1_795_427_160_000 } },
  ],
  ['half of the times', reply(200, { ...started, now: 1 }), { serverTime: undefined }],
  ['a length of the code', reply(200, { ...started, codeLength: 4 }), { codeLength: 4 }],
  ['another length', reply(200, { ...started, codeLength: 5 }), { codeLength: undefined }],
  ['a length in a string', reply(200, { ...started, codeLength: '4' }), { codeLength: undefined }],
])('takes a start answered with %s', async (_what, answer, result) => {
  const { fetch } = answering(() => answer)
  const client = createVerifyClient({ baseUrl: '/api', fetch })
  await expect(client.start(request)).resolves.toMatchObject(result)
})

test.each([
  ['HTML', reply(200, '<!doctype html><title>Acme</title>'), '200 with HTML'],
  ['text', reply(200, 'OK'), '200 with text'],
  ['nothing', reply(200), '200 with no body'],
  ['null', reply(200, 'null'), '200 with JSON'],
  ['an empty object', reply(200, {}), '200 with JSON'],
  ['an array', reply(200, []), '200 with JSON'],
  ['an empty id', reply(200, { verifyId: '', price: 0.05 }), '200 with JSON'],
  ['a null id', reply(200, { verifyId: null, price: 0.05 }), '200 with JSON'],
  ['204', new Response(null, { status: 204 }), '204 with no body'],
])(
  'does not accept a start answered with %s, and says what it was',
  async (_what, answer, told) => {
    const { fetch } = answering(() => answer)
    const client = createVerifyClient({ baseUrl: '/api', fetch })
    await expect(client.start(request)).rejects.toMatchObject({
      kind: 'uncertain',
      name: 'VerifyHttpError',
      status: answer.status,
      message: `The service answered ${told} (uncertain): POST /api/verify`,
    })
  },
)

test('checks with a PUT whose code is a string with its leading zeros (E-19)', async () => {
  const { fetch, requests } = answering(() => new Response(null, { status: 204 }))
  const client = createVerifyClient({ baseUrl: 'https://app.example/api', fetch })
  await expect(client.check({ code: '0042', verifyId: 'v1' })).resolves.toBeUndefined()
  expect(requests[0]?.method).toBe('PUT')
  await expect(requests[0]?.text()).resolves.toBe('{"code":"0042","verifyId":"v1"}')
})

test('asks for a proof with each check where one is wanted', async () => {
  const { fetch, requests } = answering(() => new Response(null, { status: 204 }))
  for (const proof of [true, false, undefined]) {
    const client = createVerifyClient({ baseUrl: '/api', fetch, proof })
    await client.check({ code: '0042', verifyId: 'v1' })
  }
  await expect(Promise.all(requests.map((sent) => sent.text()))).resolves.toEqual([
    '{"code":"0042","verifyId":"v1","proof":true}',
    '{"code":"0042","verifyId":"v1"}',
    '{"code":"0042","verifyId":"v1"}',
  ])
})

test('cancels with a DELETE without a body, and encodes the id', async () => {
  const { fetch, requests } = answering(() => new Response(null, { status: 204 }))
  const client = createVerifyClient({ baseUrl: '/api', fetch })
  await expect(client.cancel({ verifyId: 'a/b c?d' })).resolves.toEqual({ deferred: false })
  expect(requests[0]?.method).toBe('DELETE')
  expect(requests[0]?.url).toBe('https://app.example/api/verify/a%2Fb%20c%3Fd')
  expect(requests[0]?.body).toBeNull()
  expect(requests[0]?.headers.has('content-type')).toBe(false)
})

test('tells a deferred cancel from one that is done', async () => {
  const { fetch } = answering(() => reply(202, { code: 202 }))
  const client = createVerifyClient({ baseUrl: '/api', fetch })
  await expect(client.cancel({ verifyId: 'v1' })).resolves.toEqual({ deferred: true })
})

test('has no resume unless the backend has one', () => {
  expect(createVerifyClient({ baseUrl: '/api' })).not.toHaveProperty('resume')
})

const running = { verifyId: 'v1', startedAt: 1000, now: 2000 }
const nothingElse = {
  phone: undefined,
  phoneMasked: undefined,
  codeLength: undefined,
  attemptsLeft: undefined,
  isVerified: false,
}

test.each([
  [
    'everything',
    reply(200, { ...running, phone: '+447860021130', codeLength: 6, attemptsLeft: 2 }),
    {
      verifyId: 'v1',
      serverTime: { startedAt: 1000, now: 2000 },
      ...nothingElse,
      phone: '+447860021130',
      codeLength: 6,
      attemptsLeft: 2,
    },
  ],
  [
    'a mask, an end and a success',
    reply(200, {
      verifyId: 'v1',
      phoneMasked: '+44 •••• ••• 130',
      expiresAt: 301_000,
      now: 2000,
      verified: true,
    }),
    {
      verifyId: 'v1',
      serverTime: { startedAt: 1000, expiresAt: 301_000, now: 2000 },
      ...nothingElse,
      phoneMasked: '+44 •••• ••• 130',
      isVerified: true,
    },
  ],
  [
    'the least',
    reply(200, running),
    { verifyId: 'v1', serverTime: { startedAt: 1000, now: 2000 }, ...nothingElse },
  ],
  ['204', new Response(null, { status: 204 }), undefined],
  ['404', reply(404, { code: 404, message: 'Resource does not exist.' }), undefined],
  ['null', reply(200, 'null'), undefined],
  ['no times', reply(200, { verifyId: 'v1' }), undefined],
])('resumes from an answer with %s', async (_what, answer, result) => {
  const { fetch, requests } = answering(() => answer)
  const client = createVerifyClient({ baseUrl: '/api', fetch, resume: true })
  await expect(client.resume?.()).resolves.toEqual(result)
  expect(requests[0]?.method).toBe('GET')
  expect(requests[0]?.url).toBe('https://app.example/api/verify/current')
  expect(requests[0]?.cache).toBe('no-store')
})

test('rejects when a resume fails', async () => {
  const { fetch } = answering(() => reply(500))
  const client = createVerifyClient({ baseUrl: '/api', fetch, resume: true })
  await expect(client.resume?.()).rejects.toMatchObject({ kind: 'uncertain', operation: 'resume' })
})

test('sends given headers with every request, and calls a function each time', async () => {
  const { fetch, requests } = answering(() => new Response(null, { status: 204 }))
  let token = 0
  const headers = () => ({ 'x-csrf': String((token += 1)), accept: 'text/html' })
  const client = createVerifyClient({ baseUrl: '/api', fetch, headers })
  await client.check({ code: '1234', verifyId: 'v1' })
  await client.cancel({ verifyId: 'v1' })
  expect(requests.map((sent) => sent.headers.get('x-csrf'))).toEqual(['1', '2'])
  expect(requests[0]?.headers.get('accept')).toBe('application/json')
})

test('waits for headers that are a promise, and sends nothing before', async () => {
  const { fetch, requests } = answering(() => reply(200, started))
  const token = Promise.withResolvers<HeadersInit>()
  const client = createVerifyClient({ baseUrl: '/api', fetch, headers: () => token.promise })
  const start = client.start(request)
  await Promise.resolve()
  expect(requests).toEqual([])
  token.resolve(new Headers({ authorization: 'Bearer 7' }))
  await expect(start).resolves.toMatchObject(started)
  expect(requests.map((sent) => sent.headers.get('authorization'))).toEqual(['Bearer 7'])
  expect(requests[0]?.headers.get('content-type')).toBe('application/json')
})

test('sends within the call when its headers are no promise', () => {
  const { fetch, requests } = answering(() => reply(200, started))
  const client = createVerifyClient({ baseUrl: '/api', fetch, headers: () => ({ 'x-csrf': '1' }) })
  void client.start(request)
  expect(requests).toHaveLength(1)
})

test('sends nothing when headers do not come in time, or for a call that was aborted', async () => {
  const clock = stoppedClock()
  const { fetch, requests } = answering(() => reply(200, started))
  const token = Promise.withResolvers<HeadersInit>()
  const headers = () => token.promise
  const client = createVerifyClient({ baseUrl: '/api', fetch, clock, headers })
  const late = client.start(request)
  clock.fire()
  await expect(late).rejects.toMatchObject({
    kind: 'unavailable',
    message: 'The headers could not be made, so nothing was sent (unavailable): POST /api/verify',
  })
  const abort = new AbortController()
  const aborted = client.start(request, abort)
  abort.abort(new Error('the person left'))
  await expect(aborted).rejects.toThrow('the person left')
  token.resolve({})
  await token.promise
  expect(requests).toEqual([])
  expect(clock.pending()).toBe(0)
})

test.each(['omit', 'same-origin', 'include'] as const)(
  'sends cookies by the option: %s',
  async (credentials) => {
    const { fetch, requests } = answering(() => new Response(null, { status: 204 }))
    const client = createVerifyClient({ baseUrl: '/api', fetch, credentials, resume: true })
    await client.cancel({ verifyId: 'v1' })
    await client.resume?.()
    expect(requests.map((sent) => sent.credentials)).toEqual([credentials, credentials])
  },
)

test('leaves cookies to the platform without the option', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response(null, { status: 204 }))
  await createVerifyClient({ baseUrl: '/api', fetch }).cancel({ verifyId: 'v1' })
  // Some runtimes refuse the mere member.
  expect(fetch.mock.calls[0]?.[1]).not.toHaveProperty('credentials')
})

test.each<[string, () => HeadersInit | Promise<HeadersInit>]>([
  [
    'a function that throws',
    () => {
      throw new Error('no token yet')
    },
  ],
  ['a promise that fails', () => Promise.reject(new Error('no token yet'))],
])('says that nothing was sent when the headers cannot be made, by %s', async (_by, headers) => {
  const { fetch, requests } = answering(() => reply(200, started))
  const client = createVerifyClient({ baseUrl: '/api', fetch, headers })
  await expect(client.start(request)).rejects.toMatchObject({
    kind: 'unavailable',
    message: 'The headers could not be made, so nothing was sent (unavailable): POST /api/verify',
    cause: new Error('no token yet'),
  })
  expect(requests).toEqual([])
})

test('reads the global fetch at each call', async () => {
  const client = createVerifyClient({ baseUrl: '/api' })
  const { fetch, requests } = answering(() => new Response(null, { status: 204 }))
  using _replaced = vi.spyOn(globalThis, 'fetch').mockImplementation(fetch)
  await client.cancel({ verifyId: 'v1' })
  expect(requests).toHaveLength(1)
})

test('never repeats a request by itself (E-2)', async () => {
  const { fetch, requests } = answering(() => Promise.reject(new TypeError('Failed to fetch')))
  const client = createVerifyClient({ baseUrl: '/api', fetch })
  await expect(client.start(request)).rejects.toBeInstanceOf(VerifyNetworkError)
  expect(requests).toHaveLength(1)
})

test('reports a lost connection as uncertain, with its cause', async () => {
  const cause = new TypeError('Failed to fetch')
  const { fetch } = answering(() => Promise.reject(cause))
  const client = createVerifyClient({ baseUrl: '/api', fetch })
  await expect(client.check({ code: '1234', verifyId: 'v1' })).rejects.toMatchObject({
    name: 'VerifyNetworkError',
    kind: 'uncertain',
    operation: 'check',
    status: undefined,
    message: 'The connection failed (uncertain): PUT /api/verify',
    cause,
  })
})

/** A clock that stands still; `fire` runs what is due next. */
function stoppedClock(): Clock & { delays: number[]; fire: () => void; pending: () => number } {
  const timers = new Map<unknown, () => void>()
  const delays: number[] = []
  return {
    delays,
    now: () => 1_795_426_860_000,
    setTimeout(callback, delayMs) {
      timers.set(callback, callback)
      delays.push(delayMs)
      return callback
    },
    clearTimeout: (handle) => void timers.delete(handle),
    fire() {
      for (const callback of timers.values()) callback()
    },
    pending: () => timers.size,
  }
}

test('gives up on an answer that does not come, by the given clock', async () => {
  const clock = stoppedClock()
  const client = createVerifyClient({ baseUrl: '/api', fetch: silent, clock, timeoutMs: 9000 })
  const start = client.start(request)
  expect(clock.delays).toEqual([9000])
  clock.fire()
  await expect(start).rejects.toBeInstanceOf(VerifyTimeoutError)
  await expect(start).rejects.toMatchObject({
    kind: 'uncertain',
    message: 'No answer came in time (uncertain): POST /api/verify',
  })
})

test('gives up on a body that does not end', async () => {
  const clock = stoppedClock()
  const fetch: typeof globalThis.fetch = async (_input, init) => {
    const body = new ReadableStream({
      start(controller) {
        const { signal } = init ?? {}
        signal?.addEventListener('abort', () => controller.error(signal.reason))
      },
    })
    return new Response(body, { status: 200 })
  }
  const check = createVerifyClient({ baseUrl: '/api', fetch, clock }).check({
    code: '1234',
    verifyId: 'v1',
  })
  await Promise.resolve()
  expect(clock.delays).toEqual([60_000])
  clock.fire()
  await expect(check).rejects.toBeInstanceOf(VerifyTimeoutError)
})

test('leaves no timer behind, however a request ends', async () => {
  const clock = stoppedClock()
  const id = { verifyId: 'v1' }
  const ok = answering(() => new Response(null, { status: 204 })).fetch
  const broken = answering(() => Promise.reject(new TypeError('offline'))).fetch
  await createVerifyClient({ baseUrl: '/api', clock, fetch: ok }).cancel(id)
  await expect(
    createVerifyClient({ baseUrl: '/api', clock, fetch: broken }).cancel(id),
  ).rejects.toThrow('The connection failed')
  const abort = new AbortController()
  const aborted = createVerifyClient({ baseUrl: '/api', clock, fetch: silent }).cancel(id, abort)
  abort.abort()
  await expect(aborted).rejects.toThrow('aborted')
  expect(clock.pending()).toBe(0)
})

test('rejects with the reason of an abort, before and during a request', async () => {
  const client = createVerifyClient({ baseUrl: '/api', fetch: silent })
  const abort = new AbortController()
  const reason = new Error('the person left')
  const check = client.check({ code: '1234', verifyId: 'v1' }, { signal: abort.signal })
  abort.abort(reason)
  await expect(check).rejects.toBe(reason)
  const { fetch, requests } = answering(() => reply(200, started))
  const late = createVerifyClient({ baseUrl: '/api', fetch }).start(request, abort)
  await expect(late).rejects.toBe(reason)
  expect(requests).toEqual([])
})
