import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { answering, reply } from '../../../test/support/answering.ts'
import {
  createVerifyClient,
  proofIn,
  VerifyError,
  type CheckResult,
  type ErrorRule,
  type VerifyClient,
} from './index.ts'

/** A client whose every request is answered like this. */
function answered(answer: () => Response, options = {}): VerifyClient {
  return createVerifyClient({ baseUrl: '/api', fetch: answering(answer).fetch, ...options })
}

const check = (answer: Response, options = {}): Promise<CheckResult | void> =>
  answered(() => answer, options).check({ code: '1234', verifyId: 'v1' })
const cancel = (answer: Response): Promise<unknown> =>
  answered(() => answer).cancel({ verifyId: 'v1' })

/** Developers are told of an answer that proves nothing; not what is looked at here. */
const quiet = () => vi.spyOn(console, 'warn').mockImplementation(() => {})

const redirected = (answer: Response): Response =>
  Object.defineProperty(answer, 'redirected', { value: true })

const empty = (status: number): Response => new Response(null, { status })

test.each([
  ['204', empty(204)],
  ['205', empty(205)],
  ['200 without a body', reply(200)],
  ['200 with white space', reply(200, ' \n')],
  ['201 without a body', reply(201)],
])('takes %s for a right code', async (_what, answer) => {
  await expect(check(answer)).resolves.toBeUndefined()
})

test.each([
  ['success: false', reply(200, { success: false })],
  ['success: true', reply(200, { success: true })],
  ['status: pending', reply(200, { status: 'pending' })],
  ['verified: false', reply(200, { verified: false })],
  ['an error in a success', reply(200, { code: 400, message: 'Wrong code.', errors: null })],
  ['an empty object', reply(200, {})],
  ['null', reply(200, 'null')],
  ['false', reply(200, 'false')],
  ['true', reply(200, 'true')],
  ['OK', reply(200, 'OK')],
  ['a page', reply(200, '<p>Log in</p>')],
  ['201 and a body', reply(201, { id: 7 })],
  ['202', empty(202)],
  ['202 and a body', reply(202, { status: 'queued' })],
  ['203 and a body', reply(203, { ok: true })],
  ['206 and a body', reply(206, '{"ok":true}')],
])('does not take %s for a right code', async (_what, answer) => {
  using _warn = quiet()
  const { status } = answer
  await expect(check(answer)).rejects.toMatchObject({
    kind: 'uncertain',
    name: 'VerifyHttpError',
    operation: 'check',
    status,
  })
})

test('takes only an empty success for a right code, whatever else comes', async () => {
  using _warn = quiet()
  const status = fc.integer({ min: 200, max: 599 })
  const body = fc.oneof(fc.constant(''), fc.string(), fc.json())
  await fc.assert(
    fc.asyncProperty(status, body, async (code, text) => {
      const hasNone = [204, 205, 304].includes(code)
      const isRight = code !== 202 && code < 300 && (hasNone || text.trim() === '')
      const answer = new Response(hasNone ? null : text, { status: code })
      const outcome = await check(answer).catch((error: unknown) => error)
      if (isRight) expect(outcome).toBeUndefined()
      else expect(outcome).toBeInstanceOf(VerifyError)
    }),
  )
})

const proof = 'eyJhbGciOiJFZERTQSJ9.eyJwdXJwb3NlIjoic2lnbi11cCJ9.c2ln_-8'

test('takes a proof that was asked for, with nothing beside it, for a right code', async () => {
  await expect(check(reply(200, { proof }), { proof: true })).resolves.toEqual({ proof })
  await expect(check(empty(204), { proof: true })).resolves.toBeUndefined()
  await expect(check(reply(200), { proof: true })).resolves.toBeUndefined()
})

test.each([
  ['with something beside it', reply(200, { proof, success: false })],
  ['with its name twice', reply(200, `{"proof":"${proof}","__proto__":{}}`)],
  ['in an array', reply(200, [{ proof }])],
  ['within another member', reply(200, { data: { proof } })],
  ['as a text', reply(200, JSON.stringify(proof))],
  ['of no text', reply(200, { proof: true })],
  ['that is empty', reply(200, { proof: '' })],
  ['of two parts', reply(200, { proof: 'e30.e30' })],
  ['of four parts', reply(200, { proof: 'e30.e30.e30.e30' })],
  ['with an empty part', reply(200, { proof: 'e30.e30.' })],
  ['with a line after it', reply(200, { proof: `${proof}\n` })],
  ['with other letters', reply(200, { proof: 'e30.e3+.e30' })],
  ['and 201', reply(201, { proof })],
  ['and 202', reply(202, { proof })],
  ['after a redirect', redirected(reply(200, { proof }))],
  ['in a page', reply(200, `<p>{"proof":"${proof}"}</p>`)],
])('does not take a proof %s for a right code', async (_what, answer) => {
  using _warn = quiet()
  await expect(check(answer, { proof: true })).rejects.toMatchObject({ kind: 'uncertain' })
})

test('does not take a proof that was not asked for for a right code', async () => {
  using _warn = quiet()
  await expect(check(reply(200, { proof }))).rejects.toMatchObject({ kind: 'uncertain' })
  await expect(check(reply(200, { proof }), { proof: false })).rejects.toMatchObject({
    kind: 'uncertain',
  })
})

test('takes nothing else for a right code where proofs are asked for, whatever comes', async () => {
  using _warn = quiet()
  const part = fc.string({ unit: fc.constantFrom('a', '0', '_', '.', '=', ' '), maxLength: 7 })
  const body = fc.oneof(
    fc.record({ proof: part }),
    fc.dictionary(fc.constantFrom('proof', 'ok'), part),
    fc.json(),
  )
  await fc.assert(
    fc.asyncProperty(body, async (given) => {
      const text = typeof given === 'string' ? given : JSON.stringify(given)
      const isRight = text.trim() === '' || /^\{"proof":"\w+\.\w+\.\w+"\}$/.test(text)
      const outcome = await check(reply(200, text), { proof: true }).catch(
        (error: unknown) => error,
      )
      if (isRight) expect(outcome).toEqual(JSON.parse(text))
      else expect(outcome).toBeInstanceOf(VerifyError)
    }),
  )
})

test('finds the proof in what a check of any client resolved with, and in nothing else', () => {
  expect(proofIn({ proof })).toBe(proof)
  const others = [undefined, null, proof, [proof], { proof, status: 200 }, new Response(proof), {}]
  expect(others.map(proofIn)).toEqual(others.map(() => undefined))
})

test('says what a check was answered with, and warns once for each client what is expected', async () => {
  using warn = quiet()
  const client = answered(() => reply(200, { success: false }))
  const request = { code: '1234', verifyId: 'v1' }
  const message = 'The service answered 200 with JSON (uncertain): PUT /api/verify'
  await expect(client.check(request)).rejects.toThrow(message)
  await expect(client.check(request)).rejects.toThrow(message)
  expect(warn.mock.calls).toEqual([
    [
      `[phoneproof] ${message}. ` +
        'That does not mean that the code is right, so nobody was verified. ' +
        'Answer a right code with 204 or an empty 200, and a wrong one with 400. ' +
        'Every answer is in verify-api.md of @phoneproof/client.',
    ],
  ])
  await expect(check(empty(202))).rejects.toThrow(
    'The service answered 202 with no body (uncertain): PUT /api/verify',
  )
})

test('does not warn when a check failed in another way', async () => {
  using warn = quiet()
  await expect(check(reply(400))).rejects.toMatchObject({ kind: 'wrongCode' })
  await expect(check(reply(500))).rejects.toMatchObject({ kind: 'uncertain' })
  expect(warn).not.toHaveBeenCalled()
})

test('lets a given rule read a body that says that the code is wrong', async () => {
  using _warn = quiet()
  const saysNo = ({ body }: { body: unknown }) => JSON.stringify(body) === '{"success":false}'
  const rule: ErrorRule = {
    operation: 'check',
    status: ['unreadable'],
    when: saysNo,
    kind: 'wrongCode',
  }
  const options = { errorRules: [rule] }
  await expect(check(reply(200, { success: false }), options)).rejects.toMatchObject({
    kind: 'wrongCode',
  })
  await expect(check(reply(200, { success: true }), options)).rejects.toMatchObject({
    kind: 'uncertain',
  })
})

test.each([
  ['204', empty(204), false],
  ['200 without a body', reply(200), false],
  ['202', empty(202), true],
  ['202 and a body', reply(202, { code: 202 }), true],
  ['202 and text', reply(202, 'Accepted'), true],
])('takes %s for a cancel that is done, or will be', async (_what, answer, deferred) => {
  await expect(cancel(answer)).resolves.toEqual({ deferred })
})

test.each([
  ['success: false', reply(200, { success: false })],
  ['success: true', reply(200, { success: true })],
  ['a page', reply(200, '<p>Log in</p>')],
  ['201 and a body', reply(201, {})],
])('does not take %s for a cancel that is done', async (_what, answer) => {
  await expect(cancel(answer)).rejects.toMatchObject({ kind: 'uncertain', status: answer.status })
})

test.each(['true', 1, {}, [true], 'yes', null, undefined, false])(
  'takes verified: %j of a backend for a code that nobody has entered',
  async (verified) => {
    const running = { verifyId: 'v1', startedAt: 1000, now: 2000, verified }
    const client = answered(() => reply(200, running), { resume: true })
    await expect(client.resume?.()).resolves.toMatchObject({ isVerified: false })
  },
)

test.each([
  [{ verified: true, proof }, { proof: true }, proof],
  [{ verified: true, proof }, {}, undefined],
  [{ verified: false, proof }, { proof: true }, undefined],
  [{ proof }, { proof: true }, undefined],
  [{ verified: true, proof: 'yes' }, { proof: true }, undefined],
  [{ verified: true }, { proof: true }, undefined],
])('finds the proof of a verified number in %j with %j', async (members, options, found) => {
  const running = { verifyId: 'v1', startedAt: 1000, now: 2000, ...members }
  const client = answered(() => reply(200, running), { resume: true, ...options })
  await expect(client.resume?.()).resolves.toHaveProperty('proof', found)
})
