import fc from 'fast-check'
import parsePhoneNumber, { type CountryCode } from 'libphonenumber-js/core'
import max from 'libphonenumber-js/max/metadata'
import { expect, test } from 'vitest'
import { caretAfter } from './format-digits.ts'
import { liteNumberMetadata } from './number-metadata.ts'
import {
  initialPhoneState,
  phoneTransition,
  phoneView,
  type PhoneEntryAction,
  type PhoneEntryRules,
  type PhoneEntryState,
} from './phone-entry.state.ts'
import { significant } from './read-number.ts'

const inCountry = (
  fallback: CountryCode | undefined,
  more: Partial<PhoneEntryRules> = {},
): PhoneEntryRules => ({
  metadata: { plans: max, isFull: true },
  fallback,
  countries: undefined,
  strictness: 'valid',
  numberType: 'any',
  ...more,
})

/** A field: text in which `|` is the caret, and the keys pressed in it. */
function field(rules: PhoneEntryRules, from: PhoneEntryState = initialPhoneState) {
  let state = from
  const send = (event: PhoneEntryAction) => {
    state = phoneTransition(state, event, rules)
  }
  const view = () => phoneView(state, rules)
  const caret = () => caretAfter(view().text, state.caret, state.isInserted)
  const replace = (from: number, to: number, text: string, removed?: 'back' | 'forward') => {
    const before = view().text
    send({
      type: 'EDIT',
      text: before.slice(0, from) + text + before.slice(to),
      caret: from + text.length,
      removed,
    })
  }
  return {
    send,
    view,
    state: () => state,
    marked: () => `${view().text.slice(0, caret())}|${view().text.slice(caret())}`,
    type(keys: string, at = caret()) {
      let position = at
      for (const key of keys) {
        replace(position, position, key)
        position = caret()
      }
    },
    backspace: (at = caret()) => replace(Math.max(at - 1, 0), at, '', 'back'),
    delete: (at = caret()) => replace(at, at + 1, '', 'forward'),
    paste(text: string, from = caret(), to = from) {
      const before = view().text
      send({
        type: 'INSERT',
        text: before.slice(0, from) + text + before.slice(to),
        from,
        caret: from + text.length,
        isAutofill: false,
      })
    },
  }
}

const typed = (digits: string, rules: PhoneEntryRules) => {
  const made = field(rules)
  made.type(digits)
  return made
}

const us = inCountry('US')

test('Backspace takes the digit before punctuation (PHONE-17)', () => {
  const phone = typed('2133734253', us)
  phone.backspace('(213)'.length)
  expect(phone.marked()).toBe('(21|3) 734-253')
})

test('Backspace takes the last digit of the group before a space (PHONE-17)', () => {
  const phone = typed('2133734253', us)
  phone.backspace('(213) '.length)
  expect(phone.marked()).toBe('(21|3) 734-253')
})

test('Delete takes the digit after punctuation (PHONE-17)', () => {
  const phone = typed('2133734253', us)
  phone.delete('(213'.length)
  expect(phone.view().text).toBe('(213) 734-253')
  expect(phone.marked()).toMatch(/^\(213\|?\)? ?\|?734-253$/)
})

test('Backspace at the start and Delete at the end take no digit, and leave the caret there (PHONE-17)', () => {
  const phone = typed('2133734253', us)
  phone.send({ type: 'EDIT', text: '(213) 373-4253', caret: 0, removed: 'back' })
  expect(phone.marked()).toBe('|(213) 373-4253')
  phone.send({ type: 'EDIT', text: '(213) 373-4253', caret: 14, removed: 'forward' })
  expect(phone.marked()).toBe('(213) 373-4253|')
})

test('Backspace empties the field from any text (PHONE-17)', () => {
  const phone = typed('2133734253', us)
  for (let presses = 0; presses < 10; presses += 1) phone.backspace()
  expect(phone.view().text).toBe('')
})

test('the caret stays behind the digit typed in the middle (PHONE-18)', () => {
  const phone = typed('2133734253', us)
  phone.type('1', 0)
  expect(phone.marked()).toBe('1 (|213) 373-4253')
})

test('typing over everything leaves one digit (PHONE-18)', () => {
  const phone = typed('2133734253', us)
  phone.send({ type: 'EDIT', text: '2', caret: 1 })
  expect(phone.marked()).toBe('2|')
})

test('undo goes back to empty through every state, redo forward again (PHONE-19)', () => {
  const phone = field(us)
  const seen: string[] = [phone.marked()]
  for (const key of '2133734253') {
    phone.type(key)
    seen.push(phone.marked())
  }
  for (const each of seen.toReversed()) {
    expect(phone.marked()).toBe(each)
    phone.send({ type: 'UNDO' })
  }
  expect(phone.view().text).toBe('')
  for (const _ of seen) phone.send({ type: 'REDO' })
  expect(phone.view().text).toBe('(213) 373-4253')
})

test('a paste is one step (PHONE-19)', () => {
  const phone = typed('213', us)
  phone.paste('+44 7400 123456', 0, 5)
  expect(phone.view().text).toBe('+44 7400 123456')
  phone.send({ type: 'UNDO' })
  expect(phone.view().text).toBe('(213)')
})

test('undo at the start and redo at the end are the same state', () => {
  const phone = field(us)
  const before = phone.state()
  phone.send({ type: 'UNDO' })
  phone.send({ type: 'REDO' })
  expect(phone.state()).toBe(before)
})

test('pasting over three digits replaces those three (PHONE-12)', () => {
  const phone = typed('2133734253', us)
  phone.paste('999', 6, 9)
  expect(phone.marked()).toBe('(213) 999-|4253')
})

test('a whole number pasted into another replaces it all (PHONE-12)', () => {
  const phone = typed('2133734253', us)
  phone.paste('+44 7400 123456', 6)
  expect(phone.marked()).toBe('+44 7400 123456|')
})

test('the number tells its country (PHONE-21)', () => {
  const country = (digits: string, fallback: CountryCode) =>
    typed(digits, inCountry(fallback)).view().country
  expect(country('4169671111', 'US')).toBe('CA')
  expect(country('07781123456', 'GB')).toBe('GG')
  expect(country('0669812345', 'IT')).toBe('VA')
  expect(country('+77710009998', 'RU')).toBe('KZ')
  expect(country('+262639012345', 'FR')).toBe('YT')
  expect(typed('4169671111', us).view().text).toBe('(416) 967-1111')
})

test.each([
  ['+', 'US'],
  ['+4', undefined],
  ['+44', 'GB'],
  ['+1', 'US'],
  ['+7', 'RU'],
  ['+39', 'IT'],
  ['+47', 'NO'],
  ['+61', 'AU'],
  ['+212', 'MA'],
  ['+262', 'RE'],
  ['+290', 'SH'],
  ['+358', 'FI'],
  ['+590', 'GP'],
  ['+599', 'CW'],
  ['+800', undefined],
])('%s alone shows %s (PHONE-20, PHONE-22)', (digits, country) => {
  expect(typed(digits, us).view().country).toBe(country)
})

test('a picked country holds while the number fits it (PHONE-20)', () => {
  const phone = field(us)
  phone.send({ type: 'PICK', country: 'KZ' })
  phone.type('+7')
  expect(phone.view().country).toBe('KZ')
  phone.type('9123456789')
  expect(phone.view().country).toBe('RU')
})

test('an emptied field shows the country picked last, else the default (PHONE-24)', () => {
  const phone = typed('+44', us)
  for (let presses = 0; presses < 3; presses += 1) phone.backspace()
  expect(phone.view().country).toBe('US')
  phone.send({ type: 'PICK', country: 'DE' })
  phone.type('+44')
  for (let presses = 0; presses < 3; presses += 1) phone.backspace()
  expect(phone.view().country).toBe('DE')
})

test('national digits are read anew in the picked country (PHONE-25)', () => {
  const phone = typed('07400123456', inCountry('GB'))
  phone.send({ type: 'PICK', country: 'DE' })
  expect(significant(phone.view().text)).toBe('07400123456')
  expect(phone.view().value).toBe('+497400123456')
})

test('an international number gets the code of the picked country (PHONE-25)', () => {
  const phone = typed('+447400123456', inCountry('GB'))
  phone.send({ type: 'PICK', country: 'DE' })
  expect(phone.view()).toMatchObject({ value: '+497400123456', country: 'DE' })
  expect(significant(phone.view().text)).toBe('+497400123456')
})

test('keeps the digits where they do not fit (PHONE-25)', () => {
  const phone = typed('+447400123456', inCountry('GB'))
  phone.send({ type: 'PICK', country: 'FR' })
  expect(phone.view()).toMatchObject({ value: undefined, status: 'tooLong', country: 'FR' })
  expect(significant(phone.view().text)).toBe('+337400123456')
})

test('a country of the same code changes neither text nor value (PHONE-25)', () => {
  const phone = typed('+447400123456', inCountry('GB'))
  const { text, value } = phone.view()
  phone.send({ type: 'PICK', country: 'GG' })
  expect(phone.view()).toMatchObject({ text, value })
})

test('International is picked like a country: it reads no national digits, and is gone back to (PHONE-20)', () => {
  const phone = typed('07400123456', inCountry('GB'))
  phone.send({ type: 'PICK', country: undefined })
  expect(phone.view()).toMatchObject({ country: undefined, status: 'needsCountry' })
  phone.send({ type: 'EDIT', text: '', caret: 0, removed: 'other' })
  expect(phone.view()).toMatchObject({ country: undefined, status: 'empty' })
  phone.type('+1')
  // A code says more than International.
  expect(phone.view().country).toBe('US')
  phone.send({ type: 'RESET', value: '' })
  expect(phone.view().country).toBe('GB')
})

test('picking a country completes a calling code that was begun', () => {
  const phone = typed('+4', us)
  phone.send({ type: 'PICK', country: 'DE' })
  expect(phone.view()).toMatchObject({ text: '+49', country: 'DE' })
})

test('a number of a country that is not allowed stays, shows none and gives no value (PHONE-26)', () => {
  const rules = inCountry('DE', { countries: ['DE', 'FR'] })
  const phone = field(rules)
  phone.paste('+44 7400 123456')
  expect(phone.view()).toMatchObject({
    text: '+44 7400 123456',
    country: undefined,
    status: 'countryNotAllowed',
    value: undefined,
  })
})

test('numbers of no country are numbers (PHONE-27)', () => {
  const view = typed('+80012345678', us).view()
  expect(view).toMatchObject({ country: undefined, status: 'ok', value: '+80012345678' })
})

test('a typed dialling prefix is one (PHONE-31)', () => {
  for (const country of ['GB', 'DE'] as const) {
    const view = typed('00447400123456', inCountry(country)).view()
    expect(view).toMatchObject({ value: '+447400123456', country: 'GB' })
  }
})

test('an Italian zero stays (PHONE-32)', () => {
  expect(typed('0236618300', inCountry('IT')).view().value).toBe('+390236618300')
  expect(typed('236618300', inCountry('IT')).view().status).toBe('invalid')
})

test('a number without its trunk prefix is spaced out too (PHONE-33)', () => {
  expect(typed('7400123456', inCountry('GB')).view()).toMatchObject({
    text: '7400 123456',
    value: '+447400123456',
  })
})

test.each([
  ['GB', '0740012345', 'invalid'],
  ['US', '213373425', 'tooShort'],
  ['US', '21337342539', 'tooLong'],
  ['SG', '812345679', 'invalidLength'],
  ['US', '+999123456', 'unknownCode'],
  ['US', '+99', 'tooShort'],
  ['GB', '0099', 'tooShort'],
  ['US', '01199', 'tooShort'],
  ['GB', '00999', 'unknownCode'],
  ['GB', '07700900123', 'invalid'],
  ['MX', '+5215512345678', 'tooLong'],
  ['GB', '', 'empty'],
  [undefined, '07400123456', 'needsCountry'],
] as const)('in %s, %s is %s (PHONE-11, PHONE-34, PHONE-36)', (country, digits, status) => {
  expect(typed(digits, inCountry(country)).view().status).toBe(status)
})

test('judges by length alone without patterns, or where that is asked for (PHONE-34)', () => {
  const lite = inCountry('GB', { metadata: liteNumberMetadata() })
  const lenient = inCountry('GB', { strictness: 'possible' })
  for (const rules of [lite, lenient]) {
    expect(typed('0740012345', rules).view().status).toBe('ok')
    expect(typed('07400', rules).view().status).toBe('tooShort')
  }
})

test('a mobile is asked for, and a landline refused where it can be told (PHONE-35)', () => {
  const mobile = (country: CountryCode) => inCountry(country, { numberType: 'mobile' })
  expect(typed('02079460958', mobile('GB')).view().status).toBe('wrongType')
  expect(typed('07400123456', mobile('GB')).view().status).toBe('ok')
  expect(typed('2133734253', mobile('US')).view().status).toBe('ok')
})

test('takes a value from outside, E.164 or not (PHONE-39)', () => {
  const phone = field(inCountry('GB'))
  phone.send({ type: 'SET', value: '+12133734253' })
  expect(phone.view()).toMatchObject({ text: '+1 213 373 4253', value: '+12133734253' })
  phone.send({ type: 'SET', value: '07400 123456' })
  expect(phone.view().value).toBe('+447400123456')
  phone.send({ type: 'SET', value: '' })
  expect(phone.view()).toMatchObject({ text: '', value: undefined, status: 'empty' })
})

test('keeps an extension from outside, and one pasted behind a number (PHONE-7)', () => {
  const phone = field(us)
  phone.send({ type: 'SET', value: '(213) 373-4253 x123' })
  expect(phone.state()).toMatchObject({ digits: '2133734253', ext: '123', refused: undefined })
  phone.send({ type: 'SET', value: '+12133734253' })
  expect(phone.state().ext).toBeUndefined()
  phone.paste(' x45', phone.view().text.length)
  expect(phone.state()).toMatchObject({ digits: '+12133734253', ext: '45', refused: 'extension' })
  phone.paste('hello', phone.view().text.length)
  expect(phone.state()).toMatchObject({ ext: '45', refused: 'letters' })
})

test('a refused paste leaves the caret where it would have gone in (PHONE-3)', () => {
  const phone = typed('2133734253', us)
  phone.paste('12O', '(213) '.length)
  expect(phone.marked()).toBe('(213) |373-4253')
  phone.paste('12O', '(213'.length)
  expect(phone.marked()).toBe('(213|) 373-4253')
})

test('what is cut or selected takes no digit beside it (PHONE-1)', () => {
  const phone = typed('2133734253', us)
  phone.send({ type: 'EDIT', text: '(213373-4253', caret: 4, removed: 'other' })
  expect(phone.marked()).toBe('(213|) 373-4253')
})

test('the history holds steps, not states with histories of their own (PHONE-19)', () => {
  const phone = typed('2133', us)
  phone.send({ type: 'UNDO' })
  const { past, future } = phone.state().history
  for (const step of [...past, ...future]) expect(Object.keys(step)).toEqual(['digits', 'caret'])
})

test('says what a paste left out, until the next edit', () => {
  const phone = field(us)
  phone.paste('(213) 373-4253 ext. 9')
  expect(phone.state()).toMatchObject({ ext: '9', refused: 'extension' })
  phone.backspace()
  expect(phone.state()).toMatchObject({ ext: undefined, refused: undefined })
  phone.paste('hello')
  expect(phone.state().refused).toBe('letters')
})

const countries: (CountryCode | undefined)[] = [
  'US',
  'GB',
  'DE',
  'IT',
  'JP',
  'BR',
  'RU',
  'AR',
  undefined,
]
/** For two shared cores. */
const slow = 30_000
/** By name: a counterexample must not print them. */
const sets = { full: { plans: max, isFull: true }, lite: liteNumberMetadata() }
const metadata = fc.constantFrom('full' as const, 'lite' as const)
const key = fc.constantFrom(...'0123456789'.split(''))

test(
  'any digits typed anywhere stand in the field, all of them, in order (PHONE-1)',
  () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...countries),
        metadata,
        fc.array(fc.tuple(key, fc.nat(20)), { maxLength: 18 }),
        fc.boolean(),
        (country, plans, edits, hasPlus) => {
          const phone = field(inCountry(country, { metadata: sets[plans] }))
          let model = ''
          if (hasPlus) {
            phone.type('+')
            model = '+'
          }
          for (const [digit, where] of edits) {
            const at = Math.min(Math.max(where, hasPlus ? 1 : 0), model.length)
            phone.type(digit, caretAfter(phone.view().text, at, false))
            model = model.slice(0, at) + digit + model.slice(at)
            expect(significant(phone.view().text)).toBe(model)
            expect(significant(phone.marked().split('|')[0] ?? '').length).toBe(at + 1)
          }
        },
      ),
      { numRuns: 300 },
    )
  },
  slow,
)

test(
  'Backspace and Delete take one digit, the one beside the caret (PHONE-17)',
  () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...countries),
        fc.string({ unit: key, minLength: 1, maxLength: 15 }),
        fc.nat(20),
        fc.boolean(),
        (country, digits, where, isBack) => {
          const phone = typed(digits, inCountry(country))
          const { text } = phone.view()
          const at = Math.min(where, text.length)
          const left = significant(text.slice(0, at)).length
          if (isBack) phone.backspace(at)
          else phone.delete(at)
          const gone = isBack ? left - 1 : left
          const rest = gone < 0 ? digits : digits.slice(0, gone) + digits.slice(gone + 1)
          expect(significant(phone.view().text)).toBe(at === 0 && isBack ? digits : rest)
        },
      ),
      { numRuns: 300 },
    )
  },
  slow,
)

test(
  'undo is the inverse of any edit (PHONE-19)',
  () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...countries),
        fc.string({ unit: key, maxLength: 12 }),
        fc.string({ maxLength: 20 }),
        (country, digits, text) => {
          const phone = typed(digits, inCountry(country))
          const before = phone.view().text
          phone.paste(text)
          if (phone.view().text === before) return
          phone.send({ type: 'UNDO' })
          expect(phone.view().text).toBe(before)
        },
      ),
      { numRuns: 300 },
    )
  },
  slow,
)

test(
  'a value is what anybody would read in the text on show (PHONE-2)',
  () => {
    const character = fc.constantFrom(...'0123456789+ -()٣９x'.split(''), 'ext. ', '00', '011')
    fc.assert(
      fc.property(
        fc.constantFrom(...countries),
        metadata,
        fc.string({ unit: character, maxLength: 24 }),
        (country, plans, text) => {
          const phone = field(inCountry(country, { metadata: sets[plans] }))
          phone.paste(text)
          const { value, text: shown } = phone.view()
          expect(shown).toMatch(/^[+\d\s()./-]*$/)
          if (value === undefined) return
          const home = country && { defaultCountry: country }
          // `00` may stay in the text, whatever the prefix of the country is (PHONE-31).
          const readings = [shown, shown.replace(/^0 ?0/, '+')].map(
            (each) =>
              parsePhoneNumber(each, { ...home, extract: false }, sets[plans].plans)?.number,
          )
          expect(readings).toContain(value)
        },
      ),
      { numRuns: 300 },
    )
  },
  slow,
)

test(
  'no key and no paste loses a digit that it does not replace (PHONE-1)',
  () => {
    const edit = fc.record({
      isPaste: fc.boolean(),
      more: fc.string({ unit: key, minLength: 1, maxLength: 12 }),
      at: fc.nat(20),
    })
    fc.assert(
      fc.property(
        fc.constantFrom(...countries),
        metadata,
        fc.array(edit, { maxLength: 10 }),
        (country, plans, edits) => {
          const phone = field(inCountry(country, { metadata: sets[plans] }))
          const shown = () => significant(phone.view().text)
          for (const { isPaste, more, at } of edits) {
            const before = shown()
            const from = Math.min(at, phone.view().text.length)
            const left = significant(phone.view().text.slice(0, from)).length
            const isBeforePlus = before.startsWith('+') && left === 0
            if (isBeforePlus) continue
            const whole = before.slice(0, left) + more + before.slice(left)
            if (!isPaste) {
              phone.type(more[0] ?? '', from)
              expect(shown()).toBe(before.slice(0, left) + more[0] + before.slice(left))
              continue
            }
            phone.paste(more, from)
            // A number of its own replaces the rest, and what it dials is written as a plus.
            if (!shown().startsWith('+')) expect([whole, more]).toContain(shown())
          }
        },
      ),
      { numRuns: 200 },
    )
  },
  slow,
)

test('a reset forgets the picked country, the history and the judgement', () => {
  const phone = typed('213', us)
  phone.send({ type: 'PICK', country: 'DE' })
  phone.send({ type: 'JUDGE' })
  phone.send({ type: 'RESET', value: '' })
  expect(phone.state()).toEqual(initialPhoneState)
})

test('being judged twice changes nothing', () => {
  const phone = typed('213', us)
  phone.send({ type: 'JUDGE' })
  const before = phone.state()
  phone.send({ type: 'JUDGE' })
  expect(phone.state()).toBe(before)
})
