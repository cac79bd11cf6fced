'use client'
import { safely } from '@phoneproof/hooks/internal'
import { countryName, phoneEntryPart } from '@phoneproof/hooks/internal/phone-entry'
import { listedCountry, type PhoneCountry } from '@phoneproof/hooks/phone-entry'
import { useMemo, type ReactNode } from 'react'
import type { PhoneEntryContextValue } from './phone-entry-context.ts'

export interface CountrySelectProps extends PhoneEntryContextValue {
  /** It takes the place of a button that was pressed. */
  isAsked: boolean
}

/** The country as the platform's own list: there at once, on the server and without a network. */
export function CountrySelect(props: CountrySelectProps): ReactNode {
  const { messages, isLive, isAsked, isBlocked, locale, country = '', pickCountry } = props
  const { countries, preferred, hasInternational, countryNames } = props
  const named = useMemo(() => {
    const nameOf = (country: PhoneCountry) =>
      countryNames?.[country] ?? (isLive ? countryName(country, locale) : country)
    // Until it is live, the server must sort alike: by codes, or by names in a language that both
    // know.
    const language = isLive ? locale : ((countryNames && locale) ?? 'en')
    const collator = safely(() => new Intl.Collator(language))
    return countries
      .map((country) => ({ country, name: nameOf(country) }))
      .sort((a, b) => collator?.compare(a.name, b.name) ?? 0)
  }, [countries, countryNames, isLive, locale])
  return (
    <select
      {...phoneEntryPart('country-select')}
      aria-label={messages.countrySelect}
      autoComplete="tel-country-code"
      autoFocus={isAsked}
      disabled={isBlocked}
      value={country}
      onChange={({ target }) => pickCountry(target.value || undefined)}
    >
      {preferred.map((each) => drawOption(named.find((one) => one.country === each)))}
      {preferred.length > 0 && <option disabled>──────────</option>}
      {(hasInternational || country === '') && <option value="">{messages.international}</option>}
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
