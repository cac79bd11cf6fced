'use client'
import { useCountdown } from '@phoneproof/hooks/countdown'
import type { ReactNode } from 'react'
import { useFlow } from './verification-flow-context.ts'

export interface CountdownTextProps {
  /** Milliseconds since the epoch. */
  deadline: number
  /** Counts seconds even when the flow counts minutes. @default false */
  isPrecise?: boolean | undefined
  /** The sentence around the time. It gets `4:12`, or `5 minutes` when minutes are counted or from an hour on. */
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
