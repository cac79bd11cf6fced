'use client'
import { retryAvailability, type View, usePhoneText } from '@phoneproof/hooks'
import type { ReactNode } from 'react'
import { ActionButton } from './action-button.tsx'
import { CountdownText } from './countdown-text.tsx'
import { useFlow } from './verification-flow-context.ts'
import { VerificationFlowMessage } from './verification-flow-message.tsx'

export type StoppedView = Extract<View, 'uncertain' | 'blocked' | 'expired' | 'locked'>

/** A step in which no code can be entered: what happened, one clear way on, and another number. */
export function VerificationFlowStopped({ view }: { view: StoppedView }): ReactNode {
  const { flow } = useFlow('VerificationFlowStopped')
  const { words } = flow
  const { main, phone: e164 } = flow.snapshot.state
  const { text: phone } = usePhoneText(e164)
  const isBlocked = main.step === 'blocked'
  const needsNewCode = view === 'expired' || view === 'locked'

  const text = {
    uncertain: words.uncertainText(phone),
    blocked: isBlocked && main.attempt.uncertain ? words.lostText(phone) : words.blockedText,
    expired: main.step === 'expired' ? words.expiredText[main.cause] : '',
    locked: words.lockedText,
  }[view]
  const heading = {
    uncertain: words.uncertainHeading,
    blocked: words.blockedHeading,
    expired: words.expiredHeading,
    locked: words.lockedHeading,
  }[view]
  const retryFrom = retryAvailability(flow.snapshot).from

  return (
    <>
      <h2 {...flow.getHeadingProps()}>{heading}</h2>
      <p data-scope="verification" data-part="intro">
        {text}
      </p>
      {isBlocked && (
        <p data-scope="verification" data-part="next">
          <CountdownText deadline={main.until}>{words.retryInAtMost}</CountdownText>
        </p>
      )}
      {isBlocked && retryFrom !== undefined && retryFrom < main.until && (
        <p {...flow.getWaitProps()}>
          <CountdownText deadline={retryFrom}>{words.retryIn}</CountdownText>
        </p>
      )}
      <VerificationFlowMessage />
      <div data-scope="verification" data-part="form">
        <ActionButton
          variant="primary"
          {...(needsNewCode ? flow.getNewCodeProps() : flow.getRetryProps())}
        >
          {needsNewCode ? words.newCode : words.tryAgain}
        </ActionButton>
      </div>
      <div data-scope="verification" data-part="actions">
        <ActionButton {...flow.getChangeNumberProps()}>
          {needsNewCode ? words.changeNumber : words.differentNumber}
        </ActionButton>
      </div>
    </>
  )
}
