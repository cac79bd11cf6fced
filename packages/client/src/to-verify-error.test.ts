import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultErrorRules, toVerifyError, VerifyArgumentError, VerifyHttpError } from './index.ts'

test('leaves an error of the client as it is', () => {
  const error = new VerifyHttpError('No.', { kind: 'active', operation: 'start', status: 409 })
  expect(toVerifyError(error, 'check')).toBe(error)
})

test.each([
  ['a status', { status: 409 }, { kind: 'active', status: 409 }],
  ['a response', Object.assign(new Error('No.'), { status: 429 }), { kind: 'rateLimited' }],
  [
    'what TextMagic’s own client throws',
    { status: 400, response: { body: { errors: { fields: { phone: ['Not valid.'] } } } } },
    { kind: 'invalidPhone', fields: { phone: ['Not valid.'] } },
  ],
  [
    'what axios throws',
    { response: { status: 400, data: { errors: { fields: { phone: ['Not valid.'] } } } } },
    { kind: 'invalidPhone', status: 400 },
  ],
  ['a parsed body', { status: 400, body: { attemptsLeft: 0 } }, { attemptsLeft: 0 }],
  ['a time to come back', { status: 429, retryAt: 5000 }, { retryAt: 5000 }],
  ['no answer', new TypeError('Failed to fetch'), { kind: 'uncertain', status: undefined }],
  ['nothing', undefined, { kind: 'uncertain' }],
  ['a status that is no number', { status: 'bad' }, { kind: 'uncertain', status: undefined }],
])('reads %s, and keeps it as the cause', (_what, thrown, error) => {
  expect(toVerifyError(thrown, 'start')).toMatchObject({ ...error, cause: thrown })
})

test('reads by the operation, and by given rules first', () => {
  expect(toVerifyError({ status: 404 }, 'check').kind).toBe('notActive')
  expect(toVerifyError({ status: 423 }, 'check').kind).toBe('locked')
  expect(toVerifyError({ status: 429, code: 'attempts' }, 'check').kind).toBe('locked')
  const rules = [{ operation: 'check', status: [404], kind: 'unavailable' }] as const
  expect(toVerifyError({ status: 404 }, 'check', rules).kind).toBe('unavailable')
})

test('reads seconds to wait when it is given the time', () => {
  const thrown = { status: 429, retryAfter: 12 }
  expect(toVerifyError(thrown, 'start', [], 1000).retryAt).toBe(13_000)
  expect(toVerifyError({ ...thrown, retryAt: 5000 }, 'start', [], 1000).retryAt).toBe(5000)
  expect(toVerifyError(thrown, 'start').retryAt).toBeUndefined()
})

test('an argument that was never sent is unavailable, not uncertain', () => {
  const thrown = new VerifyArgumentError('start', 'brand', 'must be shorter', '"x"')
  const { kind, cause, message } = toVerifyError(thrown, 'start')
  expect({ kind, cause }).toEqual({ kind: 'unavailable', cause: thrown })
  expect(message).toBe(thrown.message)
})

test('gives anything that can be thrown one of the documented kinds', () => {
  const kinds = new Set(defaultErrorRules.map((rule) => rule.kind))
  const operation = fc.constantFrom('start', 'check', 'cancel', 'resume')
  const shaped = fc.record({
    status: fc.oneof(fc.integer(), fc.anything()),
    response: fc.anything(),
  })
  fc.assert(
    fc.property(fc.oneof(fc.anything(), shaped), operation, (thrown, call) => {
      expect(kinds).toContain(toVerifyError(thrown, call).kind)
    }),
  )
})
