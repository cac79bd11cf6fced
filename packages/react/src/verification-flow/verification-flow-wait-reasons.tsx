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

/** The time stands in the button itself. The sentence is for screen readers. */
export const isSaidByButton = ({ reason, until }: Wait): boolean =>
  (reason === 'newCodeIn' || reason === 'cancelIn') && until !== undefined

function WaitReasonText(wait: Wait): ReactNode {
  const { flow, limitHelp } = useFlow('VerificationFlowWaitReasons')
  const { reason, until } = wait
  const { busyUntil, texts } = flow
  // A busy number has one sentence for both its times.
  const isBusy = reason === 'retryIn' && busyUntil !== undefined
  const say = (time: string, later: string): string =>
    isBusy ? texts.messages.retryInOrWithin(time, later) : texts.wait(reason, time)
  if (isLimit(wait)) {
    return (
      <p {...flow.getWaitReasonProps(reason)}>
        <span>{`${texts.wait(reason, '')} `}</span>
        <span>{limitHelp}</span>
      </p>
    )
  }
  return (
    <p {...flow.getWaitReasonProps(reason)} data-in-button={isSaidByButton(wait) ? '' : undefined}>
      {until === undefined ? (
        texts.wait(reason, '')
      ) : (
        <CountdownText deadline={until} later={isBusy ? busyUntil : undefined}>
          {say}
        </CountdownText>
      )}
    </p>
  )
}
