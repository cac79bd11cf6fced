import { getCountries } from 'libphonenumber-js/core'
import { expect, test } from 'vitest'
import { countryName, listedCountry } from './country-names.ts'
import { liteMetadata } from './lite-metadata.ts'
import { matchCountries } from './match-countries.ts'

const listIn = (locale: string) =>
  getCountries(liteMetadata())
    .map((country) => listedCountry(country, countryName(country, locale)))
    .toSorted((one, other) => one.name.localeCompare(other.name, locale))
const english = listIn('en')

const found = (query: string, list = english) =>
  matchCountries(list, query).map(({ country }) => country)

test('lists all in their order without a query', () => {
  expect(matchCountries(english, '')).toBe(english)
  expect(matchCountries(english, ' + ')).toBe(english)
  expect(english).toHaveLength(245)
})

test.each([
  ['uk', 'GB'],
  ['England', 'GB'],
  ['usa', 'US'],
  ['uae', 'AE'],
  ['de', 'DE'],
  ['aland', 'AX'],
  ['Åland', 'AX'],
  ['cote', 'CI'],
  ['ivory', 'CI'],
  ['reunion', 'RE'],
  ['czech', 'CZ'],
  ['holland', 'NL'],
  ['kingdom', 'GB'],
  ['st lucia', 'LC'],
  ['nz', 'NZ'],
  ['FRANCE', 'FR'],
])('%s finds %s first (PHONE-37)', (query, country) => {
  expect(found(query)[0]).toBe(country)
})

test('finds by calling code, the main country of a shared code first (PHONE-37)', () => {
  expect(found('44')).toEqual(['GB', 'GG', 'IM', 'JE'])
  expect(found('+44')).toEqual(['GB', 'GG', 'IM', 'JE'])
  expect(found('+1')[0]).toBe('US')
  expect(found('+1')).toContain('JM')
  expect(found('+358')).toEqual(['FI', 'AX'])
  expect(found('35')).toContain('FI')
})

test('finds a country by its English name and by the reader’s own', () => {
  const german = listIn('de')
  expect(found('deutsch', german)[0]).toBe('DE')
  expect(found('germany', german)[0]).toBe('DE')
  expect(found('الإمارات', listIn('ar'))[0]).toBe('AE')
})

test('finds nothing where there is nothing', () => {
  expect(found('atlantis')).toEqual([])
  expect(found('+999')).toEqual([])
})
