'use client'
import { systemClock, type Clock } from '@phoneproof/client'
import type { QueryClient } from '@tanstack/react-query'
import { createContext, useContext, type Context } from 'react'
import { englishMessages, type Messages } from './messages.ts'

/** What the provider hands down. Every member has a default, so the provider is optional. */
export interface PhoneproofContextValue {
  clock: Clock
  /** BCP 47 tag for names and formats; undefined means the browser's. */
  locale: string | undefined
  messages: Messages
  queryClient: QueryClient | undefined
}

export const PhoneproofContext: Context<PhoneproofContextValue> = createContext({
  clock: systemClock,
  locale: undefined,
  messages: englishMessages,
  queryClient: undefined,
} as PhoneproofContextValue)

export const usePhoneproof = (): PhoneproofContextValue => useContext(PhoneproofContext)
