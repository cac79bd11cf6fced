'use client'
import { countryName } from '@phoneproof/hooks/internal/phone-entry'
import { useCountryPicker } from '@phoneproof/hooks/phone-entry'
import { memo, useEffect, useRef, type ComponentType, type ReactNode } from 'react'
import { countryListPart } from './country-list-part.ts'
import { CountrySelect } from './country-select.tsx'
import { Flag } from './flag.tsx'
import { PhoneEntryContext, type PhoneEntryContextValue } from './phone-entry-context.ts'
import { useLazyPart } from './use-lazy-part.ts'

/** Ahead of the press. A failure is told by the press. */
const preload = (): void => void countryListPart.load().catch(() => {})

/**
 * The country: a button, and a list that is loaded when somebody is about to open it. Most keys
 * change nothing of it.
 */
export const CountryPicker: ComponentType<PhoneEntryContextValue> = memo(function CountryPicker(
  props: PhoneEntryContextValue,
): ReactNode {
  const { id, words, country, code, isBlocked, isLive, labels, locale, picker, focus } = props
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
  // Without a network the platform's own list takes its place, and the focus.
  if (picker === 'native' || hasFailed) {
    return <CountrySelect {...props} isAsked={opener.isOpen} />
  }

  const ownName = isLive && country ? countryName(country, locale) : country
  const name = (country && labels?.[country]) ?? ownName
  return (
    <PhoneEntryContext.Provider value={props}>
      <button
        {...opener.getButtonProps()}
        id={`${id}-country`}
        data-country={code === undefined ? country : undefined}
        aria-label={words.country(name, code)}
        onPointerEnter={preload}
        onFocus={preload}
      >
        <Flag country={country} />
        {code !== undefined && (
          <bdi data-scope="phone-entry" data-part="country-code">
            {code}
          </bdi>
        )}
      </button>
      {opener.isOpen && part && <part.CountryList picker={opener} />}
    </PhoneEntryContext.Provider>
  )
})
