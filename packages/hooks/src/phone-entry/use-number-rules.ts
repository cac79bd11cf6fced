'use client'
import type { CountryCode } from 'libphonenumber-js/core'
import { useMemo } from 'react'
import { safely } from '../lib/safely.ts'
import { warnOfUnknownCountries } from './developer-warnings.ts'
import { localeCountry } from './locale-country.ts'
import type { NumberMetadata } from './number-metadata.ts'
import type { PhoneEntryRules } from './phone-entry.state.ts'
import { isCountry } from './read-number.ts'

interface RuleOptions {
  defaultCountry?: string | null | undefined
  countries?: readonly string[] | undefined
  strictness?: 'valid' | 'possible' | undefined
  numberType?: 'any' | 'mobile' | undefined
}

/** What numbers are judged by. `isLive`: the browser may be asked for its language. */
export function useNumberRules(
  options: RuleOptions,
  metadata: NumberMetadata,
  isLive: boolean,
): PhoneEntryRules {
  const { defaultCountry, strictness = 'valid', numberType = 'any' } = options
  // An array written in JSX is new with each render.
  const listed = options.countries?.join()
  return useMemo(() => {
    const { plans } = metadata
    const known = (country: string | null | undefined): country is CountryCode =>
      isCountry(country, plans)
    const countries = listed?.split(',').filter(known)
    warnOfUnknownCountries([defaultCountry, ...(listed?.split(',') ?? [])], known)
    const allowed = (country: string | null | undefined) =>
      known(country) && (countries?.includes(country) ?? true) ? country : undefined
    const only = countries?.length === 1 ? countries[0] : undefined
    const isOpen = defaultCountry === undefined || defaultCountry === ''
    const local =
      isLive && isOpen ? localeCountry(safely(() => navigator.languages) ?? []) : undefined
    const fallback = allowed(defaultCountry) ?? only ?? allowed(local)
    return { metadata, countries, strictness, numberType, fallback }
  }, [metadata, listed, strictness, numberType, defaultCountry, isLive])
}
