import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { answering, reply } from '../../../test/support/answering.ts'
import { createVerifyClient, VerifyError, type ErrorRule, type VerifyClient } from './index.ts'

/** A client whose every request is answered like this. */
function answered(answer: () => Response, options = {}): VerifyClient {
  return createVerifyClient({ baseUrl: '/api', fetch: answering(answer).fetch, ...options })
}

const check = (answer: Response, options = {}): Promise<void> =>
  answered(() => answer, options).check({ code: '1234', verifyId: 'v1' })
const cancel = (answer: Response): Promise<unknown> =>
  answered(() => answer).cancel({ verifyId: 'v1' })

/** Developers are told of an answer that proves nothing; not what is looked at here. */
const quiet = () => vi.spyOn(console, 'warn').mockImplementation(() => {})

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
