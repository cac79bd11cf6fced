'use client'
import { isLimit, type Wait } from '@phoneproof/hooks/internal/verification-flow'
import type { ReactNode } from 'react'
import { CountdownText } from './countdown-text.tsx'
import { useFlow, type UseVerificationFlowContextReturn } from './verification-flow-context.ts'

/**
 * Why a button waits, other than for the cooldown: the service is busy, or a cancel was refused or is not
 * done. It describes the button. The two forms show the reasons of their own buttons.
 */
export function VerificationFlowWaitReasons(): ReactNode {
  const { flow } = useFlow('VerificationFlowWaitReasons')
  return flow.waitReasons
    .filter((wait) => !isOfForm(wait, flow))
    .map((wait) => <WaitReasonText key={wait.reason} {...wait} />)
}

/** The same for the button of the form on screen. */
export function FormWaitReason(): ReactNode {
  const { flow } = useFlow('FormWaitReason')
  const found = flow.waitReasons.find((wait) => isOfForm(wait, flow))
  return found ? <WaitReasonText {...found} /> : null
}

const isOfForm = ({ reason }: Wait, { screen }: UseVerificationFlowContextReturn): boolean =>
  screen === 'phone' || reason === 'checkIn'

function WaitReasonText(wait: Wait): ReactNode {
  const { flow, limitHelp } = useFlow('VerificationFlowWaitReasons')
  const { reason, until } = wait
  const say = (time: string): string => flow.texts.wait(reason, time)
  if (isLimit(wait)) {
    return (
      <p {...flow.getWaitReasonProps(reason)}>
        <span>{`${say('')} `}</span>
        <span>{limitHelp}</span>
      </p>
    )
  }
  return (
    <p {...flow.getWaitReasonProps(reason)}>
      {until === undefined ? say('') : <CountdownText deadline={until}>{say}</CountdownText>}
    </p>
  )
}
