'use client'
import { usePhoneText } from '@phoneproof/hooks/phone-entry'
import { errorScope, errorWords, isSlow } from '@phoneproof/hooks/verification'
import type { ReactNode } from 'react'
import { AlertIcon } from './icons.tsx'
import { useFlow } from './verification-flow-context.ts'

/** What went wrong with the step as a whole, or the news about it. Field errors are elsewhere. */
export function VerificationFlowMessage(): ReactNode {
  const { flow } = useFlow('VerificationFlowMessage')
  const { words, snapshot } = flow
  const { state, now } = snapshot
  const { error, notice } = state
  const { text: phone } = usePhoneText(notice?.phone ?? state.phone, flow.maskPhone)
  // A service is busy until it said one may try again.
  const isOver = error?.kind === 'rateLimited' && now >= (error.retryAt ?? now)

  if (errorScope(state) === 'step' && !isOver) {
    return (
      <div data-scope="verification" data-part="message">
        <AlertIcon />
        <div>{errorWords(state, words)}</div>
      </div>
    )
  }
  if (isSlow(snapshot)) return <Notice>{words.slow}</Notice>
  // The introduction already says that a code was sent, and where.
  if (!notice || notice.kind === 'codeSent') return null
  return <Notice>{words.notices[notice.kind](phone)}</Notice>
}

const Notice = ({ children }: { children: ReactNode }): ReactNode => (
  <p data-scope="verification" data-part="notice">
    {children}
  </p>
)
