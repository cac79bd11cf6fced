'use client'
import { useCountdown } from '@phoneproof/hooks/countdown'
import { timeText } from '@phoneproof/hooks/verification-flow'
import type { ReactNode } from 'react'
import { useFlow } from './verification-flow-context.ts'

export interface CountdownTextProps {
  /** Milliseconds since the epoch. */
  deadline: number
  /** Seconds, also where a slow clock is wanted. @default false */
  isPrecise?: boolean | undefined
  /** The sentence around the time, which is given as `4:12` or, coarsely and from an hour on, `5 minutes`. */
  children: (time: string) => string
}

/** A sentence with the time left. The only thing that renders when a second passes. */
export function CountdownText({ deadline, isPrecise, children }: CountdownTextProps): ReactNode {
  const { flow, countdown } = useFlow('CountdownText')
  const { duration, underAMinute } = flow.messages
  const isCounted = isPrecise === true || countdown === 'precise'
  const seconds = useCountdown(deadline, isCounted ? 'second' : 'minute')
  const slowly = seconds > 60 ? duration(seconds) : underAMinute
  return (
    <span role="timer" data-scope="verification-flow" data-part="timer">
      {children(isCounted ? timeText(seconds, flow.messages) : slowly)}
    </span>
  )
}
