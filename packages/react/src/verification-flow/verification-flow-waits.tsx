'use client'
import {
  viewOf,
  waitsOf,
  waitWords,
  type Availability,
  type View,
} from '@phoneproof/hooks/verification'
import type { ReactNode } from 'react'
import { CountdownText } from './countdown-text.tsx'
import { useFlow } from './verification-flow-context.ts'

/**
 * Why a button waits, other than for the 30-second window: a busy service, a cancel that was refused
 * or is not done. It is the button's description. Those of the forms say it themselves.
 */
export function VerificationFlowWaits(): ReactNode {
  const { flow } = useFlow('VerificationFlowWaits')
  return waitsOf(flow.snapshot)
    .filter((each) => !isSubmitWait(each, viewOf(flow.snapshot.state)))
    .map((each) => <Wait key={each.wait} {...each} />)
}

/** The same for the button of the form on screen. */
export function SubmitWait(): ReactNode {
  const { flow } = useFlow('SubmitWait')
  const view = viewOf(flow.snapshot.state)
  const found = waitsOf(flow.snapshot).find((each) => isSubmitWait(each, view))
  return found ? <Wait {...found} /> : null
}

const isSubmitWait = ({ wait }: Availability, view: View): boolean =>
  view === 'phone' || wait === 'checkIn'

function Wait({ wait, from }: Availability): ReactNode {
  const { flow, help } = useFlow('VerificationFlowWaits')
  if (wait === undefined) return null
  if (wait === 'lastCode' || wait === 'noMoreCodes') {
    return (
      <p {...flow.getWaitProps(wait)}>
        <span>{`${flow.words[wait]} `}</span>
        <span>{help}</span>
      </p>
    )
  }
  const say = (time: string): string => waitWords(wait, time, flow.words)
  return (
    <p {...flow.getWaitProps(wait)}>
      {from === undefined ? say('') : <CountdownText deadline={from}>{say}</CountdownText>}
    </p>
  )
}
