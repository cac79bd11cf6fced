import { knownLocale } from '../lib/known-locale.ts'
import { safely } from '../lib/safely.ts'
import type { ListedCode, ListedCountry } from './match-countries.ts'
import { numberMetadata } from './number-metadata.ts'
import { callingCodeOf } from './read-number.ts'

const known = new Map<string | undefined, Intl.DisplayNames>()

/**
 * The name of a country in a language (BCP 47; undefined: the browser's). Not for the server: Node
 * and browsers know different names, and hydration would find another page.
 */
export function countryName(country: string, locale?: string): string {
  let names = known.get(locale)
  if (!names) {
    names = safely(() => new Intl.DisplayNames(knownLocale(locale), { type: 'region' }))
    if (names) known.set(locale, names)
  }
  // It throws for a string that cannot be the code of a country.
  return safely(() => names?.of(country)) ?? country
}

/** What the list shows of a country, and what its search looks at. */
export function listedCountry(country: ListedCode, name: string): ListedCountry {
  if (country === 'ZZ') {
    return { country, name, english: 'International', callingCode: '', isMain: false }
  }
  const { plans } = numberMetadata().getSnapshot()
  const callingCode = callingCodeOf(country, plans) ?? ''
  const isMain = plans.country_calling_codes[callingCode]?.[0] === country
  return { country, name, english: countryName(country, 'en'), callingCode, isMain }
}
