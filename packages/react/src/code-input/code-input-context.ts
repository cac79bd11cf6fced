'use client'
import { invariant, type UseCodeInputReturn } from '@phoneproof/hooks'
import { createContext, useContext, type Context } from 'react'

export interface CodeInputContextValue {
  field: UseCodeInputReturn
  mask: boolean
}

export const CodeInputContext: Context<CodeInputContextValue | undefined> = createContext<
  CodeInputContextValue | undefined
>(undefined)

/** The field around a part. Throws, naming the part, when there is none. */
export function useCodeInputContext(part: string): CodeInputContextValue {
  const value = useContext(CodeInputContext)
  invariant(value, {
    what: `<${part}> has no <CodeInputRoot> above it.`,
    why: 'Slots read their value from the root.',
    fix: 'Wrap them in <CodeInputRoot length={6}>.',
  })
  return value
}
