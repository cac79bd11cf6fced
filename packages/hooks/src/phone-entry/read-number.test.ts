import type { CountryCode } from 'libphonenumber-js/core'
import max from 'libphonenumber-js/max/metadata'
import { expect, test } from 'vitest'
import { phoneNumbers } from '../../../../test/support/phone-numbers.ts'
import type { NumberMetadata } from './number-metadata.ts'
import { liteNumberMetadata } from './number-metadata.ts'
import {
  initialPhoneState,
  phoneTransition,
  phoneView,
  type PhoneEntryRules,
  type PhoneEntryState,
} from './phone-entry.state.ts'

// Each number is typed key by key and pasted, in its own country's writing and in the international
// one, with a little set of numbering plans and with the whole.

const full: NumberMetadata = { plans: max, isFull: true }
const sets = { full, lite: liteNumberMetadata() }

const rulesOf = (metadata: NumberMetadata, fallback: CountryCode | undefined): PhoneEntryRules => ({
  metadata,
  fallback,
  countries: undefined,
  strictness: 'valid',
  numberType: 'any',
})

/** One key after the other, at the end. Keys that are no part of numbers never get here. */
function typed(text: string, rules: PhoneEntryRules): PhoneEntryState {
  let state = initialPhoneState
  for (const key of text.replace(/[^\d+]/g, '')) {
    const shown = phoneView(state, rules).text + key
    state = phoneTransition(state, { type: 'EDIT', text: shown, caret: shown.length }, rules)
  }
  return state
}

const pasted = (text: string, rules: PhoneEntryRules): PhoneEntryState =>
  phoneTransition(
    initialPhoneState,
    { type: 'INSERT', text, from: 0, caret: text.length, isAutofill: false },
    rules,
  )

const spaced = (e164: string) => e164.replace(/(\d{3})/g, '$1 ').trim()

test('the table has more than 60 numbers of more than 30 countries (PHONE-34)', () => {
  expect(phoneNumbers.length).toBeGreaterThan(60)
  expect(new Set(phoneNumbers.map(([country]) => country)).size).toBeGreaterThan(30)
})

for (const set of ['full', 'lite'] as const) {
  test.each(phoneNumbers)(
    `reads a number of %s, %s, however it comes in, with ${set} metadata`,
    (country, e164, national) => {
      const here = rulesOf(sets[set], country)
      const abroad = rulesOf(sets[set], country === 'FR' ? 'DE' : 'FR')
      const ways = [
        [typed(national, here), here],
        [typed(e164, here), here],
        [typed(e164, abroad), abroad],
        [pasted(national, here), here],
        [pasted(spaced(e164), here), here],
        [pasted(spaced(e164), abroad), abroad],
        [pasted(e164.replace('+', '00'), abroad), abroad],
      ] as const
      const views = ways.map(([state, rules]) => phoneView(state, rules))
      expect(views.map(({ value }) => value)).toEqual(ways.map(() => e164))
      expect(views.map(({ status }) => status)).toEqual(ways.map(() => 'ok'))
      // The little set tells countries that share a code apart only by what was picked.
      const told = set === 'full' ? views : views.slice(0, 2)
      expect(told.map((view) => view.country)).toEqual(told.map(() => country))
    },
  )
}
