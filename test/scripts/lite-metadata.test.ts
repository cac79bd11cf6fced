import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { numberingPlansFile, numberingPlansModule } from './lite-metadata.ts'

// When this fails, libphonenumber-js has new metadata: node test/scripts/lite-metadata.ts
test('the little set of numbering plans is that of the installed libphonenumber-js (PHONE-42)', () => {
  expect(readFileSync(numberingPlansFile, 'utf8')).toBe(numberingPlansModule())
})
