'use client'
import { systemClock, type Clock, type VerifyClient } from '@phoneproof/client'
import type { QueryClient } from '@tanstack/react-query'
import { createContext, useContext, type Context } from 'react'

/** What the provider hands down. Every member has a default, so the provider is optional. */
export interface PhoneproofContextValue {
  client: VerifyClient | undefined
  clock: Clock
  /** BCP 47 tag for names and formats; undefined means the browser's. */
  locale: string | undefined
  queryClient: QueryClient | undefined
}

export const PhoneproofContext: Context<PhoneproofContextValue> =
  createContext<PhoneproofContextValue>({
    client: undefined,
    clock: systemClock,
    locale: undefined,
    queryClient: undefined,
  })

/** What the nearest `PhoneproofProvider` hands down, or the defaults. */
export const usePhoneproof = (): PhoneproofContextValue => useContext(PhoneproofContext)
