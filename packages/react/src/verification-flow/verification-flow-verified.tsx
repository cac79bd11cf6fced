'use client'
import { mayStillRing } from '@phoneproof/hooks/verification-flow'
import type { ReactNode } from 'react'
import { CheckIcon } from './icons.tsx'
import { useFlow } from './verification-flow-context.ts'
import { Screen, type VerificationFlowScreenProps } from './verification-flow-screen.tsx'
import { VerificationFlowHeading, VerificationFlowIntro } from './verification-flow-text.tsx'

/** The last step: it worked. Children take the place of what is in it. */
export function VerificationFlowVerified({
  children,
  ...props
}: VerificationFlowScreenProps): ReactNode {
  return (
    <Screen {...props} part="VerificationFlowVerified" views={['verified']}>
      {children ?? (
        <>
          <div data-scope="verification-flow" data-part="mark">
            <CheckIcon />
          </div>
          <VerificationFlowHeading />
          <VerificationFlowIntro />
          <LateCall />
        </>
      )}
    </Screen>
  )
}

/** Success while a call may already have been on its way. */
function LateCall(): ReactNode {
  const { flow } = useFlow('VerificationFlowVerified')
  if (!mayStillRing(flow.snapshot.state)) return null
  return (
    <p data-scope="verification-flow" data-part="notice">
      {flow.messages.mayStillRing}
    </p>
  )
}
