'use client'
import { verificationFlowPart } from '@phoneproof/hooks/internal/verification-flow'
import type { ReactNode } from 'react'
import { AlertIcon } from './icons.tsx'
import { useFlow } from './verification-flow-context.ts'

/** What went wrong with the screen as a whole, or the news about it. Errors of a field are at the field. */
export function VerificationFlowMessage(): ReactNode {
  const { flow } = useFlow('VerificationFlowMessage')
  const { error, notice } = flow.texts
  // A service is busy until it said one may try again.
  const isOver = flow.error?.kind === 'rateLimited' && flow.now >= (flow.error.retryAt ?? flow.now)

  if (error !== undefined && !isOver) {
    return (
      <div {...verificationFlowPart('error')}>
        <AlertIcon />
        <div>{error}</div>
      </div>
    )
  }
  return notice === undefined ? null : <p {...verificationFlowPart('notice')}>{notice}</p>
}
