import { textMagic } from '@phoneproof/client'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readStartBody } from './start-body.ts'

const good = { phone: '447400123456', brand: 'Acme', codeLength: 6 }
const members = ['phone', 'brand', 'codeLength', 'language', 'senderId', 'country', 'workflowId']

/** What a careless or hostile caller may send in a member. */
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '\uD800',
    '１２３４５６７',
    '٤٤٧٤٠٠١٢٣٤٥٦',
  ),
  fc.constantFrom(...Object.values(good), 'GB', 'de-de', '3', 1e21, -1, 447_400_123_456),
)

it('accepts or refuses any body by member, and never fails', () => {
  const bodies = fc.dictionary(fc.constantFrom(...members, 'other'), anything)
  fc.assert(
    fc.property(bodies, (body) => {
      const result = readStartBody({ ...good, ...body }, textMagic)
      if ('fields' in result) {
        const fields = Object.entries(result.fields)
        expect(fields).not.toEqual([])
        for (const [member, messages] of fields) {
          expect(members).toContain(member)
          expect(messages).toHaveLength(1)
        }
      } else {
        expect(result.phone).toMatch(/^\+[1-9]\d{6,14}$/)
        expect(result.brand).toMatch(/^[\p{L}\p{N} ]{1,18}$/u)
        expect([4, 6]).toContain(result.codeLength)
      }
    }),
    { numRuns: 2_000 },
  )
})

it.each([
  [{ phone: '07400 123456', country: 'GB' }, '+447400123456'],
  [{ phone: '0151 23456789', country: 'DE' }, '+4915123456789'],
  [{ phone: '(201) 555-0199', country: 'US' }, '+12015550199'],
  // Two readings: a number of Kazakhstan, or a British one without its zero. The country decides.
  [{ phone: '7400123456', country: 'GB' }, '+447400123456'],
  [{ phone: '+7400123456', country: 'GB' }, '+7400123456'],
  [{ phone: 447_400_123_456 }, '+447400123456'],
])('reads %j as %s', (body, phone) => {
  expect(readStartBody({ ...good, ...body }, textMagic)).toMatchObject({ phone })
})

it('keeps a sender as it is, and leaves out one that is no text', () => {
  expect(readStartBody({ ...good, senderId: '+44 ?' }, textMagic)).toMatchObject({
    senderId: '+44 ?',
  })
  expect(readStartBody({ ...good, senderId: 5 }, textMagic)).toMatchObject({ senderId: undefined })
})
