'use client'
import { countryName } from '@phoneproof/hooks/internal/phone-entry'
import type { PhoneCountry } from '@phoneproof/hooks/phone-entry'
import { createContext, forwardRef, useContext, useMemo, type ReactNode } from 'react'
import PhoneInput from 'react-phone-number-input/core'
import { usePhoneEntryContext } from './phone-entry-context.ts'

/** A row of the list: a country, *International*, or the line under the preferred ones. */
export interface CountryOption {
  /** None for *International*, and the line. */
  value?: PhoneCountry
  label: string
  divider?: boolean
}

export interface CountryOptionsProps {
  children: (options: readonly CountryOption[]) => ReactNode
}

/**
 * The countries as react-phone-number-input lists them: its order in the reader's language, its
 * names, its divider. It has nothing to do with the number here: the README says why.
 */
export function CountryOptions({ children }: CountryOptionsProps): ReactNode {
  const { messages, plans, locale, countries, preferred, hasInternational, countryNames } =
    usePhoneEntryContext('CountryOptions')
  const { international } = messages
  const names = useMemo(() => {
    const named = countries.map((each) => [each, countryNames?.[each] ?? countryName(each, locale)])
    return { ...Object.fromEntries(named), ZZ: international }
  }, [countries, countryNames, international, locale])
  return (
    <DrawContext.Provider value={children}>
      <PhoneInput
        metadata={plans}
        countries={[...countries]}
        countryOptionsOrder={preferred.length > 0 ? [...preferred, '|'] : []}
        addInternationalOption={hasInternational}
        labels={names}
        {...(locale !== undefined && { locales: locale })}
        value=""
        onChange={ignore}
        containerComponent={Children}
        countrySelectComponent={Options}
        inputComponent={Nothing}
        smartCaret={false}
      />
    </DrawContext.Provider>
  )
}

const DrawContext = createContext<CountryOptionsProps['children'] | undefined>(undefined)

const ignore = (): void => {}
/** It is given a ref, and React 18 warns about refs on functions. */
const Nothing = forwardRef((): ReactNode => null)
const Children = ({ children }: { children?: ReactNode }): ReactNode => children
const Options = ({ options }: { options: readonly CountryOption[] }): ReactNode =>
  useContext(DrawContext)?.(options)
