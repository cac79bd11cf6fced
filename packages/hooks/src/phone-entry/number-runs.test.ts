import fc from 'fast-check'
import {
  getCountries,
  getCountryCallingCode,
  getExampleNumber,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/core'
import max from 'libphonenumber-js/max/metadata'
import examples from 'libphonenumber-js/mobile/examples'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { initialPhoneState, phoneTransition, phoneView } from './phone-entry.state.ts'

// What stands around a number in the texts that people paste. A digit of it within the number would
// make another one, and a wrong number that is *ok* is the worst there is.

// The library throws at each text that is no number, and finding out from where takes a sixth of the time.
const { stackTraceLimit } = Error
beforeAll(() => {
  Error.stackTraceLimit = 0
})
afterAll(() => {
  Error.stackTraceLimit = stackTraceLimit
})

function pasted(text: string, country: CountryCode | undefined) {
  const rules = {
    metadata: { plans: max, isFull: true },
    fallback: country,
    countries: undefined,
    strictness: 'valid',
    numberType: 'any',
  } as const
  const event = { type: 'INSERT', text, from: 0, caret: text.length, isAutofill: false } as const
  const state = phoneTransition(initialPhoneState, event, rules)
  const { status, value, text: shown } = phoneView(state, rules)
  return { number: status === 'ok' ? value : undefined, ext: state.ext, shown, status }
}

/** A mobile number of each country, and how it is written there. */
const numbers = getCountries(max).flatMap((country) => {
  const number = getExampleNumber(country, examples, max)
  return number ? [{ country, e164: number.number, number }] : []
})

test('there is a number of every country', () => {
  expect(numbers.length).toBeGreaterThan(240)
})

/** What comes out of a text of each country: that number, or none. Returns those that are wrong. */
const wrongOf = (
  write: (each: (typeof numbers)[number]) => string,
  isRight = (given: string | undefined, e164: string) => given === undefined || given === e164,
): string[] =>
  numbers.flatMap((each) => {
    const { country, e164 } = each
    const { number } = pasted(write(each), country)
    return isRight(number, e164) ? [] : [`${country} ${write(each)} gives ${number}`]
  })

const isThat = (given: string | undefined, e164: string) => given === e164

test.each([
  ['CN', '电话：+8613912345678，谢谢', '+8613912345678'],
  ['CN', '手机13912345678联系我', '+8613912345678'],
  ['JP', '電話は090-1234-5678です', '+819012345678'],
  ['JP', 'お電話は０９０−１２３４−５６７８まで', '+819012345678'],
  ['TW', '請撥打0912345678謝謝', '+886912345678'],
  ['KR', '번호는010-1234-5678입니다', '+821012345678'],
  ['TH', 'โทร0812345678ครับ', '+66812345678'],
  ['LA', 'ໂທ02023123456ໄດ້', '+8562023123456'],
  ['KH', 'ទូរស័ព្ទ091234567បាន', '+85591234567'],
  ['MM', 'ဖုန်း092123456ပါ', '+9592123456'],
  ['IL', 'הטלפון שלי הוא 050-234-5678.', '+972502345678'],
  ['EG', 'رقمي01001234567شكرا', '+201001234567'],
] as const)('reads a number in a text of %s: %s', (country, text, e164) => {
  expect(pasted(text, country).number).toBe(e164)
})

test.each([
  ['CN', '138a12345678'],
  ['GB', '07400 12345O'],
  ['RU', '8916123456О7'],
  ['GR', '691234567Ο'],
] as const)(
  'a letter of an alphabet like ours makes no number of its digits, in %s: %s',
  (country, text) => {
    expect(pasted(text, country).number).toBeUndefined()
  },
)

const between = {
  'a line': '\n',
  'a line of Windows': '\r\n',
  'an empty line': '\n\n',
  'a cell': '\t',
  'a space': ' ',
  'a comma': ', ',
  'a comma alone': ',',
  'a semicolon': ';',
  'a slash': '/',
  'a spaced slash': ' / ',
  'a bar': ' | ',
  'a dot': ' · ',
  'a bullet': ' • ',
  'a dash': ' – ',
  or: ' or ',
  und: ' und ',
  'an ampersand': ' & ',
  'a bracket': ' (',
  'a mark of a line': '\u2028',
  'an ideographic comma': '、',
  'an extension': ' ext. 12\n',
  'a label': ' (mobile), Office: ',
}

test.each(Object.entries(between))(
  'takes the first of two numbers with %s between them, in every country',
  (_, separator) => {
    const other = '+442079460958'
    expect(wrongOf(({ e164 }) => e164 + separator + other, isThat)).toEqual([])
    const twice = wrongOf(({ number }) => {
      const national = number.formatNational()
      return national + separator + national.replace(/\d$/, (digit) => `${9 - Number(digit)}`)
    })
    expect(twice).toEqual([])
  },
)

test.each([
  ['GB', '+44 7400 123456\n+44 7400 123457', '+447400123456'],
  ['DE', 'Büro\t030 901820\nMobil\t0171 1234567', '+4930901820'],
  ['US', '213-373-4253,213-373-4254', '+12133734253'],
  ['US', 'Order 123456, call 213 373 4253', '+12133734253'],
  ['DE', '30159 Hannover, 0511 123456', '+49511123456'],
  ['DE', '030 901820/21', '+4930901820'],
  ['DE', '030/901820', '+4930901820'],
  ['DE', '030 901820 (2)', '+4930901820'],
  ['DE', 'tel:+49%2030%20901820', '+4930901820'],
  ['DE', '<a href="tel:+4930901820">030&nbsp;901820</a>', '+4930901820'],
  ['DE', 'https://wa.me/4930901820', '+4930901820'],
  ['DE', 'Rückruf unter 030 901820 5 Minuten später', '+4930901820'],
  [
    'DE',
    'BEGIN:VCARD\r\nVERSION:3.0\r\nADR:;;Weg 5;Berlin;;10117;DE\r\nTEL;TYPE=CELL:+49 171 1234567\r\n' +
      'TEL;TYPE=HOME:+49 30 901820\r\nREV:20240115T103000Z\r\nEND:VCARD',
    '+491711234567',
  ],
] as const)('in %s, %j gives its first number', (country, text, e164) => {
  expect(pasted(text, country).number).toBe(e164)
})

test('keeps the extension of the first of two numbers (PHONE-7)', () => {
  expect(pasted('+44 7400 123456 ext. 12\n+44 7400 123457', 'GB')).toMatchObject({
    number: '+447400123456',
    ext: '12',
  })
})

const markers = [
  ['1) ', '2) ', '2)', '12) ', '02) ', '(3) ', '(12) ', '[4] ', '[4]', '5] '],
  ['1. ', '9. ', '10. ', '6.', '7: ', '8 - ', '3 – ', '2/ ', '4> ', '5, ', '6;', '7\t', '8|'],
  ['#1 ', '# 2 ', '№3 ', '№ 4 ', 'Nr. 5 ', 'No 6: ', '7 ', '10 ', '1\n', 'a) ', 'b. ', 'A: '],
  ['• ', '* ', '- ', '– ', '· ', '→ ', '☎ ', '📞', '①', '② ', '⑶ ', '⒋ ', '5️⃣ ', '¹ ', '½ '],
  ['- [ ] ', '- [x] ', '> ', '§ 5 ', 'iv) ', '1.2) '],
].flat()

test.each(markers)(
  'no digit of the list marker %j gets into a number of any country (PHONE-9)',
  (marker) => {
    expect(wrongOf(({ e164 }) => marker + e164, isThat)).toEqual([])
    expect(wrongOf(({ number }) => marker + number.formatNational())).toEqual([])
  },
)

test.each(['2) ', '(2) ', '2. ', '2 ', '#2 ', '• ', 'a) ', '② ', '- '])(
  'leaves the list marker %j, and takes what is behind it',
  (marker) => {
    expect(pasted(`${marker}030 901820`, 'DE').number).toBe('+4930901820')
    expect(pasted(`${marker}(213) 373-4253`, 'US').number).toBe('+12133734253')
    expect(pasted(`${marker}06 12 34 56 78`, 'FR').number).toBe('+33612345678')
    expect(pasted(`${marker}8 (916) 123-45-67`, 'RU').number).toBe('+79161234567')
    expect(pasted(`${marker}612 34 56 78`, 'ES').number).toBe('+34612345678')
  },
)

const beside = [
  ['10:30 ', '10:30, ', '15.01.2024 ', '5.1.24 ', '2024-01-15 ', '20€ ', '20 € ', '5% ', '10117 '],
  ['v2.1 ', 'bob5@example.org '],
].flat()

test.each(beside)('no digit of %j before a number gets into it (PHONE-9)', (text) => {
  expect(wrongOf(({ number }) => text + number.formatInternational())).toEqual([])
  expect(pasted(`${text}030 901820`, 'DE').number).toSatisfy(isRightInBerlin)
})

test.each([' 10:30', ' 20€', ' 20 €', ' 5 min', ' 5%', ' (2)', ' [2]', ', 5', '\n5', '/21', ' x2'])(
  'no digit of %j behind a number gets into it',
  (text) => {
    expect(wrongOf(({ number }) => number.formatInternational() + text)).toEqual([])
    expect(pasted(`030 901820${text}`, 'DE').number).toSatisfy(isRightInBerlin)
  },
)

const isRightInBerlin = (number: string | undefined) =>
  number === undefined || number === '+4930901820'

test.each([
  ['DE', '(30) 2345678', '+49302345678'],
  ['BR', '(11) 98765-4321', '+5511987654321'],
  ['AU', '(2) 9374 4000', '+61293744000'],
  ['US', '1 (213) 373-4253', '+12133734253'],
  ['US', '44 20 7946 0958', '+442079460958'],
  ['FR', '01.02.03.04.05', '+33102030405'],
  ['HU', '06 20 123 4567', '+36201234567'],
  ['DE', '0049 (0)30 901820', '+4930901820'],
  ['DE', '49 030 901820', '+4930901820'],
] as const)('in %s, the first digits of %s belong to the number', (country, text, e164) => {
  expect(pasted(text, country).number).toBe(e164)
})

test.each(['00', '011'])(
  '%s before the code of its own country, in every country (PHONE-5)',
  (prefix) => {
    const dialled = ({ e164 }: { e164: string }) => e164.replace('+', prefix)
    expect(wrongOf(dialled, isThat)).toEqual([])
    expect(wrongOf((each) => dialled(each).replace(/(\d{3})/g, '$1 '), isThat)).toEqual([])
  },
)

test.each(['00', '011'])(
  '%s before the code of another country, in every country (PHONE-5)',
  (prefix) => {
    const given = numbers.map(({ country }) => pasted(`${prefix} 44 7400 123456`, country).number)
    expect(given.filter((each) => each !== undefined && each !== '+447400123456')).toEqual([])
    // In some countries national numbers begin with 011.
    const taken = given.filter((each) => each !== undefined).length
    expect(taken).toBeGreaterThanOrEqual(prefix === '00' ? numbers.length : numbers.length - 20)
  },
)

test.each([
  ['AR', '01115234567895'],
  ['ZA', '01127821234567'],
  ['GB', '01144740012345'],
] as const)(
  'a digit too many makes no foreign number of one of %s that begins with 011',
  (country, digits) => {
    const { number } = pasted(digits, country)
    expect(number === undefined || number.startsWith(code(country))).toBe(true)
  },
)

const code = (country: CountryCode) => `+${getCountryCallingCode(country, max)}`

const ways: ((number: PhoneNumber) => string)[] = [
  (number) => number.formatNational(),
  (number) => number.formatInternational(),
  (number) => number.number,
  (number) => number.formatNational().replace(/[ -]/g, '.'),
  (number) => number.formatNational().replace(/\D/g, ''),
  (number) => number.formatInternational().replace('+', '00 '),
]

test('no digit before a number gets into it, in any country, however both are written (PHONE-9)', () => {
  const before = [
    ...markers,
    ...beside,
    '2024\n',
    '12345\n',
    '3x ',
    '€5 ',
    'Tel. 1: ',
    '1a ',
    '01 ',
    '0 ',
  ]
  fc.assert(
    fc.property(
      fc.constantFrom(...before),
      fc.constantFrom(...numbers),
      fc.constantFrom(...ways),
      (text, { country, e164, number }, write) => {
        // `0` before a number of Italy is its area code, and Ascension has numbers of five digits.
        fc.pre(!/^(?:IT|VA|AC|NF|SO)$/.test(country))
        // Nothing tells a date of so few digits from the beginning of a number of Luxembourg.
        fc.pre(text !== '5.1.24 ')
        const given = pasted(text + write(number), country).number
        expect(given === undefined || given === e164).toBe(true)
      },
    ),
    { numRuns: 3000 },
  )
})

test('a foreign habit of dialling home counts for typed digits as well (PHONE-31)', () => {
  const typed = (digits: string, country: CountryCode) => {
    const rules = {
      metadata: { plans: max, isFull: true },
      fallback: country,
      countries: undefined,
      strictness: 'valid',
      numberType: 'any',
    } as const
    const event = { type: 'EDIT', text: digits, caret: digits.length } as const
    const {
      status,
      value,
      country: shown,
    } = phoneView(phoneTransition(initialPhoneState, event, rules), rules)
    return status === 'ok' ? [value, shown] : status
  }
  expect(typed('0012133734253', 'US')).toEqual(['+12133734253', 'US'])
  expect(typed('0114930901820', 'DE')).toEqual(['+4930901820', 'DE'])
  expect(typed('00447400123456', 'US')).toEqual(['+447400123456', 'GB'])
  const wrong = numbers.flatMap(({ country, e164 }) =>
    ['00', '011'].flatMap((prefix) => {
      const given = typed(e164.replace('+', prefix), country)
      return given[0] === e164 ? [] : [`${country} ${prefix} ${e164} ${String(given)}`]
    }),
  )
  expect(wrong).toEqual([])
})
