'use client'
import { invariant } from '@phoneproof/hooks/internal'
import type { FlowTexts, UseVerificationFlowReturn } from '@phoneproof/hooks/verification-flow'
import { createContext, useContext, type Context, type ReactNode } from 'react'

/** How the time left is shown: to the second, by the minute, or not at all. */
export type CountdownStyle = 'precise' | 'coarse' | 'hidden'

/** Everything `useVerificationFlow` gives, and the texts in use. */
export interface UseVerificationFlowContextReturn extends UseVerificationFlowReturn {
  texts: FlowTexts
}

export interface VerificationFlowContextValue {
  flow: UseVerificationFlowContextReturn
  countdown: CountdownStyle
  setIsHidden: (isHidden: boolean) => void
  limitHelp: ReactNode
  afterVerified: ReactNode
}

export const VerificationFlowContext: Context<VerificationFlowContextValue | undefined> =
  createContext<VerificationFlowContextValue | undefined>(undefined)

/** The flow around a part. Throws, naming the part, when there is none. */
export function useFlow(part: string): VerificationFlowContextValue {
  const value = useContext(VerificationFlowContext)
  invariant(value, {
    what: `<${part}> has no <VerificationFlowRoot> above it.`,
    why: 'Parts show the state of the flow around them.',
    fix: `Put <${part}> inside <VerificationFlowRoot brand="Acme">.`,
  })
  return value
}

/** The flow around a component of yours. */
export const useVerificationFlowContext = (): UseVerificationFlowContextReturn =>
  useFlow('useVerificationFlowContext').flow
