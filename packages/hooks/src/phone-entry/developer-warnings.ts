import { warnOnce } from '../lib/developer-message.ts'

declare const process: { env: { NODE_ENV?: string } }

// Bundlers make the condition false for production, and leave the sentences out. A page without a
// bundler has no `process`: it throws, and the developer is warned all the same.

/** A value that is read like a paste may become another number than the one that was meant. */
export function warnUnlessE164(value: string | null | undefined): void {
  try {
    if (process.env.NODE_ENV !== 'production') checkE164(value)
  } catch {
    checkE164(value)
  }
}

export function warnOfUnknownCountries(
  countries: readonly (string | null | undefined)[],
  isKnown: (country: string) => boolean,
): void {
  try {
    if (process.env.NODE_ENV !== 'production') checkCountries(countries, isKnown)
  } catch {
    checkCountries(countries, isKnown)
  }
}

function checkE164(value: string | null | undefined): void {
  if (!value || /^\+\d+$/.test(value)) return
  warnOnce({
    what: `<PhoneEntry> got the value "${value}", which is not E.164.`,
    why: 'It is read like a paste in the default country, and may become another number.',
    fix: 'Pass what onValueChange gave, such as "+447860021130".',
  })
}

function checkCountries(
  countries: readonly (string | null | undefined)[],
  isKnown: (country: string) => boolean,
): void {
  for (const country of countries) {
    if (!country || isKnown(country)) continue
    warnOnce({
      what: `<PhoneEntry> got the country "${country}", which does not exist.`,
      why: 'It is left out, and numbers of the country that was meant may be refused.',
      fix: 'Pass two capital letters of ISO 3166, such as "GB".',
    })
  }
}
