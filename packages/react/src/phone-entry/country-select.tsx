'use client'
import { listedCountry, type PhoneCountry } from '@phoneproof/hooks'
import type { ReactNode } from 'react'
import { usePhoneEntryContext } from './phone-entry-context.ts'

export interface CountrySelectProps {
  options: readonly { value?: PhoneCountry; label: string; divider?: boolean }[]
}

/** The country as the platform's own list. */
export function CountrySelect({ options }: CountrySelectProps): ReactNode {
  const { field, isDisabled, isReadOnly } = usePhoneEntryContext('CountrySelect')
  const { words } = field
  return (
    <select
      data-scope="phone-entry"
      data-part="country-select"
      aria-label={words.countrySelect}
      autoComplete="tel-country-code"
      disabled={isDisabled || isReadOnly}
      value={field.detail.country ?? ''}
      onChange={({ target }) => field.pickCountry(target.value || undefined)}
    >
      <option value="">{words.international}</option>
      {options.map(({ value, label, divider }) =>
        divider ? (
          <option key="divider" disabled>
            ──────────
          </option>
        ) : (
          value && (
            <option key={value} value={value}>
              {`${label} (+${listedCountry(value, label).callingCode})`}
            </option>
          )
        ),
      )}
    </select>
  )
}
