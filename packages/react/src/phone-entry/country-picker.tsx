'use client'
import {
  countryName,
  listedCountry,
  useCountryPicker,
  type ListedCountry,
  type PhoneCountry,
} from '@phoneproof/hooks'
import { useMemo, type ReactNode } from 'react'
import { CountryList } from './country-list.tsx'
import { CountrySelect } from './country-select.tsx'
import { Flag } from './flag.tsx'
import { ChevronIcon } from './phone-entry-icons.tsx'
import { usePhoneEntryContext } from './phone-entry-context.ts'

/** What react-phone-number-input hands to its `countrySelectComponent`. */
export interface CountryPickerProps {
  options: readonly { value?: PhoneCountry; label: string; divider?: boolean }[]
}

const none: readonly ListedCountry[] = []

/** The country: a button, and a list that is searched. */
export function CountryPicker({ options }: CountryPickerProps): ReactNode {
  const context = usePhoneEntryContext('CountryPicker')
  const { field, id, isDisabled, isReadOnly, locale, onOpen } = context
  const { country, callingCode } = field.detail
  const { words } = field
  const isNamed = field.isLive
  const list = useMemo(
    () =>
      context.isListed
        ? options.flatMap(({ value, label }) => (value ? [listedCountry(value, label)] : []))
        : none,
    [context.isListed, options],
  )
  const picker = useCountryPicker({
    id,
    list,
    value: country,
    words,
    disabled: isDisabled || isReadOnly,
    onPick(picked) {
      field.pickCountry(picked)
      if (context.focusAfterPick === 'input') field.focus()
      else document.getElementById(`${id}-country`)?.focus()
    },
  })
  if (context.picker === 'native') return <CountrySelect options={options} />

  // A number with a plus says its code itself.
  const code = field.isInternational || callingCode === undefined ? undefined : `+${callingCode}`
  const name = isNamed && country ? countryName(country, locale) : country
  const divider = options.findIndex((option) => option.divider)
  const button = picker.getButtonProps()
  return (
    <>
      <button
        {...button}
        id={`${id}-country`}
        aria-label={words.country(name, code)}
        onClick={(event) => {
          onOpen()
          button.onClick?.(event)
        }}
        onKeyDown={(event) => {
          onOpen()
          button.onKeyDown?.(event)
        }}
      >
        <Flag country={country} />
        {code !== undefined && (
          <bdi data-scope="phone-entry" data-part="country-code">
            {code}
          </bdi>
        )}
        <ChevronIcon />
      </button>
      {picker.isOpen && <CountryList picker={picker} dividerAfter={options[divider - 1]?.value} />}
    </>
  )
}
