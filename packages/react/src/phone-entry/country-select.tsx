'use client'
import { safely } from '@phoneproof/hooks/internal'
import { countryName } from '@phoneproof/hooks/internal/phone-entry'
import { listedCountry, type PhoneCountry } from '@phoneproof/hooks/phone-entry'
import { useMemo, type ReactNode } from 'react'
import type { PhoneEntryContextValue } from './phone-entry-context.ts'

export interface CountrySelectProps extends PhoneEntryContextValue {
  /** It takes the place of a button that was pressed. */
  isAsked: boolean
}

/** The country as the platform's own list: there at once, on the server and without a network. */
export function CountrySelect(props: CountrySelectProps): ReactNode {
  const { words, isLive, isAsked, isBlocked, locale, country = '', pickCountry } = props
  const { countries, preferred, hasInternational, labels } = props
  const named = useMemo(() => {
    const nameOf = (country: PhoneCountry) =>
      labels?.[country] ?? (isLive ? countryName(country, locale) : country)
    // Until it is live the server has to sort alike: codes, or names in a language both are told.
    const language = isLive ? locale : ((labels && locale) ?? 'en')
    const collator = safely(() => new Intl.Collator(language))
    return countries
      .map((country) => ({ country, name: nameOf(country) }))
      .sort((a, b) => collator?.compare(a.name, b.name) ?? 0)
  }, [countries, labels, isLive, locale])
  return (
    <select
      data-scope="phone-entry"
      data-part="country-select"
      aria-label={words.countrySelect}
      autoComplete="tel-country-code"
      autoFocus={isAsked}
      disabled={isBlocked}
      value={country}
      onChange={({ target }) => pickCountry(target.value || undefined)}
    >
      {preferred.map((each) => drawOption(named.find((one) => one.country === each)))}
      {preferred.length > 0 && <option disabled>──────────</option>}
      {(hasInternational || country === '') && <option value="">{words.international}</option>}
      {named.map((each) => !preferred.includes(each.country) && drawOption(each))}
    </select>
  )
}

const drawOption = (named: { country: PhoneCountry; name: string } | undefined): ReactNode =>
  named && (
    <option key={named.country} value={named.country}>
      {`${named.name} (+${listedCountry(named.country, named.name).callingCode})`}
    </option>
  )
