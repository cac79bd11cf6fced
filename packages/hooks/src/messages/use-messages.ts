'use client'
import { useContext, useMemo } from 'react'
import { MessagesContext } from './messages-context.ts'
import type { Messages } from './messages.ts'

/** The words of a surface, or some of them: the English ones under what the provider was given. */
export function useMessages<
  Surface extends keyof Messages,
  Words extends Partial<Messages[Surface]> = Messages[Surface],
>(surface: Surface, english: Words): Words {
  const overrides: object | undefined = useContext(MessagesContext)?.[surface]
  // SAFETY: words laid over words of the same shape keep it.
  return useMemo(() => layOver(english, overrides) as Words, [english, overrides])
}

/** Records of words are laid over one another; a message takes the place of the other. */
function layOver(english: object, overrides: object | undefined): object {
  if (overrides === undefined) return english
  const words: Record<string, unknown> = { ...english }
  for (const [name, given] of Object.entries(overrides)) {
    const own = words[name]
    if (given === undefined) continue
    words[name] = typeof own === 'object' && own !== null ? layOver(own, given as object) : given
  }
  return words
}
