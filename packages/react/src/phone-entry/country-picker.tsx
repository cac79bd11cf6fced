'use client'
import { countryName, phoneEntryPart } from '@phoneproof/hooks/internal/phone-entry'
import { useCountryPicker } from '@phoneproof/hooks/phone-entry'
import { memo, useEffect, useRef, type ComponentType, type ReactNode } from 'react'
import { countryListPart } from './country-list-part.ts'
import { CountrySelect } from './country-select.tsx'
import { Flag } from './flag.tsx'
import { PhoneEntryContext, type PhoneEntryContextValue } from './phone-entry-context.ts'
import { useLazyPart } from './use-lazy-part.ts'

/** Before the press. If it fails, the press finds out. */
const preload = (): void => void countryListPart.load().catch(() => {})

/**
 * The country: a button, and a list that is loaded when somebody is about to open it. Most keys in
 * the number change nothing here, and do not render it.
 */
export const CountryPicker: ComponentType<PhoneEntryContextValue> = memo(function CountryPicker(
  props: PhoneEntryContextValue,
): ReactNode {
  const { id, messages, country, code, isBlocked, isLive, countryNames, locale, picker, focus } =
    props
  const opener = useCountryPicker({
    id,
    disabled: isBlocked,
    isReady: countryListPart.loaded() !== undefined,
  })
  const { part, hasFailed } = useLazyPart(countryListPart, opener.isOpen)
  const wasOpen = useRef(false)
  useEffect(() => {
    // The list is gone, and took the focus with it.
    if (isBlocked && wasOpen.current) focus()
    wasOpen.current = opener.isOpen
  })
  // Where it cannot be loaded, the platform's own list takes its place, and its focus.
  if (picker === 'native' || hasFailed) {
    return <CountrySelect {...props} isAsked={opener.isOpen} />
  }

  const ownName = isLive && country ? countryName(country, locale) : country
  const name = (country && countryNames?.[country]) ?? ownName
  return (
    <PhoneEntryContext.Provider value={props}>
      <button
        {...opener.getButtonProps()}
        id={`${id}-country`}
        data-country={code === undefined ? country : undefined}
        aria-label={messages.country(name, code)}
        onPointerEnter={preload}
        onFocus={preload}
      >
        <Flag country={country} />
        {code !== undefined && <bdi {...phoneEntryPart('country-code')}>{code}</bdi>}
      </button>
      {opener.isOpen && part && <part.CountryList picker={opener} />}
    </PhoneEntryContext.Provider>
  )
})
