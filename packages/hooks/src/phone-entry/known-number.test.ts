import { expect, test } from 'vitest'
import { isNews, type NumberNow } from './known-number.ts'

const none: NumberNow = {
  value: undefined,
  status: 'empty',
  text: '',
  country: 'GB',
  callingCode: '44',
  national: undefined,
  international: undefined,
  type: undefined,
  ext: undefined,
  metadata: 'lite',
}
const short: NumberNow = { ...none, status: 'ok', text: '0740012345', value: '+44740012345' }
const judged: NumberNow = { ...short, status: 'invalid', metadata: 'full' }

test('what the metadata says of a number that somebody touched is news', () => {
  expect(isNews({ last: short, isTouched: true }, judged, 'metadata-load')).toBe(true)
})

test('of a number that nobody touched it is not', () => {
  expect(isNews({ last: short, isTouched: false }, judged, 'metadata-load')).toBe(false)
})

test('another country that is allowed, or started in, is news of a number', () => {
  const moved = { ...short, country: 'GG' } as const
  expect(isNews({ last: short, isTouched: false }, moved, 'imperative-action')).toBe(true)
})

test('an empty field is no news, whatever country it starts in', () => {
  const moved = { ...none, country: 'DE' } as const
  expect(isNews({ last: none, isTouched: true }, moved, 'imperative-action')).toBe(false)
})

test('only another spacing is no news', () => {
  const spaced = { ...short, text: '07400 12345' }
  expect(isNews({ last: short, isTouched: true }, spaced, 'metadata-load')).toBe(false)
})
