import { phoneEntryMessages, type PhoneProblem } from '@phoneproof/hooks'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import {
  country,
  field,
  keys,
  mount,
  paste,
  typeFast,
} from '../../../../test/support/phone-field.tsx'

// What numbers become in the real field. H numbers are those of the specification.

const digits = () => field().value.replace(/[^\d+]/g, '')
const gb = '+447400123456'

async function pick(name: string) {
  await userEvent.click(country())
  await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('combobox')
  await keys(`${name}{Enter}`)
}

test.each([
  ['US', '21337342539999'],
  ['GB', '074001234567890123'],
  ['DE', '+4930901820123456789'],
])(
  'in %s, %s is kept to the last digit, and gives no number (PHONE-1, PHONE-2)',
  async (home, text) => {
    const phone = await mount({ defaultCountry: home })
    await typeFast(text)
    expect(digits()).toBe(text)
    expect(phone.value()).toBeUndefined()
    expect(phone.details()?.status).toBe('tooLong')
  },
)

test('a digit in the middle of a whole number pushes none out (PHONE-1)', async () => {
  const phone = await mount({ defaultValue: '+12133734253' })
  field().focus()
  field().setSelectionRange(6, 6)
  await keys('9')
  expect(digits()).toBe('+121393734253')
  expect(phone.value()).toBeUndefined()
})

test.each([
  ['AU', '0011 44 7400 123456', gb],
  ['JP', '010 44 7400 123456', gb],
  ['RU', '8~10 44 7400 123456', gb],
  ['US', '011 44 7400 123456', gb],
  ['US', '0044 7400 123456', gb],
  ['US', '+44 (0)7400 123456', gb],
  ['GB', '+33 (0) 6 12 34 56 78', '+33612345678'],
  ['US', '+7 8 800 555 35 35', '+78005553535'],
  ['US', '+36 06 20 123 4567', '+36201234567'],
  ['US', '＋４４ ７４００ １２３４５６', gb],
  ['AE', '٠٥٠ ١٢٣ ٤٥٦٧', '+971501234567'],
  ['GB', '\u202A07400\u00A0123\u2009456\u202C', gb],
  ['US', '213\u2011373\u20134253', '+12133734253'],
  ['GB', 'tel:+1-213-373-4253', '+12133734253'],
  ['US', 'tel:7860021130;phone-context=+44', '+447860021130'],
  ['US', 'Phone: +49 30 901820 (office)', '+4930901820'],
  ['GB', 'Call me on 07400 123456 before 5pm', gb],
  ['GB', '1st: 07400 123456, 2nd: 07400 654321', gb],
  ['US', '1-800-FLOWERS', '+18003569377'],
])(
  'in %s, a paste of %s gives %s (PHONE-5, PHONE-6, PHONE-8, PHONE-9, PHONE-10)',
  async (home, text, e164) => {
    const phone = await mount({ defaultCountry: home })
    field().focus()
    await paste(text)
    expect(phone.value()).toBe(e164)
    expect(phone.details()).toMatchObject({ reason: 'input-paste', status: 'ok' })
    expect(field().value).toMatch(/^[+\d\s().-]+$/)
  },
)

test.each(['07400 12345O', 'O7400 123456', '0800 REVERSE', 'x1234567'])(
  'a paste of %s adds nothing, and says so (PHONE-10)',
  async (text) => {
    const phone = await mount({ defaultCountry: 'GB' })
    field().focus()
    await paste(text)
    expect(field().value).toBe('')
    expect(phone.onValueChange).not.toHaveBeenCalled()
    await expect.element(page.getByRole('status')).toHaveTextContent('Nothing was added')
  },
)

test('an extension behind a number is told, and one without a number is a number (PHONE-7)', async () => {
  const phone = await mount({ defaultValue: '+12133734253' })
  field().focus()
  field().setSelectionRange(20, 20)
  await paste(' x123')
  expect(phone.details()).toMatchObject({ ext: '123', status: 'ok' })
  expect(digits()).toBe('+12133734253')
  field().select()
  await paste('#5551234')
  expect(digits()).toBe('5551234')
  expect(phone.details()).toMatchObject({ ext: undefined })
})

test.each([
  ['full-width', 'JP', '０９０１２３４５６７８', '+819012345678', '090-1234-5678'],
  ['Arabic', 'AE', '٠٥٠١٢٣٤٥٦٧', '+971501234567', '050 123 4567'],
  ['Persian', 'AE', '۰۵۰۱۲۳۴۵۶۷', '+971501234567', '050 123 4567'],
])('%s digits typed in %s are shown in ASCII (PHONE-8)', async (_, home, text, e164, shown) => {
  const phone = await mount({ defaultCountry: home })
  await typeFast(text)
  expect(field().value).toBe(shown)
  expect(phone.value()).toBe(e164)
})

test('without a country, digits without a plus stay, and need one (PHONE-11)', async () => {
  // Two countries, and the browser’s language says neither.
  const phone = await mount({ defaultCountry: undefined, countries: ['FJ', 'TO'] })
  field().focus()
  await paste('07400 123456')
  expect(digits()).toBe('07400123456')
  expect(phone.value()).toBeUndefined()
  expect(phone.details()?.status).toBe('needsCountry')
})

test('with International picked, a number without its plus is read (PHONE-11)', async () => {
  const phone = await mount({ defaultCountry: 'US' })
  await pick('international')
  await paste('447400123456')
  expect(digits()).toBe(gb)
  expect(phone.details()).toMatchObject({ country: 'GB', status: 'ok' })
})

test.each([
  ['+', 'United States'],
  ['+4', 'Country code'],
  ['+44', 'United Kingdom'],
  ['+7', 'Russia'],
  ['+39', 'Italy'],
  ['+262', 'Réunion'],
  ['+358', 'Finland'],
  ['+590', 'Guadeloupe'],
])('typing %s shows %s (PHONE-20, PHONE-22)', async (typed, name) => {
  await mount({ defaultCountry: 'US' })
  await typeFast(typed)
  expect(country()).toHaveAccessibleName(`${name}, change country`)
})

test.each([
  ['US', '4169671111', 'CA', '(416) 967-1111'],
  ['GB', '07781123456', 'GG', '07781 123456'],
  ['IT', '0669812345', 'VA', '06 6981 2345'],
  ['RU', '+77710009998', 'KZ', '+7 771 000 9998'],
  ['FR', '+262639012345', 'YT', '+262 639 01 23 45'],
])('in %s, %s is of %s (PHONE-21)', async (home, typed, found, shown) => {
  const phone = await mount({ defaultCountry: home })
  await typeFast(typed)
  expect(phone.details()).toMatchObject({ country: found, status: 'ok' })
  expect(field().value).toBe(shown)
})

test('an emptied field goes back to the country picked last, or to the default (PHONE-24)', async () => {
  const phone = await mount({ defaultCountry: 'US' })
  await typeFast('+44')
  await keys('{Control>}a{/Control}{Backspace}')
  expect(phone.details()?.country).toBe('US')
  await pick('germany')
  await typeFast('+44')
  await keys('{Control>}a{/Control}{Backspace}')
  expect(phone.details()?.country).toBe('DE')
})

test('a picked country reads national digits anew, and changes the code of others (PHONE-25)', async () => {
  const phone = await mount({ defaultCountry: 'GB' })
  await typeFast('07400123456')
  await pick('germany')
  expect(digits()).toBe('07400123456')
  expect(phone.value()).toBe('+497400123456')
  field().select()
  await typeFast('+447400123456')
  await pick('germany')
  expect(digits()).toBe('+497400123456')
  expect(phone.value()).toBe('+497400123456')
  await pick('france')
  expect(digits()).toBe('+337400123456')
  expect(phone.value()).toBeUndefined()
  expect(phone.details()?.status).toBe('tooLong')
  field().select()
  await typeFast('+447400123456')
  await pick('guernsey')
  expect(digits()).toBe(gb)
  expect(phone.value()).toBe(gb)
})

test('International can be picked: it shows a globe, and reads no national digits (PHONE-25)', async () => {
  const phone = await mount({ defaultCountry: 'GB' })
  await typeFast('07400123456')
  await pick('international')
  expect(country()).toHaveAccessibleName('Country code, change country')
  expect(digits()).toBe('07400123456')
  expect(phone.details()).toMatchObject({ status: 'needsCountry', country: undefined })
  await keys('{Control>}a{/Control}{Backspace}')
  expect(country()).toHaveAccessibleName('Country code, change country')
  await typeFast('+447400123456')
  expect(phone.details()).toMatchObject({ status: 'ok', country: 'GB' })
})

test('a number of a country that is not allowed stays, and shows no country (PHONE-26)', async () => {
  const phone = await mount({ defaultCountry: 'DE', countries: ['DE', 'FR'] })
  field().focus()
  await paste('+44 7400 123456')
  expect(field().value).toBe('+44 7400 123456')
  expect(phone.value()).toBeUndefined()
  expect(phone.details()).toMatchObject({ status: 'countryNotAllowed', country: undefined })
  expect(country()).toHaveAccessibleName('Country code, change country')
})

test('a number of no country is one (PHONE-27)', async () => {
  const phone = await mount({ defaultCountry: 'GB' })
  await typeFast('+80012345678')
  expect(phone.value()).toBe('+80012345678')
  expect(phone.details()).toMatchObject({ status: 'ok', country: undefined })
})

test.each(['GB', 'DE'])('in %s, a typed 00 dials out (PHONE-31)', async (home) => {
  const phone = await mount({ defaultCountry: home })
  await typeFast('00447400123456')
  expect(phone.value()).toBe(gb)
  expect(phone.details()).toMatchObject({ status: 'ok', country: 'GB' })
})

test('trunk prefixes: kept in Italy, optional in Britain (PHONE-32, PHONE-33)', async () => {
  const phone = await mount({ defaultCountry: 'IT' })
  await typeFast('0236618300')
  expect(phone.value()).toBe('+390236618300')
  field().select()
  await typeFast('236618300')
  expect(phone.details()?.status).toBe('invalid')
  await pick('kingdom')
  field().select()
  await typeFast('7400123456')
  expect(field().value).toBe('7400 123456')
  expect(phone.value()).toBe(gb)
})

test.each<[home: string, typed: string, problem: PhoneProblem]>([
  ['GB', '0740012345', 'invalid'],
  ['GB', '07700900123', 'invalid'],
  ['US', '213373425', 'tooShort'],
  ['US', '21337342539', 'tooLong'],
  ['MX', '+5215512345678', 'tooLong'],
  ['SG', '812345679', 'invalidLength'],
  ['US', '+999123456', 'unknownCode'],
  ['GB', '0099', 'tooShort'],
  ['DE', '+447400123456', 'countryNotAllowed'],
  ['GB', '02079460958', 'wrongType'],
  ['GB', '08001111111', 'wrongType'],
])(
  'in %s, %s is %s, in a sentence of its own (PHONE-26, PHONE-34, PHONE-35)',
  async (home, typed, problem) => {
    const phone = await mount({
      defaultCountry: home,
      numberType: problem === 'wrongType' ? 'mobile' : 'any',
      countries: problem === 'countryNotAllowed' ? [home] : undefined,
    })
    await typeFast(typed)
    expect(digits()).toBe(typed)
    await userEvent.click(document.body, { position: { x: 2, y: 2 } })
    expect(phone.details()?.status).toBe(problem)
    await expect.element(page.getByText(phoneEntryMessages.problems[problem])).toBeVisible()
  },
)

test('every problem has a sentence of its own (PHONE-34)', () => {
  const words = Object.values(phoneEntryMessages.problems)
  expect(new Set(words).size).toBe(words.length)
})

test('where mobiles and landlines look the same, a number is taken (PHONE-35)', async () => {
  const phone = await mount({ defaultCountry: 'US', numberType: 'mobile' })
  await typeFast('2133734253')
  expect(phone.details()?.status).toBe('ok')
})
