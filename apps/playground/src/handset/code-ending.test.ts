import type { SimulatedVerification } from '@phoneproof/simulator'
import { expect, test } from 'vitest'
import { codeEnding } from './code-ending.ts'

const phone = '+447400123456'
const verification = (
  verifyId: string,
  state: SimulatedVerification['state'],
  of = phone,
): SimulatedVerification => ({
  verifyId,
  phone: of,
  state,
  brand: 'Tidewater',
  code: '245817',
  codeLength: 6,
  language: 'en-gb',
  senderId: undefined,
  workflowId: 1,
  startedAt: 0,
  endedAt: undefined,
  checks: 0,
  delivered: 1,
})
const message = { verifyId: 'a', phone }

test('says nothing of a code that can be used', () => {
  expect(codeEnding(message, [verification('a', 'pending')])).toBeUndefined()
})

test.each([
  ['completed', 'Used'],
  ['expired', 'Expired'],
  ['locked', 'Too many wrong codes'],
  ['cancelled', 'Cancelled'],
] as const)('says of a %s verification: %s', (state, word) => {
  expect(codeEnding(message, [verification('a', state)])).toBe(word)
})

test('calls a code replaced once its number has a newer one, and no other number’s', () => {
  const old = verification('a', 'cancelled')
  expect(codeEnding(message, [old, verification('b', 'pending')])).toBe('Replaced')
  expect(codeEnding(message, [old, verification('b', 'pending', '+447400654321')])).toBe(
    'Cancelled',
  )
})

test('takes a code that the service has forgotten for expired', () => {
  expect(codeEnding(message, [])).toBe('Expired')
})
