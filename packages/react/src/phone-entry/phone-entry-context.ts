'use client'
import { invariant, type UsePhoneEntryReturn } from '@phoneproof/hooks'
import {
  createContext,
  useContext,
  type ComponentPropsWithoutRef,
  type Context,
  type ReactNode,
} from 'react'

export interface PhoneEntryContextValue {
  field: UsePhoneEntryReturn
  id: string
  locale: string | undefined
  isDisabled: boolean
  isReadOnly: boolean
  picker: 'list' | 'native'
  focusAfterPick: 'input' | 'trigger'
  flags: boolean | ((country: string) => ReactNode)
  /** The options have their names: a list is, or has been, open. */
  isListed: boolean
  /** A list is about to open. */
  onOpen: () => void
  inputProps: ComponentPropsWithoutRef<'input'>
}

/** What `<PhoneEntry>` tells the parts that react-phone-number-input renders for it. */
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
