import { expect, test } from 'vitest'
import { countryName, listedCountry } from './country-names.ts'
import { countryListTransition, openedList, type CountryListState } from './country-list.state.ts'

const list = (['DE', 'ES', 'FR', 'GB', 'IT', 'NL', 'PL', 'SE', 'UA', 'US'] as const).map(
  (country) => listedCountry(country, countryName(country, 'en')),
)
const open = (value?: 'FR' | 'JP', query = ''): CountryListState => openedList(list, value, query)
const press = (state: CountryListState, ...keys: string[]): CountryListState =>
  keys.reduce((now, key) => countryListTransition(now, { type: 'KEY', key, list }), state)

test('opens on the picked country, else on the first', () => {
  expect(open('FR')).toEqual({ query: '', active: 'FR' })
  expect(open('JP').active).toBe('DE')
  expect(open().active).toBe('DE')
})

test('a letter opens and searches at once', () => {
  expect(open('FR', 'p').active).toBe('PL')
})

test('arrows go round, Page keys and Home and End stop at the ends (PHONE-37)', () => {
  expect(press(open(), 'ArrowUp').active).toBe('US')
  expect(press(open(), 'ArrowUp', 'ArrowDown').active).toBe('DE')
  expect(press(open(), 'PageDown', 'PageDown').active).toBe('US')
  expect(press(open(), 'PageDown', 'PageUp', 'PageUp').active).toBe('DE')
  expect(press(open(), 'End').active).toBe('US')
  expect(press(open(), 'End', 'Home').active).toBe('DE')
})

test('moves only among what the search found', () => {
  const found = countryListTransition(open(), { type: 'SEARCH', query: 'united', list })
  expect(found.active).toBe('GB')
  expect(press(found, 'ArrowDown').active).toBe('US')
  expect(press(found, 'ArrowDown', 'ArrowDown').active).toBe('GB')
  expect(press(found, 'End')).toBe(found)
})

test('has nothing active when nothing was found', () => {
  const none = countryListTransition(open(), { type: 'SEARCH', query: 'atlantis', list })
  expect(none.active).toBeUndefined()
  expect(press(none, 'ArrowDown')).toBe(none)
})
