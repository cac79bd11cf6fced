import type { ReactNode } from 'react'
import { usePlayback } from '../playground-context.ts'
import { timeOfDay } from './time-of-day.ts'

/** What stands on top of every phone. It says nothing that the screen below does not. */
export function StatusBar(): ReactNode {
  const { now } = usePlayback()
  return (
    <div className="status-bar" aria-hidden="true">
      <span>{timeOfDay(now)}</span>
      <svg viewBox="0 0 46 12">
        <path d="M0 8h3v4H0zm5-2.5h3V12H5zM10 3h3v9h-3zm5-3h3v12h-3z" />
        <rect x="23.5" y="1" width="19" height="10" rx="3" className="status-battery" />
        <path d="M25.5 3.9c0-.5.4-.9.9-.9h9.2c.5 0 .9.4.9.9v4.2c0 .5-.4.9-.9.9h-9.2a.9.9 0 0 1-.9-.9zM44 4.2a2 2 0 0 1 0 3.6z" />
      </svg>
    </div>
  )
}
