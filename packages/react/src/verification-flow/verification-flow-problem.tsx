'use client'
import { hasCodesLeft, retryAvailability, shownStep, screenOf } from '@phoneproof/hooks/verification-flow'
import type { ReactNode } from 'react'
import { CountdownText } from './countdown-text.tsx'
import {
  VerificationFlowChangeNumber,
  VerificationFlowNewCode,
  VerificationFlowRetry,
} from './verification-flow-actions.tsx'
import { useFlow } from './verification-flow-context.ts'
import { VerificationFlowMessage } from './verification-flow-message.tsx'
import { Screen, type VerificationFlowScreenProps } from './verification-flow-screen.tsx'
import { VerificationFlowHeading, VerificationFlowIntro } from './verification-flow-text.tsx'
import { VerificationFlowWaitReasons } from './verification-flow-wait-reasons.tsx'

/**
 * A step in which no code can be entered (unsure whether one was sent, busy, expired, locked): what
 * happened, one clear way on, and another number. Children take the place of what is in it.
 */
export function VerificationFlowProblem({
  children,
  ...props
}: VerificationFlowScreenProps): ReactNode {
  return (
    <Screen
      {...props}
      part="VerificationFlowStopped"
      views={['uncertain', 'blocked', 'expired', 'locked']}
    >
      {children ?? (
        <>
          <VerificationFlowHeading />
          <VerificationFlowIntro />
          <BusyTime />
          <VerificationFlowMessage />
          <VerificationFlowWaitReasons />
          <WaysOn />
        </>
      )}
    </Screen>
  )
}

function WaysOn(): ReactNode {
  const { flow } = useFlow('VerificationFlowStopped')
  const { state } = flow.snapshot
  const view = screenOf(state)
  // After the last code another number is all that is left.
  const hasOther = hasCodesLeft(state)
  const isOver = view === 'expired' || view === 'locked'
  return (
    <>
      <div data-scope="verification-flow" data-part="form">
        {!hasOther && <VerificationFlowChangeNumber />}
        {hasOther && (isOver ? <VerificationFlowNewCode /> : <VerificationFlowRetry />)}
      </div>
      {hasOther && (
        <div data-scope="verification-flow" data-part="actions">
          <VerificationFlowChangeNumber />
        </div>
      )}
    </>
  )
}

/** How long a busy number stays so at most, unless that is when one may ask again. */
function BusyTime(): ReactNode {
  const { flow } = useFlow('VerificationFlowStopped')
  const step = shownStep(flow.snapshot.state)
  if (step.name !== 'blocked' || retryAvailability(flow.snapshot).from === step.until) return null
  return (
    <p data-scope="verification-flow" data-part="wait">
      <CountdownText deadline={step.until}>{flow.messages.retryWithin}</CountdownText>
    </p>
  )
}
