'use client'
import { useCountdown } from '@phoneproof/hooks/countdown'
import type { ReactNode } from 'react'
import { useFlow } from './verification-flow-context.ts'

export interface CountdownTextProps {
  /** Milliseconds since the epoch. */
  deadline: number
  /** A second one, counted in the same sentence. */
  later?: number | undefined
  /** Counts seconds even when the flow counts minutes. @default false */
  isPrecise?: boolean | undefined
  /** The sentence around the times. It gets `4:12`, or `5 minutes` when minutes are counted or from an hour on. */
  children: (time: string, later: string) => string
}

/** A sentence with the time left. Nothing else renders when a second passes. */
export function CountdownText({
  deadline,
  later = deadline,
  isPrecise,
  children,
}: CountdownTextProps): ReactNode {
  const { flow, countdown } = useFlow('CountdownText')
  const { messages, time } = flow.texts
  const isCounted = isPrecise === true || countdown === 'precise'
  const unit = isCounted ? 'second' : 'minute'
  const say = (seconds: number): string => {
    if (isCounted) return time(seconds)
    return seconds > 60 ? messages.duration(seconds) : messages.underAMinute
  }
  const text = children(say(useCountdown(deadline, unit)), say(useCountdown(later, unit)))
  return <span {...flow.getTimerProps()}>{text}</span>
}
