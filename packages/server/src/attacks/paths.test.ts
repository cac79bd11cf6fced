import fc from 'fast-check'
import { expect, test } from 'vitest'
import { setUpBackend } from '../../../../test/support/backend-session.ts'
import { origin, phone } from '../../../../test/support/verify-backend.ts'

const body = JSON.stringify({ phone, code: '123456', verifyId: 'x' })
const own = { origin, 'content-type': 'application/json' }

function send(
  { server }: Pick<ReturnType<typeof setUpBackend>, 'server'>,
  method: string,
  path: string,
  headers: Record<string, string> = own,
): Promise<Response> {
  const hasBody = !['GET', 'HEAD'].includes(method)
  const init = { method, headers, ...(hasBody && { body }) }
  return server.fetch(new Request(`${origin}${path}`, init))
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'PROPFIND', 'QUERY', 'post']
const verify = '/api/v2/verify'

test.each([
  '/api/v2/messages',
  '/api/v2/user',
  '/api/v2/verify/../messages',
  '/api/v2/verify/%2e%2e/messages',
  '/api/v2/verify/..%2fmessages',
  '/api/v2/verify/..%5cmessages',
  '/api/v2/verify/%2e%2e%2f%2e%2e%2fmessages',
  '/api/v2/verify/some%2fid',
  '/api/v2/verify/some/id',
  '/api/v2/verify/some;id',
  '/api/v2/verify/some%00id',
  '/api/v2/verify/%0d%0aHost:%20evil.example',
  '/api/v2/verify/https:%2f%2fevil.example',
  '/api/v2/verify/@evil.example',
  '/api/v2/verify//',
  '/api/v2/verify/',
  '/api/v2//verify',
  '//evil.example/api/v2/verify',
  '/API/V2/VERIFY',
  '/api/v2/verifyx',
  `/api/v2/verify/${'a'.repeat(10_000)}`,
])('forwards nothing to %s', async (path) => {
  const backend = setUpBackend()
  for (const method of methods) {
    expect([403, 404, 405]).toContain((await send(backend, method, path)).status)
  }
  expect(backend.simulator.requests.getSnapshot()).toEqual([])
})

test('answers no other methods, also where there is something', async () => {
  const backend = setUpBackend()
  for (const method of ['GET', 'HEAD', 'PATCH', 'DELETE', 'PROPFIND', 'QUERY']) {
    expect((await send(backend, method, verify)).status).toBe(405)
  }
  for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH']) {
    expect((await send(backend, method, `${verify}/some-id`)).status).toBe(405)
  }
  for (const method of ['HEAD', 'POST', 'PUT', 'PATCH']) {
    expect((await send(backend, method, `${verify}/current`)).status).toBe(405)
  }
  expect(backend.simulator.requests.getSnapshot()).toEqual([])
})

test('lets no header and no query change what is asked', async () => {
  const backend = setUpBackend()
  const tricks = {
    'x-http-method-override': 'POST',
    'x-method-override': 'POST',
    'x-original-url': '/api/v2/messages',
    'x-rewrite-url': '/api/v2/messages',
    'x-forwarded-host': 'evil.example',
    'x-tm-username': 'evil',
    authorization: 'Basic ZXZpbDpldmls',
  }
  const put = await send(backend, 'PUT', `${verify}?_method=POST`, { ...own, ...tricks })
  expect(put.status).toBe(404)
  expect(backend.simulator.requests.getSnapshot()).toEqual([])
  expect((await send(backend, 'POST', `${verify}?x=1`, { ...own, ...tricks })).status).toBe(200)
  const [asked] = backend.simulator.requests.getSnapshot()
  expect(asked).toMatchObject({ path: '/api/v2/verify', body: { brand: 'Acme' } })
})

test('never fails on a path or a header, whatever it is, and asks nobody', async () => {
  const backend = setUpBackend()
  const segment = fc.oneof(
    fc.string({ unit: 'binary' }).map(encodeURIComponentSafely),
    fc.constantFrom('..', '.', '%2e%2e', 'current', 'verify', '%', '%zz', '\\', '*', '?', '#'),
  )
  const path = fc.array(segment, { maxLength: 5 }).map((all) => `${verify}/${all.join('/')}`)
  const header = fc.tuple(
    fc.constantFrom(
      'origin',
      'cookie',
      'content-type',
      'content-length',
      'content-encoding',
      'idempotency-key',
      'sec-fetch-site',
      'bot-token',
      'accept',
      'x-forwarded-for',
    ),
    fc.string().map((text) => text.replaceAll(/[^\x20-\x7e]/g, '')),
  )
  const asked = fc.tuple(fc.constantFrom(...methods), path, fc.array(header, { maxLength: 4 }))
  await fc.assert(
    fc.asyncProperty(asked, async ([method, at, headers]) => {
      // Two dots go back: some of these are the path of a start.
      fc.pre(new URL(at, origin).pathname !== verify)
      const answer = await send(backend, method, at, { ...own, ...Object.fromEntries(headers) })
      expect(answer.status).toBeLessThan(500)
    }),
    { numRuns: 500 },
  )
  expect(backend.simulator.requests.getSnapshot()).toEqual([])
})

const encodeURIComponentSafely = (text: string): string => {
  try {
    return encodeURIComponent(text)
  } catch {
    // Half a surrogate pair.
    return '%ED%A0%80'
  }
}
