'use client'
import { useContext, useMemo } from 'react'
import { MessagesContext } from './messages-context.ts'
import type { Messages } from './messages.ts'

/** The messages of a surface: what the provider was given, over the English ones. */
export function useMessages<
  Surface extends keyof Messages,
  Words extends Partial<Messages[Surface]> = Messages[Surface],
>(surface: Surface, english: Words): Words {
  const overrides: object | undefined = useContext(MessagesContext)?.[surface]
  // SAFETY: messages laid over messages of the same shape keep it.
  return useMemo(() => layOver(english, overrides) as Words, [english, overrides])
}

/** Records are merged member by member. A message replaces the other. */
function layOver(english: object, overrides: object | undefined): object {
  if (overrides === undefined) return english
  const texts: Record<string, unknown> = { ...english }
  for (const [name, given] of Object.entries(overrides)) {
    const own = texts[name]
    if (given === undefined) continue
    texts[name] = typeof own === 'object' && own !== null ? layOver(own, given as object) : given
  }
  return texts
}
