import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { flagCountries, flagFile, flagSvg, flagUrlsFile, flagUrlsModule } from './flags.ts'

// When this fails, there are new flags or countries: node test/scripts/flags.ts
test('every country with numbers has its flag', () => {
  expect(readFileSync(flagUrlsFile, 'utf8')).toBe(flagUrlsModule())
  for (const country of flagCountries) {
    const file = readFileSync(flagFile(country), 'utf8')
    expect(file).toMatch(/^<svg /)
    expect(file).toBe(flagSvg(country))
  }
})

test('no flag asks anybody for anything (PHONE-40)', () => {
  for (const country of flagCountries) {
    const svg = flagSvg(country).replaceAll('http://www.w3.org/', '')
    expect(svg).not.toMatch(/https?:|url\((?!#)|<script|<image/)
  }
})
