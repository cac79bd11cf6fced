import { expect, test } from 'vitest'
import { localeCountry } from './locale-country.ts'

test.each([
  [['en-GB'], 'GB'],
  [['en', 'de-AT'], 'AT'],
  [['pt-BR', 'en-US'], 'BR'],
  [['zh-Hant-TW'], 'TW'],
  [['de'], 'DE'],
  [['not a tag', 'fr-CA'], 'CA'],
  [['not a tag'], undefined],
  [[], undefined],
])('%j is in %s', (languages, country) => {
  expect(localeCountry(languages)).toBe(country)
})

test('asks for no country where a browser has no list of languages', () => {
  expect(localeCountry(undefined)).toBeUndefined()
})
