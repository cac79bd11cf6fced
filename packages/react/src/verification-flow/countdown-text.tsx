'use client'
import { formatSeconds, useCountdown } from '@phoneproof/hooks'
import type { ReactNode } from 'react'
import { useFlow } from './verification-flow-context.ts'

export interface CountdownTextProps {
  /** Milliseconds since the epoch. */
  deadline: number
  /** The sentence around the time, which is given as `4:12` or, coarsely, `5 min`. */
  children: (time: string) => string
}

/** A sentence with the time left. The only thing that renders when a second passes. */
export function CountdownText({ deadline, children }: CountdownTextProps): ReactNode {
  const { countdown } = useFlow('CountdownText')
  const seconds = useCountdown(deadline)
  const isCoarse = countdown === 'coarse' && seconds > 60
  const text = children(isCoarse ? `${Math.ceil(seconds / 60)} min` : formatSeconds(seconds))
  return (
    <span role="timer" data-scope="verification" data-part="timer">
      {text}
    </span>
  )
}
