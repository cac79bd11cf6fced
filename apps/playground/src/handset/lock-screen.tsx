import { deliveryKindOf } from '@phoneproof/client'
import type { HandsetMessage } from '@phoneproof/simulator'
import { useState, type ReactNode } from 'react'
import { Icon } from '../icons.tsx'
import { leaveFocus } from '../leave-focus.ts'
import { usePlayback, usePlayground } from '../playground-context.ts'
import { fillField } from './fill-field.ts'
import './lock-screen.css'

/** Of nobody in particular: any valid number will do. */
const ownNumber = '+447400123456'

/** The time, and the newest messages under it. */
export function LockScreen({ messages }: { messages: readonly HandsetMessage[] }): ReactNode {
  const { now } = usePlayback()
  const [hint, setHint] = useState('')
  const time = new Date(now)
  const recent = messages.slice(-4).reverse()

  function fill(kind: 'phone' | 'code', text: string): void {
    const missing = kind === 'phone' ? 'a number' : 'a code'
    setHint(fillField(kind, text) ? '' : `No field for ${missing} is on the page now.`)
  }

  return (
    <div className="lock">
      <p className="lock-date">
        {time.toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })}
      </p>
      <p className="lock-time">
        {time.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}
      </p>
      <ul className="lock-list">
        {recent.map((message) => (
          <li key={message.id}>
            <Notification message={message} onFill={(code) => fill('code', code)} />
          </li>
        ))}
      </ul>
      <p className="lock-hint" role="status">
        {hint}
      </p>
      {recent.length === 0 && (
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

interface NotificationProps {
  message: HandsetMessage
  onFill: (code: string) => void
}

function Notification({ message, onFill }: NotificationProps): ReactNode {
  const { simulator } = usePlayground()
  const { now } = usePlayback()
  const isText = deliveryKindOf(message) !== 'call'
  const ago = Math.floor((now - message.at) / 60_000)
  const code = simulator.lastCode(message.phone)
  const holdsCode = code !== undefined && message.text.includes(code)
  return (
    <article className="note" data-kind={message.channel}>
      <header className="note-head">
        <Icon name={isText ? 'message' : 'phone'} />
        <span>{isText ? 'Messages' : callName(message)}</span>
        <time>{ago < 1 ? 'now' : `${ago} min ago`}</time>
      </header>
      {isText && (
        <p className="note-text" lang={message.language}>
          {message.text}
        </p>
      )}
      {isText && holdsCode && (
        <button
          type="button"
          className="lock-fill"
          onMouseDown={leaveFocus}
          onClick={() => onFill(code)}
        >
          Fill code {code}
        </button>
      )}
    </article>
  )
}

function callName({ state }: HandsetMessage): string {
  if (state === 'declined') return 'Declined call'
  return state === 'missed' ? 'Missed call' : 'Answered call'
}
