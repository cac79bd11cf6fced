import { deliveryKindOf } from '@phoneproof/client'
import type { HandsetMessage } from '@phoneproof/simulator'
import type { ReactNode } from 'react'
import { Icon } from '../icons.tsx'
import { leaveFocus } from '../leave-focus.ts'
import { useObservable } from '../observable-value.ts'
import { usePlayback, usePlayground } from '../playground-context.ts'
import { codeEnding } from './code-ending.ts'

interface NotificationProps {
  message: HandsetMessage
  onFill: (code: string) => void
}

/** Who it is from, how long ago, and what can be done with it. */
export function Notification({ message, onFill }: NotificationProps): ReactNode {
  const { now } = usePlayback()
  const verifications = useObservable(usePlayground().simulator)
  const verification = verifications.find(({ verifyId }) => verifyId === message.verifyId)
  const isText = deliveryKindOf(message) !== 'call'
  const ago = Math.floor((now - message.at) / 60_000)
  const ending = codeEnding(message, verifications)
  const code = verification?.code
  return (
    <article
      className="note"
      data-kind={isText ? 'text' : 'call'}
      data-over={isText && ending !== undefined ? '' : undefined}
    >
      <span className="note-icon">
        <Icon name={isText ? 'message' : 'phone'} />
      </span>
      <header className="note-head">
        <b>{isText ? (verification?.senderId ?? verification?.brand) : callName(message)}</b>
        <time>{ago < 1 ? 'now' : `${ago} min ago`}</time>
      </header>
      {isText ? (
        <p className="note-text" lang={message.language}>
          {message.text}
        </p>
      ) : (
        <p className="note-text">Verification call</p>
      )}
      {isText && ending !== undefined && <p className="note-ending">{ending}</p>}
      {isText && ending === undefined && code !== undefined && (
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
