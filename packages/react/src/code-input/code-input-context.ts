'use client'
import { invariant, type UseCodeInputReturn } from '@phoneproof/hooks'
import { createContext, useContext, type Context } from 'react'

export const CodeInputContext: Context<UseCodeInputReturn | undefined> = createContext<
  UseCodeInputReturn | undefined
>(undefined)

/** The field around a part. Throws, naming the part, when there is none. */
export function useCodeInputContext(part: string): UseCodeInputReturn {
  const value = useContext(CodeInputContext)
  invariant(value, {
    what: `<${part}> has no <CodeInputRoot> above it.`,
    why: 'Slots read their value from the root.',
    fix: 'Wrap them in <CodeInputRoot length={6}>.',
  })
  return value
}
