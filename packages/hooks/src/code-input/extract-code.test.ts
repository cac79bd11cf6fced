import { createVerifyClient, textMagic } from '@phoneproof/client'
import { createTestSimulator } from '@phoneproof/simulator/testing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalizeDigits } from '../lib/normalize-digits.ts'
import { clampCode, extractCode } from './extract-code.ts'

const six = { length: 6 }
const sixMixed = { length: 6, alphanumeric: true }

test.each([
  ['482913', '482913'],
  ['\uff14\uff18\uff12', '482'],
  ['\u0664\u0668\u0662', '482'],
  ['\u06f4\u06f8\u06f2', '482'],
  ['\u096a\u0e58\u{1e142}', '482'],
  ['4\u200b8\u200e2\ufeff', '482'],
  ['\u2463', '4'],
])('reads %j as %s (CODE-11)', (text, digits) => {
  expect(normalizeDigits(text)).toBe(digits)
})

test.each([
  ['482913', '482913'],
  ['  482913\n', '482913'],
  ['482 913', '482913'],
  ['482-913', '482913'],
  ['48.29.13', '482913'],
  ['48\u201329\u201313', '482913'],
  ['4 8 2 9 1 3', '482913'],
  ['G-482913 is your code', '482913'],
  ['Your code is 482913.', '482913'],
  ['Your code is 482 913.', '482913'],
  ['Your Studio54 PIN is 482913', '482913'],
  ['Your Studio54 PIN is 482-913', '482913'],
  ['Use 2FA code 482913', '482913'],
  ['Code 482913, or call 0800 123 4567', '482913'],
  ['Your code 482 913 5 min', '482913'],
  ['5 482 913', '482913'],
  ['Code 482 913 or call 0800 123456', '482913'],
  ['482  913', '482913'],
  ['(482) 913', '482913'],
  ['Your code is 482913. @example.com #482913', '482913'],
  ['\u0631\u0645\u0632\u0643 \u0664\u0668\u0662\u0669\u0661\u0663', '482913'],
  ['@example.com #482913 %embedded.example', '482913'],
])('finds the code in %j (CODE-11)', (text, code) => {
  expect(extractCode(text, six)).toBe(code)
})

// Words that touch the code: scripts without spaces, and particles of those that have some.
test.each([
  '验证码482913，请勿泄露。',
  '验证码482 913请勿泄露',
  '【Acme】您的验证码是482913，5分钟内有效。',
  '【Studio54】驗證碼為４８２９１３請在300秒內輸入',
  'ㄅㄆ482913ㄇ',
  '認証コードは482913です。',
  'コード482913コード',
  '[Acme] 인증번호482913을 입력하세요.',
  'รหัส482913ของคุณ',
  'รหัส๔๘๒๙๑๓ของ',
  'ລະຫັດ482913ຂອງ',
  'កូដ482913របស់',
  'ကုဒ်482913ဖြစ်',
  'གསང482913རེད',
  'הקוד ל482913',
  'الرمزب482913و',
  'ओटीपी482913है',
  'Код №482913',
  'Código nº482913',
])('finds the code that touches other words in %s (CODE-11)', (text) => {
  expect(extractCode(text, six)).toBe('482913')
})

test.each([
  'AB482913',
  'ref482913z',
  '482913th',
  'Α482913',
  '482913β',
  'А482913',
  '482913я',
  '订单A482913',
  '订单AB48291377',
])(
  'does not take a number for a code that is part of a name or reference: %s (CODE-11)',
  (text) => {
    expect(extractCode(text, six)).toBe('')
  },
)

test.each(textMagic.languages)(
  'finds the code in every text and call of the service in %s (CODE-11)',
  async (language) => {
    const simulator = createTestSimulator()
    const { clock, fetch, handset } = simulator
    const client = createVerifyClient({ baseUrl: 'https://api.test', clock, fetch })
    for (const codeLength of textMagic.codeLengths) {
      for (const [index, brand] of ['Acme', 'Studio54', '微信', '카카오'].entries()) {
        const phone = `+44740012${codeLength}10${index}`
        await client.start({ phone, brand, codeLength, language })
        const code = simulator.lastCode(phone)
        await clock.advance(textMagic.codeValidForMs - 1)
        const texts = handset.getSnapshot().filter((message) => message.phone === phone)
        expect(texts.map(({ channel }) => channel)).toEqual(['sms', 'voice', 'voice'])
        for (const { text } of texts) {
          expect(extractCode(text, { length: codeLength }), text).toBe(code)
        }
      }
    }
  },
)

test.each([
  ['48', '48'],
  ['4829135', '482913'],
  ['1a2b3c', '123'],
  ['', ''],
  ['no digits here', ''],
])('takes what it can of %j (CODE-11)', (text, part) => {
  expect(extractCode(text, six)).toBe(part)
})

test.each([
  'Use 2FA code 48291',
  'Call 0800 123 4567 now',
  'Call 0800 123 456 now',
  '+1 800 555 0199',
  '06 12 34 56 78',
  '0800 123 4567',
  'ab12345678',
])('does not guess a whole code out of %j (CODE-11)', (text) => {
  expect(extractCode(text, six)).toBe('')
})

test.each(['482913 and then 771204', '482 913, not 771 204'])(
  'takes nothing of %j, where several codes are as good (CODE-11)',
  (text) => {
    expect(extractCode(text, six)).toBe('')
  },
)

test.each([
  ['Code: AB12CD', 'AB12CD'],
  ['Please enter AB12CD', 'AB12CD'],
  ['AB1-2CD', 'AB12CD'],
  ['AB1 2CD', 'AB12CD'],
  ['Code: AB1 2CD', 'AB12CD'],
  ['ABCDEF', 'ABCDEF'],
  ['AB-CD-EF', 'ABCDEF'],
  ['ABC DEF', 'ABCDEF'],
  ['Your code is AB1 2CD', 'AB12CD'],
  ['Your code AB1 2CD 5 min', 'AB12CD'],
  ['Please enter the code', ''],
  ['Hello, my dear', ''],
  ['Use the B2B app', ''],
  ['验证码AB12CD，请勿泄露。', 'AB12CD'],
  ['認証コードはAB1-2CDです', 'AB12CD'],
  ['인증번호 AB12CD입니다', 'AB12CD'],
  ['БAB12CD', ''],
  ['您的Google验证码', ''],
  ['您的Acme验证码是48', ''],
])('finds the alphanumeric code in %j (CODE-11)', (text, code) => {
  expect(extractCode(text, sixMixed)).toBe(code)
})

test('finds codes of other lengths (CODE-11)', () => {
  expect(extractCode('Your PIN: 4829. Valid 5 min', { length: 4 })).toBe('4829')
})

test('clamping is idempotent, and never leaves the alphabet or the length (CODE-1)', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, alphanumeric) => {
      const rules = { length: 6, alphanumeric }
      const clamped = clampCode(text, rules)
      expect(clamped).toMatch(alphanumeric ? /^[A-Za-z0-9]{0,6}$/ : /^[0-9]{0,6}$/)
      expect(clampCode(clamped, rules)).toBe(clamped)
    }),
  )
})

test('extracting never invents: the code is in the text, in order (CODE-11)', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 10 }), (text, length) => {
      const code = extractCode(text, { length })
      let from = 0
      const digits = normalizeDigits(text)
      for (const digit of code) {
        from = digits.indexOf(digit, from) + 1
        expect(from).toBeGreaterThan(0)
      }
      expect(code.length).toBeLessThanOrEqual(length)
    }),
  )
})

test('finds a code in any prose that holds no other digits (CODE-11, E-19)', () => {
  const prose = fc.string({ unit: fc.constantFrom('a', 'b', 'Z', ' ', '.', ',', ':', '\n') })
  const code = fc.stringMatching(/^[0-9]{6}$/)
  fc.assert(
    fc.property(prose, code, prose, (before, digits, after) => {
      expect(extractCode(`${before} ${digits} ${after}`, six)).toBe(digits)
    }),
  )
})
