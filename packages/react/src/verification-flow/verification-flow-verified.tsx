'use client'
import { mayStillRing, usePhoneText } from '@phoneproof/hooks'
import type { ReactNode } from 'react'
import { CheckIcon } from './icons.tsx'
import { useFlow } from './verification-flow-context.ts'

/** The last step: it worked. */
export function VerificationFlowVerified(): ReactNode {
  const { flow } = useFlow('VerificationFlowVerified')
  const { words } = flow
  const { state } = flow.snapshot
  const { text: phone } = usePhoneText(state.phone)
  return (
    <>
      <div data-scope="verification" data-part="mark">
        <CheckIcon />
      </div>
      <h2 {...flow.getHeadingProps()}>{words.verifiedHeading}</h2>
      <p data-scope="verification" data-part="intro">
        {words.verifiedText(phone)}
      </p>
      {mayStillRing(state) && (
        <p data-scope="verification" data-part="notice">
          {words.mayStillRing}
        </p>
      )}
    </>
  )
}
