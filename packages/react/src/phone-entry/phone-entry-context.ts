'use client'
import { invariant } from '@phoneproof/hooks/internal'
import type { PhoneCountry, UsePhoneEntryReturn } from '@phoneproof/hooks/phone-entry'
import { createContext, useContext, type Context, type ReactNode } from 'react'

/** What the country beside the number needs: nothing that changes with each digit. */
export interface PhoneEntryContextValue extends Pick<
  UsePhoneEntryReturn,
  'messages' | 'plans' | 'isLive' | 'pickCountry' | 'focus'
> {
  id: string
  locale: string | undefined
  country: PhoneCountry | undefined
  /** Shown beside it. Undefined when the number begins with its calling code. */
  code: string | undefined
  /** The country cannot be changed. */
  isBlocked: boolean
  picker: 'list' | 'native'
  focusAfterPick: 'input' | 'trigger'
  flags: boolean | ((country: string) => ReactNode)
  countries: readonly PhoneCountry[]
  /** First in the list, above a line. */
  preferred: readonly PhoneCountry[]
  /** *International* is in the list. */
  hasInternational: boolean
  /** Names from the app. */
  countryNames: Readonly<Record<string, string>> | undefined
}

/** What the country picker tells its parts. */
export const PhoneEntryContext: Context<PhoneEntryContextValue | undefined> = createContext<
  PhoneEntryContextValue | undefined
>(undefined)

export function usePhoneEntryContext(part: string): PhoneEntryContextValue {
  const context = useContext(PhoneEntryContext)
  invariant(context, {
    what: `${part} has no <PhoneEntry> above it.`,
    why: 'It has no number to show.',
    fix: 'Render <PhoneEntry>.',
  })
  return context
}
