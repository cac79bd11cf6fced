import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answering, reply } from '../../../test/support/answering.ts'
import {
  createVerifyClient,
  defaultErrorRules,
  type ErrorRule,
  type Operation,
  VerifyError,
  type VerifyErrorKind,
} from './index.ts'

const clock = { now: () => 1000, setTimeout: () => 0, clearTimeout: () => {} }

/** What a call rejects with when it is answered like this. */
async function failureOf(
  operation: Operation,
  answer: Response,
  errorRules?: readonly ErrorRule[],
): Promise<VerifyError> {
  const { fetch } = answering(() => answer)
  const options = { baseUrl: '/api', fetch, clock, resume: true, errorRules }
  const client = createVerifyClient(options)
  const calls: Record<Operation, () => Promise<unknown> | undefined> = {
    start: () => client.start({ phone: '+447860021130', brand: 'Acme', codeLength: 4 }),
    check: () => client.check({ code: '1234', verifyId: 'v1' }),
    cancel: () => client.cancel({ verifyId: 'v1' }),
    resume: () => client.resume?.(),
  }
  const thrown = await calls[operation]()?.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (thrown instanceof VerifyError) return thrown
  throw new Error(`${operation} did not reject with a VerifyError but gave ${String(thrown)}`)
}

const invalid = (fields: unknown, common: unknown = []) => ({
  code: 400,
  message: 'Validation Failed',
  errors: { common, fields },
})
const plain = (code: number) => ({ code, message: 'No.', errors: null })

const table: [Operation, string, Response, VerifyErrorKind][] = [
  ['start', '400 naming phone', reply(400, invalid({ phone: ['Not valid.'] })), 'invalidPhone'],
  ['start', '422 naming phone', reply(422, invalid({ phone: 'Not valid.' })), 'invalidPhone'],
  ['start', '400 naming brand', reply(400, invalid({ brand: ['Too long.'] })), 'invalidRequest'],
  ['start', '400 with errors null', reply(400, plain(400)), 'invalidRequest'],
  ['start', '400 without errors', reply(400, { code: 400, message: 'No.' }), 'invalidRequest'],
  ['start', '400 with errors []', reply(400, { ...plain(400), errors: [] }), 'invalidRequest'],
  ['start', '400 with fields []', reply(400, invalid([])), 'invalidRequest'],
  ['start', '400 with fields null', reply(400, invalid(null, null)), 'invalidRequest'],
  ['start', '400 with an empty list', reply(400, invalid({ phone: [] })), 'invalidRequest'],
  ['start', '401', reply(401, { code: 401, message: 'Wrong.' }), 'unavailable'],
  ['start', '402', reply(402), 'unavailable'],
  ['start', '403', reply(403, '<h1>Forbidden</h1>'), 'unavailable'],
  ['start', '404', reply(404, { code: 404, message: 'Resource does not exist.' }), 'unavailable'],
  ['start', '405', reply(405), 'unavailable'],
  ['start', '408', reply(408), 'uncertain'],
  ['start', '409 as documented', reply(409, plain(409)), 'active'],
  ['start', '409 without a body', reply(409), 'active'],
  ['start', '409 with HTML', reply(409, '<h1>Conflict</h1>'), 'active'],
  ['start', '423', reply(423), 'unavailable'],
  ['start', '429', reply(429, plain(429)), 'rateLimited'],
  ['start', '429 with its status as text', reply(429, { code: '429' }), 'rateLimited'],
  ['start', '429 with a scope', reply(429, { scope: 'phone' }), 'limitReached'],
  ['start', '429 with a code', reply(429, { code: 'too_many_codes' }), 'limitReached'],
  ['start', '302', new Response(null, { status: 302 }), 'uncertain'],
  ['start', '304', new Response(null, { status: 304 }), 'uncertain'],
  ['start', '500', reply(500, plain(500)), 'uncertain'],
  ['start', '502 with HTML', reply(502, '<h1>Bad Gateway</h1>'), 'uncertain'],
  ['start', '503', reply(503), 'uncertain'],
  ['start', '504', reply(504), 'uncertain'],

  ['check', '400 naming code', reply(400, invalid({ code: ['Wrong.'] })), 'wrongCode'],
  ['check', '422 naming code', reply(422, invalid({ code: ['Wrong.'] })), 'wrongCode'],
  ['check', '400 naming nothing', reply(400, plain(400)), 'wrongCode'],
  ['check', '400 without a body', reply(400), 'wrongCode'],
  ['check', '400 naming verifyId', reply(400, invalid({ verifyId: ['Gone.'] })), 'notActive'],
  [
    'check',
    '400 naming verifyId, with no message for code',
    reply(400, invalid({ code: [], verifyId: ['Gone.'] })),
    'notActive',
  ],
  ['check', '404', reply(404, { code: 404, message: 'Resource does not exist.' }), 'notActive'],
  ['check', '410', reply(410), 'notActive'],
  ['check', '400 and no attempts left', reply(400, { attemptsLeft: 0 }), 'locked'],
  ['check', '400 and attempts left', reply(400, { attemptsLeft: 2 }), 'wrongCode'],
  ['check', '423', reply(423), 'locked'],
  ['check', '429 about attempts', reply(429, { code: 'too_many_attempts' }), 'locked'],
  ['check', '429 about traffic', reply(429, plain(429)), 'rateLimited'],
  ['check', '429 of a limit', reply(429, { code: 'slow_down' }), 'limitReached'],
  ['check', '401', reply(401), 'unavailable'],
  ['check', '403', reply(403), 'unavailable'],
  ['check', '405', reply(405), 'unavailable'],
  ['check', '500', reply(500), 'uncertain'],

  ['cancel', '404', reply(404, { code: 404, message: 'Resource does not exist.' }), 'notActive'],
  ['cancel', '410', reply(410), 'notActive'],
  ['cancel', '400 too early', reply(400, plain(400)), 'notCancellable'],
  ['cancel', '409 too early', reply(409, plain(409)), 'notCancellable'],
  ['cancel', '423', reply(423), 'notCancellable'],
  ['cancel', '425', reply(425), 'notCancellable'],
  ['cancel', '401', reply(401), 'unavailable'],
  ['cancel', '429', reply(429), 'rateLimited'],
  ['cancel', '500', reply(500), 'uncertain'],

  ['resume', '401', reply(401), 'unavailable'],
  ['resume', '429', reply(429), 'rateLimited'],
  ['resume', '500', reply(500), 'uncertain'],
  ['resume', '200 with HTML', reply(200, '<p>Log in</p>'), 'uncertain'],
]

test.each(table)('%s: %s (E-12, E-18)', async (operation, _what, answer, kind) => {
  const { status } = answer
  await expect(failureOf(operation, answer)).resolves.toMatchObject({ kind, operation, status })
})

test('every row of the default table decides something (E-18)', async () => {
  const kinds = new Set(table.map(([, , , kind]) => kind))
  expect(new Set(defaultErrorRules.map((rule) => rule.kind))).toEqual(kinds)
})

test('keeps the messages of the service, for logs', async () => {
  const errors = {
    common: ['About all.', 7],
    fields: { phone: ['One.', null, 'Two.'], brand: 'Three.', country: { 2: 'Four.' } },
  }
  const failure = await failureOf('start', reply(400, { ...plain(400), errors }))
  expect(failure.common).toEqual(['About all.'])
  expect(failure.fields).toEqual({
    phone: ['One.', 'Two.'],
    brand: ['Three.'],
    country: ['Four.'],
  })
  expect(failure.message).toBe('The service answered 400 (invalidPhone): POST /api/verify')
  expect(failure.serviceMessage).toBe('No.')
})

test.each([
  ['a message', reply(500, plain(500)), 'No.'],
  ['none', reply(500, { code: 500 }), undefined],
  ['one that is no text', reply(500, { message: 7 }), undefined],
  ['no body', reply(500), undefined],
  ['a page', reply(500, '<h1>Oops</h1>'), undefined],
])('keeps the message of a service that sends %s', async (_what, answer, message) => {
  expect((await failureOf('check', answer)).serviceMessage).toBe(message)
})

test.each([
  ['403 with HTML', reply(403, '<!doctype html><h1>Forbidden</h1>'), '403 with HTML (unavailable)'],
  ['502 with HTML', reply(502, ' <html>Bad Gateway'), '502 with HTML (uncertain)'],
  ['504 with text', reply(504, 'upstream timed out'), '504 with text (uncertain)'],
  ['404 with nothing', reply(404), '404 (notActive)'],
])('says that the service answered %s', async (_what, answer, told) => {
  const { message } = await failureOf('cancel', answer)
  expect(message).toBe(`The service answered ${told}: DELETE /api/verify/v1`)
})

test('says how many attempts are left, and when to try again', async () => {
  const answer = reply(429, { attemptsLeft: 1 }, { 'retry-after': '5' })
  await expect(failureOf('check', answer)).resolves.toMatchObject({
    kind: 'rateLimited',
    attemptsLeft: 1,
    retryAt: 6000,
  })
})

test('asks given rules first, and its own table for the rest (E-18)', async () => {
  const rules: ErrorRule[] = [
    { operation: 'cancel', status: [409], kind: 'notActive' },
    { operation: 'start', status: ['unreadable'], kind: 'unavailable' },
    { when: ({ body }) => JSON.stringify(body ?? '').includes('no credit'), kind: 'unavailable' },
  ]
  const kind = async (operation: Operation, answer: Response) =>
    (await failureOf(operation, answer, rules)).kind
  await expect(kind('cancel', reply(409))).resolves.toBe('notActive')
  await expect(kind('start', reply(409))).resolves.toBe('active')
  await expect(kind('start', reply(200, '<p>Hello</p>'))).resolves.toBe('unavailable')
  await expect(kind('start', reply(400, invalid({}, ['no credit'])))).resolves.toBe('unavailable')
})

test('shows rules the parsed body, and nothing where there was none', async () => {
  const bodies: unknown[] = []
  const rules: ErrorRule[] = [{ when: ({ body }) => bodies.push(body) > 0, kind: 'unavailable' }]
  await failureOf('check', reply(400, { code: 400 }), rules)
  await failureOf('check', reply(500, '<h1>Oops</h1>'), rules)
  expect(bodies).toEqual([{ code: 400 }, undefined])
})

test('gives any failure, with any body at all, one of the documented kinds (E-18, SEC-11)', async () => {
  const operation = fc.constantFrom<Operation>('start', 'check', 'cancel', 'resume')
  const status = fc.integer({ min: 400, max: 599 })
  const fields = fc.dictionary(fc.constantFrom('phone', 'code', 'verifyId', '__proto__'), fc.json())
  const shaped = fc.record({ errors: fc.option(fc.record({ common: fc.jsonValue(), fields })) })
  const body = fc.oneof(
    fc.string(),
    fc.json(),
    shaped.map((value) => JSON.stringify(value)),
  )
  const kinds = new Set(defaultErrorRules.map((rule) => rule.kind))
  await fc.assert(
    fc.asyncProperty(operation, status, body, async (call, code, text) => {
      fc.pre(!(call === 'resume' && code === 404))
      const failure = await failureOf(call, reply(code, text))
      expect(kinds).toContain(failure.kind)
      expect(failure.status).toBe(code)
      expect(
        Object.values(failure.fields)
          .flat()
          .every((each) => typeof each === 'string'),
      ).toBe(true)
    }),
  )
})

test('accepts a success only in the form of the contract, whatever JSON it has', async () => {
  const client = (body: string) =>
    createVerifyClient({ baseUrl: '/api', fetch: answering(() => reply(200, body)).fetch })
  await fc.assert(
    fc.asyncProperty(fc.json(), async (body) => {
      const start = client(body).start({ phone: '+447860021130', brand: 'Acme', codeLength: 4 })
      const outcome: unknown = await start.catch((error: unknown) => error)
      if (outcome instanceof VerifyError) expect(outcome.kind).toBe('uncertain')
      else expect(outcome).toMatchObject({ verifyId: expect.stringMatching(/./s) })
    }),
  )
})
