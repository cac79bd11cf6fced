import { deliveryKindOf } from '@phoneproof/client'
import type { HandsetMessage } from '@phoneproof/simulator'
import { useState, type ReactNode } from 'react'
import { leaveFocus } from '../leave-focus.ts'
import { Notification } from './notification.tsx'
import './notifications.css'

interface NotificationsProps {
  messages: readonly HandsetMessage[]
  onFill: (code: string) => void
}

/** Texts and calls, each kind a group, the one with the newest first. */
export function Notifications({ messages, onFill }: NotificationsProps): ReactNode {
  const newestFirst = messages.toReversed()
  const kinds = new Set(newestFirst.map((message) => deliveryKindOf(message)))
  return (
    <ul className="notes">
      {Array.from(kinds, (kind) => (
        <li key={kind}>
          <Group
            noun={kind === 'call' ? 'call' : 'message'}
            messages={newestFirst.filter((message) => deliveryKindOf(message) === kind)}
            onFill={onFill}
          />
        </li>
      ))}
    </ul>
  )
}

/** Several of a kind lie on each other until somebody wants to see them all. */
function Group({ noun, messages, onFill }: NotificationsProps & { noun: string }): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const older = messages.length - 1
  const shown = isOpen ? messages : messages.slice(0, 1)
  return (
    <>
      <ul className="notes-group" data-stacked={!isOpen && older > 0 ? '' : undefined}>
        {shown.map((message) => (
          <li key={message.id}>
            <Notification message={message} onFill={onFill} />
          </li>
        ))}
      </ul>
      {older > 0 && (
        <button
          type="button"
          className="notes-more"
          aria-expanded={isOpen}
          onMouseDown={leaveFocus}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? 'Show less' : `${older} older ${noun}${older === 1 ? '' : 's'}`}
        </button>
      )}
    </>
  )
}
