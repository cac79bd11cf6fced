'use client'
import { usePhoneText } from '@phoneproof/hooks/phone-entry'
import { errorScope, errorText, isSlow } from '@phoneproof/hooks/verification-flow'
import type { ReactNode } from 'react'
import { AlertIcon } from './icons.tsx'
import { useFlow } from './verification-flow-context.ts'

/** What went wrong with the step as a whole, or the news about it. Field errors are elsewhere. */
export function VerificationFlowMessage(): ReactNode {
  const { flow } = useFlow('VerificationFlowMessage')
  const { messages, snapshot } = flow
  const { state, now } = snapshot
  const { error, notice } = state
  const { text: phone } = usePhoneText(notice?.phone ?? state.phone, flow.maskPhone)
  // A service is busy until it said one may try again.
  const isOver = error?.kind === 'rateLimited' && now >= (error.retryAt ?? now)

  if (errorScope(state) === 'step' && !isOver) {
    return (
      <div data-scope="verification-flow" data-part="message">
        <AlertIcon />
        <div>{errorText(state, messages)}</div>
      </div>
    )
  }
  if (isSlow(snapshot)) return <Notice>{messages.slow}</Notice>
  // The introduction already says that a code was sent, and where.
  if (!notice || notice.kind === 'codeSent') return null
  return <Notice>{messages.notices[notice.kind](phone)}</Notice>
}

const Notice = ({ children }: { children: ReactNode }): ReactNode => (
  <p data-scope="verification-flow" data-part="notice">
    {children}
  </p>
)
