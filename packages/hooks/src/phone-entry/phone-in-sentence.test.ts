import { expect, test, vi } from 'vitest'
import { liteMetadata } from './lite-metadata.ts'
import { maskNumber } from './phone-in-sentence.ts'

test('knows where each calling code ends, without the plans', () => {
  const { country_calling_codes: countries, nonGeographic } = liteMetadata()
  const codes = [...Object.keys(countries), ...Object.keys(nonGeographic)]
  expect(codes.length).toBeGreaterThan(200)
  expect(codes.map((code) => maskNumber(`+${code}98765130`))).toEqual(
    codes.map((code) => `+${code} …130`),
  )
})

test('of what is not a number it shows only the end', () => {
  expect(maskNumber('+44')).toBe('…+44')
})

test('spaces a number evenly until the full metadata is here, and keeps it together', async () => {
  // On a page of its own: this one may have the full metadata already.
  vi.resetModules()
  const { phoneInSentence, spaceNumbersBy } = await import('./phone-in-sentence.ts')
  expect(phoneInSentence('+447860021130', false)).toBe(
    '\u2066+44\u00A0786\u00A0002\u00A01130\u2069',
  )
  expect(phoneInSentence('+447860021130', true)).toBe('\u2066+44\u00A0…130\u2069')
  expect(phoneInSentence(undefined, false)).toBe('')
  spaceNumbersBy(() => '+44 7860 021130')
  expect(phoneInSentence('+447860021130', false)).toBe('\u2066+44\u00A07860\u00A0021130\u2069')
})
