'use client'
import { verificationFlowPart } from '@phoneproof/hooks/internal/verification-flow'
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
 * The screen of a flow that cannot go on by itself (unsure whether a code was sent, busy, expired,
 * locked): what happened, one clear way on, and another number. Children replace what is in it.
 */
export function VerificationFlowProblem({
  children,
  ...props
}: VerificationFlowScreenProps): ReactNode {
  return (
    <Screen {...props} part="VerificationFlowProblem" screen="problem">
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

const buttons = {
  retry: VerificationFlowRetry,
  newCode: VerificationFlowNewCode,
  changeNumber: VerificationFlowChangeNumber,
} as const

function WaysOn(): ReactNode {
  const { flow } = useFlow('VerificationFlowProblem')
  const [main, ...others] = flow.actions.filter((action) => action in buttons)
  const MainAction = buttons[main as keyof typeof buttons]
  return (
    <>
      <div {...verificationFlowPart('main-action')}>
        <MainAction />
      </div>
      {others.length > 0 && (
        <div {...verificationFlowPart('actions')}>
          <VerificationFlowChangeNumber />
        </div>
      )}
    </>
  )
}

/** How long a busy number stays busy at most, once it can be tried again. Before, one sentence says both. */
function BusyTime(): ReactNode {
  const { flow } = useFlow('VerificationFlowProblem')
  if (flow.busyUntil === undefined || flow.waitReasons.length > 0) return null
  return (
    <p {...verificationFlowPart('wait-reason')}>
      <CountdownText deadline={flow.busyUntil}>{flow.texts.messages.retryWithin}</CountdownText>
    </p>
  )
}
