'use client'
import type { UseCodeInputReturn } from '@phoneproof/hooks/code-input'
import { invariant } from '@phoneproof/hooks/internal'
import { createContext, useContext, type Context } from 'react'

declare const process: { env: { NODE_ENV?: string } }

export const CodeInputContext: Context<UseCodeInputReturn | undefined> = createContext<
  UseCodeInputReturn | undefined
>(undefined)

/** The field around a part. In development, a part without one throws an error that names it. */
export function useCodeInputContext(part: string): UseCodeInputReturn {
  const field = useContext(CodeInputContext)
  if (process.env.NODE_ENV !== 'production') {
    invariant(field, {
      what: `<${part}> has no <CodeInputRoot> above it.`,
      why: 'Slots read their value from the root.',
      fix: 'Wrap them in <CodeInputRoot length={6}>.',
    })
  }
  // SAFETY: checked above in development. In production the first use of a missing one throws.
  return field as UseCodeInputReturn
}
