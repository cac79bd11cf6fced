import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkCancel, checkCheck, checkStart } from './argument-checks.ts'
import { toStartBody, toVerifyId } from './arguments.ts'
import { textMagic, VerifyArgumentError, type CheckBody, type StartRequest } from './index.ts'

const request: StartRequest = { phone: '+447860021130', brand: 'Acme', codeLength: 4 }

/** As plain JavaScript may call it. */
const startWith = (changes: object) => () => bodyOf({ ...request, ...changes })

function bodyOf(start: StartRequest) {
  checkStart(start, textMagic)
  return toStartBody(start)
}

test.each([
  ['+447860021130', undefined, '447860021130', undefined],
  ['447860021130', undefined, '447860021130', undefined],
  [' +44 (7860) 021-130 ', undefined, '447860021130', undefined],
  ['+33 1.23.45.67.89', undefined, '33123456789', undefined],
  ['07860 021130', 'GB', '07860021130', 'GB'],
  ['2025550123', 'us', '2025550123', 'US'],
  ['+447860021130', 'GB', '447860021130', undefined],
])('sends %s with country %s as %s with %s', (phone, country, sent, sentCountry) => {
  const body = bodyOf({ ...request, phone, country })
  expect(body.phone).toBe(sent)
  expect(body.country).toBe(sentCountry)
})

test.each([
  ['07860021130', 'a local number without country'],
  ['+0786002113', 'a plus before a zero'],
  ['+44', 'too short'],
  ['+4478600211301234', 'too long'],
  ['44786002113O', 'a letter'],
  ['', 'nothing'],
])('refuses the phone "%s": %s', (phone) => {
  expect(startWith({ phone })).toThrow(VerifyArgumentError)
})

test('refuses a plus before a local number, even with a country', () => {
  expect(startWith({ phone: '+07860021130', country: 'GB' })).toThrow(VerifyArgumentError)
})

test('names argument, value and rule, in the grammar of the kit', () => {
  expect(startWith({ codeLength: 5 })).toThrow(
    '[phoneproof] start() was called with codeLength: 5. ' +
      'That cannot work, so nothing was sent. codeLength must be the number 4 or 6 for TextMagic Verify.',
  )
})

test.each([
  [{ phone: 447860021130 }, 'phone: the number ••••••••••30.'],
  [{ phone: '07860 021130' }, 'phone: "••••• ••••30".'],
  [{ phone: '٠٧٨٦٠\n٠٢١١٣٠' }, String.raw`phone: "•••••\n••••٣٠".`],
  [{ phone: undefined }, 'phone: undefined.'],
  [{ phone: ['+447860021130'] }, 'phone: an array.'],
  [{ brand: '' }, 'brand: "".'],
  [{ brand: 'Acme & Sons' }, 'brand: "Acme & Sons".'],
  [
    { brand: 'Nineteen characters' },
    'brand must be 1 to 18 letters, digits and inner spaces for TextMagic Verify.',
  ],
  [{ brand: 'x'.repeat(100) }, `brand: "${'x'.repeat(60)}…".`],
  [{ brand: '𝒜'.repeat(61) }, `brand: "${'𝒜'.repeat(60)}…".`],
  [{ brand: null }, 'brand: null.'],
  [{ codeLength: '4' }, 'codeLength: "4".'],
  [{ codeLength: undefined }, 'codeLength: undefined.'],
  [{ language: 'de' }, 'language must be de-de, en-au, en-gb,'],
  [{ senderId: ' ' }, 'senderId: " ".'],
  [{ senderId: 7 }, 'senderId: 7.'],
  [{ country: 'GBR' }, 'country must be a two-letter ISO 3166-1 code.'],
  [{ country: () => 'GB' }, 'country: a function.'],
  [{ workflowId: 8 }, 'workflowId: 8.'],
  [
    { workflowId: '6' },
    'workflowId must be the number 1, 2, 3, 4, 5, 6 or 7 for TextMagic Verify.',
  ],
])('says what is wrong with %o', (changes, text) => {
  expect(startWith(changes)).toThrow(VerifyArgumentError)
  expect(startWith(changes)).toThrow(text)
})

test.each([
  ['start', () => checkStart(undefined as unknown as StartRequest, textMagic)],
  ['check', () => checkCheck('1234' as unknown as CheckBody, textMagic)],
  ['cancel', () => checkCancel(null as unknown as { verifyId: string })],
])('says that %s takes an object', (operation, call) => {
  expect(call).toThrow(`[phoneproof] ${operation}() was called with request: `)
})

test.each(['Acme', 'Oh My Dog', 'Café 24', '日本語', 'हिन्दी', '123456789012345678'])(
  'takes the brand "%s"',
  (brand) => {
    expect(bodyOf({ ...request, brand: ` ${brand} ` }).brand).toBe(brand)
  },
)

test('takes a language in any case', () => {
  expect(startWith({ language: 'EN-GB' })().language).toBe('en-gb')
})

test.each([
  ['12345', 'code: a string of 5 characters.'],
  ['12a4', 'code: a string of 4 characters.'],
  ['١٢٣٤', 'code: a string of 4 characters.'],
  [1234, 'code: a value of type number.'],
  [undefined, 'code: a value of type undefined.'],
])('refuses the code %o without showing it', (code, text) => {
  const check = () => checkCheck({ code, verifyId: 'v1' } as CheckBody, textMagic)
  expect(check).toThrow(text)
  expect(check).not.toThrow(String(code ?? 'never'))
})

test.each([[''], ['.'], ['..'], ['\uD800'], [undefined], [7]])(
  'refuses the verifyId %o',
  (verifyId) => {
    const request = { verifyId } as { verifyId: string }
    expect(() => toVerifyId('cancel', request)).toThrow(VerifyArgumentError)
  },
)

test('writes every id that it accepts as one segment of a path', () => {
  const ids = fc.string({ unit: 'binary', minLength: 1 }).filter((id) => !/^\.{1,2}$/.test(id))
  fc.assert(
    fc.property(ids, (id) => {
      const path = `/verify/${encodeURIComponent(toVerifyId('cancel', { verifyId: id }))}`
      const { pathname } = new URL(path, 'https://app.example')
      expect(decodeURIComponent(pathname)).toBe(`/verify/${id}`)
      expect(pathname.split('/')).toHaveLength(3)
    }),
  )
})

test('never shows more than two digits of a phone it refuses', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('0', '1', '2', '٤', '+', '-', ' ', '\n', 'x') }),
      (phone) => {
        try {
          bodyOf({ ...request, phone: `${phone}x` })
        } catch (error) {
          const shown = String(error).split('. That cannot work')[0] ?? ''
          expect(shown.match(/\p{Nd}/gu)?.length ?? 0).toBeLessThanOrEqual(2)
        }
      },
    ),
  )
})
