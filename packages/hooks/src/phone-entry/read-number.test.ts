import type { CountryCode } from 'libphonenumber-js/core'
import max from 'libphonenumber-js/max/metadata'
import { expect, test } from 'vitest'
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

const numbers: [CountryCode, e164: string, national: string][] = [
  ['US', '+12015550123', '(201) 555-0123'],
  ['US', '+12133734253', '213.373.4253'],
  ['CA', '+15062345678', '(506) 234-5678'],
  ['GB', '+447400123456', '07400 123456'],
  ['GB', '+442079460958', '020 7946 0958'],
  ['GG', '+447781123456', '07781 123456'],
  ['JE', '+447797712345', '07797 712345'],
  ['IM', '+447624123456', '07624 123456'],
  ['DE', '+4915123456789', '01512 3456789'],
  ['DE', '+4930901820', '030 901820'],
  ['FR', '+33612345678', '06 12 34 56 78'],
  ['IT', '+393123456789', '312 345 6789'],
  ['IT', '+390236618300', '02 3661 8300'],
  ['VA', '+390669812345', '06 698 12345'],
  ['ES', '+34612345678', '612 34 56 78'],
  ['PT', '+351912345678', '912 345 678'],
  ['NL', '+31612345678', '06 12345678'],
  ['BE', '+32450001234', '0450 00 12 34'],
  ['LU', '+352628123456', '628 123 456'],
  ['CH', '+41781234567', '078 123 45 67'],
  ['AT', '+43664123456', '0664 123456'],
  ['DK', '+4534412345', '34 41 23 45'],
  ['NO', '+4740612345', '40 61 23 45'],
  ['SE', '+46701234567', '070-123 45 67'],
  ['FI', '+358412345678', '041 2345678'],
  ['PL', '+48512345678', '512 345 678'],
  ['CZ', '+420601123456', '601 123 456'],
  ['SK', '+421912123456', '0912 123 456'],
  ['HU', '+36201234567', '06 20 123 4567'],
  ['RO', '+40712034567', '0712 034 567'],
  ['BG', '+35943012345', '043 012 345'],
  ['GR', '+306912345678', '691 234 5678'],
  ['TR', '+905012345678', '0501 234 56 78'],
  ['RU', '+79123456789', '8 (912) 345-67-89'],
  ['KZ', '+77710009998', '8 (771) 000 9998'],
  ['UA', '+380501234567', '050 123 4567'],
  ['IL', '+972502345678', '050-234-5678'],
  ['AE', '+971501234567', '050 123 4567'],
  ['SA', '+966512345678', '051 234 5678'],
  ['EG', '+201001234567', '010 01234567'],
  ['MA', '+212650123456', '06 50 12 34 56'],
  ['ZA', '+27711234567', '071 123 4567'],
  ['NG', '+2348021234567', '0802 123 4567'],
  ['KE', '+254712123456', '0712 123456'],
  ['IN', '+918123456789', '081234 56789'],
  ['PK', '+923012345678', '0301 2345678'],
  ['BD', '+8801812345678', '01812-345678'],
  ['CN', '+8613123456789', '131 2345 6789'],
  ['HK', '+85251234567', '5123 4567'],
  ['TW', '+886912345678', '0912 345 678'],
  ['JP', '+819012345678', '090-1234-5678'],
  ['KR', '+821020000000', '010-2000-0000'],
  ['SG', '+6581234567', '8123 4567'],
  ['MY', '+60123456789', '012-345 6789'],
  ['ID', '+62812345678', '0812-345-678'],
  ['TH', '+66812345678', '081 234 5678'],
  ['VN', '+84912345678', '0912 345 678'],
  ['PH', '+639051234567', '0905 123 4567'],
  ['AU', '+61412345678', '0412 345 678'],
  ['NZ', '+64211234567', '021 123 4567'],
  ['BR', '+5511961234567', '(11) 96123-4567'],
  ['AR', '+5491123456789', '011 15-2345-6789'],
  ['CL', '+56221234567', '(2) 2123 4567'],
  ['CO', '+573211234567', '321 1234567'],
  ['PE', '+51912345678', '912 345 678'],
  ['MX', '+522221234567', '222 123 4567'],
  ['PR', '+17872345678', '(787) 234-5678'],
  ['JM', '+18762101234', '(876) 210-1234'],
  ['DO', '+18092345678', '(809) 234-5678'],
  ['RE', '+262692123456', '0692 12 34 56'],
  ['YT', '+262639012345', '0639 01 23 45'],
  ['GP', '+590690001234', '0690 00 12 34'],
  ['EE', '+37251234567', '5123 4567'],
  ['LV', '+37121234567', '21 234 567'],
  ['LT', '+37061234567', '(0-612) 34567'],
  ['IE', '+353850123456', '085 012 3456'],
  ['IS', '+3546111234', '611 1234'],
  ['CY', '+35796123456', '96 123456'],
  ['MT', '+35696961234', '9696 1234'],
]

const full: NumberMetadata = { plans: max, isFull: true }
const sets = { full, lite: liteNumberMetadata() }

const rulesOf = (metadata: NumberMetadata, fallback: CountryCode | undefined): PhoneEntryRules => ({
  metadata,
  fallback,
  countries: undefined,
  strictness: 'valid',
  accept: 'any',
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

test('the table has more than 60 numbers of more than 30 countries', () => {
  expect(numbers.length).toBeGreaterThan(60)
  expect(new Set(numbers.map(([country]) => country)).size).toBeGreaterThan(30)
})

for (const set of ['full', 'lite'] as const) {
  test.each(numbers)(
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
