import type { HandsetMessage } from '@phoneproof/simulator'
import { useState, useSyncExternalStore, type ReactNode } from 'react'
import { usePlayback, usePlayground } from '../playground-context.ts'
import { fillCode } from './fill-code.ts'
import './handset.css'

/** The phone that the codes arrive on: a lock screen, a text message, a call that rings. */
export function Handset(): ReactNode {
  const { simulator } = usePlayground()
  const { now } = usePlayback()
  const messages = useSyncExternalStore(simulator.handset.subscribe, simulator.handset.getSnapshot)
  const call = messages.findLast(
    ({ channel, state }) => channel === 'voice' && (state === 'ringing' || state === 'accepted'),
  )
  const newest = messages.at(-1)
  // The sheet of narrow screens opens when something arrives, until it is closed.
  const arrived = messages.length
  const [closedAfter, setClosedAfter] = useState(0)
  const isOpen = closedAfter !== arrived

  return (
    <section className="handset" aria-label="Simulated phone" data-open={isOpen ? '' : undefined}>
      <button
        type="button"
        className="handset-handle"
        aria-expanded={isOpen}
        onClick={() => setClosedAfter(isOpen ? arrived : -1)}
      >
        {isOpen ? 'Hide phone' : 'Show phone'}
      </button>
      <div className="handset-body">
        <div className="handset-screen">
          {call ? <Call call={call} /> : <LockScreen now={now} messages={messages} />}
        </div>
      </div>
      <p className="handset-caption">
        {newest ? `This is ${newest.phone}.` : 'Codes arrive here. Try any valid number.'}
      </p>
    </section>
  )
}

interface LockScreenProps {
  now: number
  messages: readonly HandsetMessage[]
}

function LockScreen({ now, messages }: LockScreenProps): ReactNode {
  const time = new Date(now)
  const recent = messages.slice(-4).reverse()
  return (
    <div className="lock">
      <p className="lock-date">
        {time.toLocaleDateString('en', { weekday: 'long', day: 'numeric', month: 'long' })}
      </p>
      <p className="lock-time">
        {time.toLocaleTimeString('en', { hour: '2-digit', minute: '2-digit', hour12: false })}
      </p>
      {recent.length === 0 && <p className="lock-empty">No messages</p>}
      <ul className="lock-list">
        {recent.map((message) => (
          <li key={message.id}>
            <Notification message={message} now={now} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Notification({ message, now }: { message: HandsetMessage; now: number }): ReactNode {
  const { simulator } = usePlayground()
  const isText = message.channel === 'sms'
  const ago = Math.floor((now - message.at) / 60_000)
  const code = simulator.lastCode(message.phone)
  const holdsCode = code !== undefined && message.text.includes(code)
  return (
    <article className="note" data-kind={message.channel}>
      <header className="note-head">
        <svg viewBox="0 0 20 20" aria-hidden="true" className="note-icon">
          {isText ? (
            <path d="M3 5.5A1.5 1.5 0 0 1 4.5 4h11A1.5 1.5 0 0 1 17 5.5v7a1.5 1.5 0 0 1-1.5 1.5H8l-3.5 3v-3A1.5 1.5 0 0 1 3 12.5Z" />
          ) : (
            <path d="M4 3.5h2.6l1.2 3.3-1.6 1.3a10 10 0 0 0 5.7 5.7l1.3-1.6 3.3 1.2V16a1.4 1.4 0 0 1-1.5 1.5A13.3 13.3 0 0 1 2.5 5 1.4 1.4 0 0 1 4 3.5Z" />
          )}
        </svg>
        <span>{isText ? 'Messages' : callName(message)}</span>
        <time>{ago < 1 ? 'now' : `${ago} min ago`}</time>
      </header>
      {isText && <p className="note-text">{message.text}</p>}
      {isText && holdsCode && (
        <button type="button" className="note-fill" onClick={() => fillCode(code)}>
          Fill code {code}
        </button>
      )}
    </article>
  )
}

const callName = ({ state }: HandsetMessage): string =>
  state === 'ended' || state === 'accepted' ? 'Call answered' : 'Missed call'

function Call({ call }: { call: HandsetMessage }): ReactNode {
  const { simulator } = usePlayground()
  const isRinging = call.state === 'ringing'
  return (
    <div className="call" role="group" aria-label="Incoming call">
      <p className="call-kind">{isRinging ? 'Incoming call' : 'On the phone'}</p>
      <p className="call-name">Verification call</p>
      {isRinging ? (
        <p className="call-rings" aria-hidden="true">
          <span />
          <span />
          <span />
        </p>
      ) : (
        <p className="call-captions">{call.text}</p>
      )}
      <div className="call-actions">
        <button
          type="button"
          className="call-decline"
          onClick={() => simulator.handset.decline(call.id)}
        >
          {isRinging ? 'Decline' : 'Hang up'}
        </button>
        {isRinging && (
          <button
            type="button"
            className="call-accept"
            onClick={() => simulator.handset.accept(call.id)}
          >
            Accept
          </button>
        )}
      </div>
    </div>
  )
}
