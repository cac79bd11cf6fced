'use client'
import { verificationFlowPart } from '@phoneproof/hooks/internal/verification-flow'
import type { ReactNode } from 'react'
import { CheckIcon } from './icons.tsx'
import { useFlow } from './verification-flow-context.ts'
import { Screen, type VerificationFlowScreenProps } from './verification-flow-screen.tsx'
import { VerificationFlowHeading, VerificationFlowIntro } from './verification-flow-text.tsx'

/** The last screen: it worked. Children replace what is in it. */
export function VerificationFlowVerified({
  children,
  ...props
}: VerificationFlowScreenProps): ReactNode {
  const { afterVerified } = useFlow('VerificationFlowVerified')
  return (
    <Screen {...props} part="VerificationFlowVerified" screen="verified">
      {children ?? (
        <>
          <div {...verificationFlowPart('verified-mark')}>
            <CheckIcon />
          </div>
          <VerificationFlowHeading />
          <VerificationFlowIntro />
          {afterVerified}
          <LateCall />
        </>
      )}
    </Screen>
  )
}

/** The number is verified, and a call may already have been on its way. */
function LateCall(): ReactNode {
  const { flow } = useFlow('VerificationFlowVerified')
  if (!flow.mayStillRing) return null
  return <p {...verificationFlowPart('notice')}>{flow.texts.messages.mayStillRing}</p>
}
