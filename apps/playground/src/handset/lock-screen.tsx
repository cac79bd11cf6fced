import type { HandsetMessage } from '@phoneproof/simulator'
import { useState, type ReactNode } from 'react'
import { leaveFocus } from '../leave-focus.ts'
import { usePlayback } from '../playground-context.ts'
import { fillField } from './fill-field.ts'
import { Notifications } from './notifications.tsx'
import { timeOfDay } from './time-of-day.ts'
import './lock-screen.css'

/** Of nobody in particular: any valid number will do. */
const ownNumber = '+447400123456'

/** The time, and what arrived under it. */
export function LockScreen({ messages }: { messages: readonly HandsetMessage[] }): ReactNode {
  const { now } = usePlayback()
  const [hint, setHint] = useState('')

  function fill(kind: 'phone' | 'code', text: string): void {
    const missing = kind === 'phone' ? 'a number' : 'a code'
    setHint(fillField(kind, text) ? '' : `No field for ${missing} is on the page now.`)
  }

  return (
    <div className="lock">
      <p className="lock-date">
        {new Date(now).toLocaleDateString('en-GB', {
          weekday: 'long',
          day: 'numeric',
          month: 'long',
        })}
      </p>
      <p className="lock-time">{timeOfDay(now)}</p>
      <Notifications messages={messages} onFill={(code) => fill('code', code)} />
      <p className="lock-hint" role="status">
        {hint}
      </p>
      {messages.length === 0 && (
        <div className="lock-empty">
          <p>No messages</p>
          <button
            type="button"
            className="lock-fill"
            onMouseDown={leaveFocus}
            onClick={() => fill('phone', ownNumber)}
          >
            Fill in a number
          </button>
        </div>
      )}
    </div>
  )
}
