import type { CountryCode, MetadataJson } from 'libphonenumber-js/core'
import { callingCodeOf, type Reading } from './read-number.ts'

export interface CountryMemory {
  /** The last one picked from the list; null when that was *International*. */
  readonly picked: CountryCode | null | undefined
  /** The one to start from. */
  readonly fallback: CountryCode | undefined
}

/** The country that digits without a calling code are read in. */
export const baseCountry = ({ picked, fallback }: CountryMemory): CountryCode | undefined =>
  picked === undefined ? fallback : (picked ?? undefined)

/**
 * The country beside the number: the one its plan names; else the one picked, or the default, if
 * its calling code fits; else the main one of that code. Undefined is *International*.
 */
export function countryShown(
  reading: Reading,
  memory: CountryMemory,
  plans: MetadataJson,
): CountryCode | undefined {
  const { digits, callingCode, country } = reading
  if (digits === '' || digits === '+') return baseCountry(memory)
  if (country !== undefined) return country
  if (callingCode === undefined) return undefined
  const fits = (each: CountryCode | undefined) => callingCodeOf(each, plans) === callingCode
  const known = [memory.picked ?? undefined, memory.fallback]
  const main = plans.country_calling_codes[callingCode]?.find((each) => /^[A-Z]{2}$/.test(each))
  return known.find(fits) ?? main
}
