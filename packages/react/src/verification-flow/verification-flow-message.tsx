'use client'
import { verificationFlowPart } from '@phoneproof/hooks/internal/verification-flow'
import type { ReactNode } from 'react'
import { AlertIcon } from './icons.tsx'
import { useFlow } from './verification-flow-context.ts'

export interface VerificationFlowMessageProps {
  /**
   * Only what belongs there: `actions` is the error of *Cancel* or *Send a new code*, `form` is all else.
   * @default both
   */
  place?: 'form' | 'actions' | undefined
}

/** The error of the screen as a whole, or its notice. Errors of a field stand at the field. */
export function VerificationFlowMessage({ place }: VerificationFlowMessageProps): ReactNode {
  const { flow } = useFlow('VerificationFlowMessage')
  const { error, notice } = flow.texts
  const isHere = place === undefined || (place === 'actions') === (flow.errorPlace === 'actions')
  // The error ends when the wait that the service asked for is over.
  const isOver = flow.error?.kind === 'rateLimited' && flow.now >= (flow.error.retryAt ?? flow.now)

  if (error !== undefined && !isOver && isHere) {
    return (
      <div {...verificationFlowPart('error')}>
        <AlertIcon />
        <div>{error}</div>
      </div>
    )
  }
  return notice === undefined || place === 'actions' ? null : (
    <p {...verificationFlowPart('notice')}>{notice}</p>
  )
}
