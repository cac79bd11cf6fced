'use client'
import { useCountdown } from '@phoneproof/hooks/countdown'
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

/** A sentence with the time left. Nothing else renders when a second passes. */
export function CountdownText({ deadline, isPrecise, children }: CountdownTextProps): ReactNode {
  const { flow, countdown } = useFlow('CountdownText')
  const { messages, time } = flow.texts
  const isCounted = isPrecise === true || countdown === 'precise'
  const seconds = useCountdown(deadline, isCounted ? 'second' : 'minute')
  const slowly = seconds > 60 ? messages.duration(seconds) : messages.underAMinute
  return <span {...flow.getTimerProps()}>{children(isCounted ? time(seconds) : slowly)}</span>
}
