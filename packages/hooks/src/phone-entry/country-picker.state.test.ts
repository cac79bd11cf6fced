import { expect, test } from 'vitest'
import { countryName, listedCountry } from './country-names.ts'
import { closedPicker, pickerTransition, type CountryPickerState } from './country-picker.state.ts'

const list = (['DE', 'ES', 'FR', 'GB', 'IT', 'NL', 'PL', 'SE', 'UA', 'US'] as const).map(
  (country) => listedCountry(country, countryName(country, 'en')),
)
const open = (value?: 'FR' | 'JP', query = ''): CountryPickerState =>
  pickerTransition(closedPicker, { type: 'OPEN', query, list, value })
const press = (state: CountryPickerState, ...keys: string[]): CountryPickerState =>
  keys.reduce((now, key) => pickerTransition(now, { type: 'KEY', key, list }), state)

test('opens on the picked country, else on the first', () => {
  expect(open('FR')).toEqual({ isOpen: true, query: '', active: 'FR' })
  expect(open('JP').active).toBe('DE')
  expect(open().active).toBe('DE')
})

test('a letter opens and searches at once', () => {
  expect(open('FR', 'p').active).toBe('PL')
})

test('arrows go round, Page keys and Home and End stop at the ends', () => {
  expect(press(open(), 'ArrowUp').active).toBe('US')
  expect(press(open(), 'ArrowUp', 'ArrowDown').active).toBe('DE')
  expect(press(open(), 'PageDown', 'PageDown').active).toBe('US')
  expect(press(open(), 'PageDown', 'PageUp', 'PageUp').active).toBe('DE')
  expect(press(open(), 'End').active).toBe('US')
  expect(press(open(), 'End', 'Home').active).toBe('DE')
})

test('moves only among what the search found', () => {
  const found = pickerTransition(open(), { type: 'SEARCH', query: 'united', list })
  expect(found.active).toBe('GB')
  expect(press(found, 'ArrowDown').active).toBe('US')
  expect(press(found, 'ArrowDown', 'ArrowDown').active).toBe('GB')
  expect(press(found, 'End')).toBe(found)
})

test('has nothing active when nothing was found', () => {
  const none = pickerTransition(open(), { type: 'SEARCH', query: 'atlantis', list })
  expect(none.active).toBeUndefined()
  expect(press(none, 'ArrowDown')).toBe(none)
})

test('ignores everything but opening while closed', () => {
  expect(press(closedPicker, 'ArrowDown')).toBe(closedPicker)
  expect(pickerTransition(closedPicker, { type: 'SEARCH', query: 'a', list })).toBe(closedPicker)
  expect(pickerTransition(closedPicker, { type: 'CLOSE' })).toBe(closedPicker)
})

test('closing forgets the search', () => {
  expect(pickerTransition(open('FR', 'u'), { type: 'CLOSE' })).toEqual(closedPicker)
})
