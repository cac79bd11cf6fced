import type { CountryCode } from 'libphonenumber-js/core'
import max from 'libphonenumber-js/max/metadata'
import { expect, test } from 'vitest'
import { liteMetadata } from './lite-metadata.ts'
import { parseDigits } from './read-number.ts'
import { resolveBulk } from './resolve-bulk.ts'

const gb = '+447400123456'

const cases: [behaviour: string, country: CountryCode | undefined, text: string, e164: string][] = [
  ['the plus of another country', 'US', '+447400123456', gb],
  ['00 from Germany', 'DE', '0044 7400 123456', gb],
  ['011 from the United States', 'US', '011 44 7400 123456', gb],
  ['0011 from Australia', 'AU', '0011 44 7400 123456', gb],
  ['010 from Japan', 'JP', '010 44 7400 123456', gb],
  ['8~10 from Russia', 'RU', '8~10 44 7400 123456', gb],
  ['00 where it is not the prefix', 'US', '0044 7400 123456', gb],
  ['00 before a short number', 'US', '00298211234', '+298211234'],
  ['a bracketed trunk prefix', 'US', '+44 (0)7400 123456', gb],
  ['and spaced out', 'US', '+33 (0) 6 12 34 56 78', '+33612345678'],
  ['a Russian 8', 'US', '+7 8 800 555 35 35', '+78005553535'],
  ['a Hungarian 06', 'US', '+36 06 20 123 4567', '+36201234567'],
  ['full-width digits', 'US', '＋４４ ７４００ １２３４５６', gb],
  ['Arabic-Indic digits', 'AE', '٠٥٠ ١٢٣ ٤٥٦٧', '+971501234567'],
  ['no-break and thin spaces', 'GB', '07400\u00A0123\u2009456', gb],
  ['no-break hyphens and dashes', 'US', '213\u2011373\u20134253', '+12133734253'],
  ['direction marks', 'US', '\u202A+44 7400 123456\u202C', gb],
  ['a tel: address', 'US', 'tel:+1-213-373-4253', '+12133734253'],
  ['a tel: address in a context', 'US', 'tel:7860021130;phone-context=+44', '+447860021130'],
  ['words around it', 'US', 'Phone: +49 30 901820 (office)', '+4930901820'],
  ['a sentence', 'GB', 'Call me on 07400 123456 before 5', gb],
  ['the first of two', 'GB', '07400 123456, 07400 654321', gb],
  ['letters of a keypad', 'US', '1-800-FLOWERS', '+18003569377'],
  ['no plus and no country', undefined, '447400123456', gb],
  ['the calling code without its plus', 'GB', '447400123456', gb],
  ['two pluses', 'US', '++44 7400 123456', gb],
  ['a plus in the middle', 'US', '+44+7400 123456', gb],
  ['a number behind a prefilled code', 'US', '+1 +44 7400 123456', gb],
]

test.each(cases)(
  'takes %s (%s: %s) (PHONE-4, PHONE-5, PHONE-6, PHONE-8, PHONE-9, PHONE-10, PHONE-11)',
  (_, base, text, e164) => {
    for (const plans of [max, liteMetadata()]) {
      const place = { plans, base, shown: base, isAutofill: false }
      const { digits = '' } = resolveBulk(text, place)
      expect(parseDigits(digits, base, plans)?.number).toBe(e164)
    }
  },
)

const place = { plans: max, base: 'US', shown: 'US', isAutofill: false } as const

test.each([
  '+1 (213) 373-4253 ext. 123',
  '(213) 373-4253 x123',
  '213 373 4253;ext=123',
  '213-373-4253 #123',
])('keeps an extension out of the number: %s (PHONE-7)', (text) => {
  const { digits = '', ext } = resolveBulk(text, place)
  expect(parseDigits(digits, 'US', max)?.number).toBe('+12133734253')
  expect(ext).toBe('123')
})

test.each([
  '07400 12345O',
  '07400 12345O6',
  'O7400 123456',
  '1800 FLOWER',
  'hello',
  '0800 REVERSE',
])(
  'leaves the field as it was for %s: without its letters it is another number (PHONE-10)',
  (text) => {
    const gbPlace = { ...place, base: 'GB', shown: 'GB' } as const
    expect(resolveBulk(text, gbPlace)).toEqual({
      digits: undefined,
      hasLetters: true,
      isNumber: false,
    })
  },
)

test('keeps national digits that no country explains (PHONE-11)', () => {
  const nowhere = { ...place, base: undefined, shown: undefined }
  expect(resolveBulk('07400 123456', nowhere)).toEqual({ digits: '07400123456', isNumber: false })
})

test.each(['GB', 'DE', 'FR', 'AT'] as const)(
  'reads what Chromium fills in for the United States and Canada, in %s (PHONE-15)',
  (base) => {
    const filled = { ...place, base, shown: base, isAutofill: true }
    expect(resolveBulk('12133734253', filled).digits).toBe('+12133734253')
    expect(resolveBulk('14169671111', filled).digits).toBe('+14169671111')
  },
)

test('keeps every digit of a text that is too long (PHONE-1)', () => {
  expect(resolveBulk('213 373 4253 99999', place)).toEqual({
    digits: '213373425399999',
    isNumber: false,
  })
})

test('reads national digits in the country on show, and says its code then', () => {
  const shown = { ...place, shown: 'GB' } as const
  expect(resolveBulk('07400 123456', shown).digits).toBe('+447400123456')
})

test.each([
  ['Call me on 07400 123456 before 5pm', gb],
  ['1st: 07400 123456', gb],
  ['2nd floor, +44 7400 123456', gb],
])('takes the number of %s, whose other letters cling to other digits (PHONE-9)', (text, e164) => {
  const { digits = '' } = resolveBulk(text, { ...place, base: 'GB', shown: 'GB' })
  expect(parseDigits(digits, 'GB', max)?.number).toBe(e164)
})

test('a text that begins like an extension is none (PHONE-7)', () => {
  expect(resolveBulk('#5551234', place)).toEqual({ digits: '5551234', isNumber: false })
  expect(resolveBulk('x1234567', place)).toMatchObject({ digits: undefined, hasLetters: true })
  expect(resolveBulk('ext. 12', place)).toMatchObject({ digits: undefined, hasLetters: true })
})
