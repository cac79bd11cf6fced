'use client'
import type { ListedCountry, UseCountryPickerReturn } from '@phoneproof/hooks'
import { memo, useCallback, type ReactNode } from 'react'
import { Flag } from './flag.tsx'
import { CheckIcon, CloseIcon, SearchIcon } from './phone-entry-icons.tsx'
import { usePhoneEntryContext } from './phone-entry-context.ts'
import { usePlacement } from './use-placement.ts'

export interface CountryListProps {
  picker: UseCountryPickerReturn
  /** The last of the preferred countries: a line follows it. */
  dividerAfter: string | undefined
}

/** The open list: only there while it is open. */
export function CountryList({ picker, dividerAfter }: CountryListProps): ReactNode {
  const { words } = usePhoneEntryContext('CountryList').field
  const { found, query } = picker
  const placement = usePlacement(picker.close)
  const { ref, ...pickerProps } = picker.getPickerProps()
  const attach = useCallback(
    (element: HTMLElement | null) => {
      placement(element)
      ref(element)
    },
    [placement, ref],
  )
  return (
    <div {...pickerProps} ref={attach} popover="manual">
      <div data-scope="phone-entry" data-part="picker-head">
        <SearchIcon />
        <input {...picker.getSearchProps()} />
        <button
          type="button"
          data-scope="phone-entry"
          data-part="close"
          aria-label={words.close}
          onClick={picker.close}
        >
          <CloseIcon />
        </button>
      </div>
      <ul {...picker.getListProps()}>
        {found.map((each) => (
          <CountryOption
            key={each.country}
            listed={each}
            {...picker.getOptionProps(each.country)}
            isLast={query === '' && each.country === dividerAfter}
          />
        ))}
      </ul>
      {found.length === 0 && (
        <p data-scope="phone-entry" data-part="empty">
          {words.noResults}
        </p>
      )}
      <div {...picker.getResultsProps()}>
        {query && (found.length === 0 ? words.noResults : words.results(found.length))}
      </div>
    </div>
  )
}

type OptionProps = ReturnType<UseCountryPickerReturn['getOptionProps']> & {
  listed: ListedCountry
  isLast: boolean
}

// The handlers are new at each render and do the same: not a reason to render 245 options.
const CountryOption = memo(
  function CountryOption({ listed, isLast, ...props }: OptionProps): ReactNode {
    return (
      <li {...props} data-last={isLast ? '' : undefined}>
        <Flag country={listed.country} />
        <span data-scope="phone-entry" data-part="option-name">
          {listed.name}
        </span>
        <bdi data-scope="phone-entry" data-part="option-code">
          +{listed.callingCode}
        </bdi>
        {props['aria-selected'] === true && <CheckIcon />}
      </li>
    )
  },
  (before, after) =>
    before.listed === after.listed &&
    before.isLast === after.isLast &&
    before['data-active'] === after['data-active'] &&
    before['aria-selected'] === after['aria-selected'],
)
