'use client'
import { errorScope, errorWords, usePhoneText } from '@phoneproof/hooks'
import type { ReactNode } from 'react'
import { CountdownText } from './countdown-text.tsx'
import { AlertIcon } from './icons.tsx'
import { useFlow } from './verification-flow-context.ts'

/** What went wrong with the step as a whole, or the news about it. Field errors are elsewhere. */
export function VerificationFlowMessage(): ReactNode {
  const { flow } = useFlow('VerificationFlowMessage')
  const { words } = flow
  const { state, now } = flow.snapshot
  const { text: phone } = usePhoneText(state.notice?.phone ?? state.phone)
  const { error, notice } = state

  if (error && errorScope(state) === 'step') {
    const retryAt = error.retryAt !== undefined && error.retryAt > now ? error.retryAt : undefined
    return (
      <p data-scope="verification" data-part="message" data-tone="error">
        <AlertIcon />
        <span>
          {errorWords(state, words)}
          {retryAt !== undefined && (
            <span {...flow.getWaitProps()}>
              {' '}
              <CountdownText deadline={retryAt}>{words.retryIn}</CountdownText>.
            </span>
          )}
        </span>
      </p>
    )
  }
  // The intro already says that a code was sent, and where.
  if (!notice || notice.kind === 'codeSent') return null
  return (
    <p data-scope="verification" data-part="notice">
      {words.notices[notice.kind](phone)}
    </p>
  )
}
