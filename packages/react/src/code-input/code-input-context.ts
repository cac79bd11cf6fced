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
  try {
    if (process.env.NODE_ENV !== 'production') checkField(field, part)
  } catch (error) {
    // A page without a bundler has no `process`.
    if (!(error instanceof ReferenceError)) throw error
  }
  // SAFETY: checked above in development. In production the first use of a missing one throws.
  return field as UseCodeInputReturn
}

const checkField = (field: UseCodeInputReturn | undefined, part: string): void =>
  invariant(field, {
    what: `<${part}> has no <CodeInputRoot> above it.`,
    why: 'Slots read their value from the root.',
    fix: 'Wrap them in <CodeInputRoot length={6}>.',
  })
