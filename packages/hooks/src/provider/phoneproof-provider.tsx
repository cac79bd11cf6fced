'use client'
import { systemClock, type Clock, type VerifyClient } from '@phoneproof/client'
import type { QueryClient } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { knownLocale } from '../lib/known-locale.ts'
import { MessagesContext } from '../messages/messages-context.ts'
import type { MessageOverrides } from '../messages/messages.ts'
import { PhoneproofContext } from './phoneproof-context.ts'

/** What everything of the kit inside it uses. */
export interface PhoneproofProviderProps {
  /** For components and hooks that get no client of their own. */
  client?: VerifyClient | undefined
  /** @default systemClock */
  clock?: Clock | undefined
  /** @default the QueryClientProvider's, else one of our own */
  queryClient?: QueryClient | undefined
  /** BCP 47 tag for country names, such as `pt-BR`. @default the browser's */
  locale?: string | undefined
  /** Messages that replace the English ones. */
  messages?: MessageOverrides | undefined
  children?: ReactNode
}

/** Optional: everything it hands down has a default. */
export function PhoneproofProvider(props: PhoneproofProviderProps): ReactNode {
  const { client, clock = systemClock, queryClient, messages, children } = props
  const locale = knownLocale(props.locale)
  const value = useMemo(
    () => ({ client, clock, queryClient, locale }),
    [client, clock, queryClient, locale],
  )
  return (
    <MessagesContext.Provider value={messages}>
      <PhoneproofContext.Provider value={value}>{children}</PhoneproofContext.Provider>
    </MessagesContext.Provider>
  )
}
