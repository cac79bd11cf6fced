'use client'
import {
  screenOf,
  waitReasons,
  waitText,
  type Availability,
  type FlowScreen,
} from '@phoneproof/hooks/verification-flow'
import type { ReactNode } from 'react'
import { CountdownText } from './countdown-text.tsx'
import { useFlow } from './verification-flow-context.ts'

/**
 * Why a button waits, other than for the 30-second window: a busy service, a cancel that was refused
 * or is not done. It is the button's description. Those of the forms say it themselves.
 */
export function VerificationFlowWaitReasons(): ReactNode {
  const { flow } = useFlow('VerificationFlowWaits')
  return waitReasons(flow.snapshot)
    .filter((each) => !isSubmitWait(each, screenOf(flow.snapshot.state)))
    .map((each) => <Wait key={each.reason} {...each} />)
}

/** The same for the button of the form on screen. */
export function SubmitWait(): ReactNode {
  const { flow } = useFlow('SubmitWait')
  const view = screenOf(flow.snapshot.state)
  const found = waitReasons(flow.snapshot).find((each) => isSubmitWait(each, view))
  return found ? <Wait {...found} /> : null
}

const isSubmitWait = ({ reason }: Availability, view: FlowScreen): boolean =>
  view === 'phone' || reason === 'checkIn'

function Wait({ reason, from }: Availability): ReactNode {
  const { flow, limitHelp } = useFlow('VerificationFlowWaits')
  if (reason === undefined) return null
  if (reason === 'lastCode' || reason === 'noMoreCodes') {
    return (
      <p {...flow.getWaitReasonProps(reason)}>
        <span>{`${flow.messages[reason]} `}</span>
        <span>{limitHelp}</span>
      </p>
    )
  }
  const say = (time: string): string => waitText(reason, time, flow.messages)
  return (
    <p {...flow.getWaitReasonProps(reason)}>
      {from === undefined ? say('') : <CountdownText deadline={from}>{say}</CountdownText>}
    </p>
  )
}
