'use client'
import { phoneEntryMessages, useMessages } from '@phoneproof/hooks'
import { getCountryCallingCode, type CountryCode } from 'libphonenumber-js/core'
import metadata from 'libphonenumber-js/min/metadata'
import type { ReactNode } from 'react'

interface CountrySelectProps {
  value?: CountryCode
  onChange: (country?: CountryCode) => void
  options: readonly { value?: CountryCode; label: string; divider?: boolean }[]
  disabled?: boolean
  readOnly?: boolean
}

/** The country, as the platform's own list: searchable by typing, native on touch. */
export function CountrySelect(props: CountrySelectProps): ReactNode {
  const { value, onChange, options, disabled, readOnly } = props
  const words = useMessages('phoneEntry', phoneEntryMessages)
  return (
    <span data-scope="phone-entry" data-part="country">
      <span aria-hidden="true" data-scope="phone-entry" data-part="calling-code">
        {value ? `${value} +${getCountryCallingCode(value, metadata)}` : '+'}
        <svg viewBox="0 0 20 20" focusable="false">
          <path d="m6 8 4 4 4-4" />
        </svg>
      </span>
      <select
        data-scope="phone-entry"
        data-part="country-select"
        aria-label={words.country(undefined)}
        autoComplete="tel-country-code"
        disabled={disabled === true || readOnly === true}
        value={value ?? 'ZZ'}
        onChange={({ target }) => {
          // SAFETY: the values are those of the options.
          onChange(target.value === 'ZZ' ? undefined : (target.value as CountryCode))
        }}
      >
        {options
          .filter(({ divider }) => !divider)
          .map((option) => (
            <option key={option.value ?? 'ZZ'} value={option.value ?? 'ZZ'}>
              {option.value
                ? `${option.label} (+${getCountryCallingCode(option.value, metadata)})`
                : words.international}
            </option>
          ))}
      </select>
    </span>
  )
}
