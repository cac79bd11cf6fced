'use client'
import { errorWords, usePhoneText } from '@phoneproof/hooks'
import type { ReactNode } from 'react'
import { useFlow } from './verification-flow-context.ts'

/**
 * What screen readers are told. Two regions that are always there and empty at first: `status`
 * for progress, `alert` for errors and the end of the code. The ticking clock is in neither.
 */
export function VerificationFlowLive(): ReactNode {
  const { flow } = useFlow('VerificationFlowLive')
  const { words } = flow
  const { state, announcement } = flow.snapshot
  const { text: phone } = usePhoneText(state.phone)
  const said = announcement && words.announcements[announcement.kind](phone)
  const isUrgent = announcement?.kind === 'expired'
  return (
    <>
      <div {...flow.getStatusProps()}>
        {said && !isUrgent && <span key={announcement.id}>{said}</span>}
      </div>
      <div {...flow.getAlertProps()}>
        {state.error ? errorWords(state, words) : isUrgent ? said : undefined}
      </div>
    </>
  )
}
