'use client'
import { useContext, useMemo } from 'react'
import { MessagesContext } from './messages-context.ts'
import type { Messages } from './messages.ts'

/** The words of a surface: its English ones under what the provider was given. */
export function useMessages<Surface extends keyof Messages>(
  surface: Surface,
  english: Messages[Surface],
): Messages[Surface] {
  const overrides = useContext(MessagesContext)?.[surface]
  return useMemo(
    // SAFETY: spreading a partial over the whole leaves no member out.
    () => (overrides ? ({ ...english, ...overrides } as Messages[Surface]) : english),
    [english, overrides],
  )
}
