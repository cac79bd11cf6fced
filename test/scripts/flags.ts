// Copies the flags of country-flag-icons (MIT), one file a country, and writes the list of them.
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as flags from 'country-flag-icons/string/3x2'
import { getCountries } from 'libphonenumber-js/core'
import metadata from 'libphonenumber-js/max/metadata'

const phoneEntry = new URL('../../packages/react/src/phone-entry/', import.meta.url)

export const flagUrlsFile: string = fileURLToPath(new URL('flag-urls.ts', phoneEntry))
export const flagFile = (country: string): string =>
  fileURLToPath(new URL(`flags/${country.toLowerCase()}.svg`, phoneEntry))

export const flagCountries: readonly string[] = getCountries(metadata)

const files: Readonly<Record<string, string>> = { ...flags }

export const flagSvg = (country: string): string =>
  (files[country] ?? '').replaceAll(/>\s+</g, '><')

export function flagUrlsModule(): string {
  const lines = flagCountries.map(
    (country) =>
      `  ${country}: new URL('./flags/${country.toLowerCase()}.svg?no-inline', import.meta.url).href,`,
  )
  return [
    '// Written by test/scripts/flags.ts. Do not edit.',
    '// Written out, for bundlers to find and copy each file; `no-inline` keeps Vite from putting',
    '// all of them into the script.',
    'export const flagUrls: Readonly<Record<string, string>> = {',
    ...lines,
    '}',
    '',
  ].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(new URL('flags/', phoneEntry), { recursive: true })
  for (const country of flagCountries) writeFileSync(flagFile(country), flagSvg(country))
  writeFileSync(flagUrlsFile, flagUrlsModule())
}
