import type { ReactNode } from 'react'
import { timeText } from './time-text.ts'

interface EntryListProps {
  /** What to say while there is nothing. */
  empty: string
  children: readonly ReactNode[]
}

/** The newest first, because that is what one has just done. */
export function EntryList({ empty, children }: EntryListProps): ReactNode {
  if (children.length === 0) return <p className="inspector-empty">{empty}</p>
  return <ol className="entries">{children.toReversed()}</ol>
}

interface EntryProps {
  /** Simulated, in milliseconds since the epoch. */
  at: number
  /** Beside the time, in quiet type. */
  aside?: ReactNode
  /** What happened, in one line. */
  title: ReactNode
  children?: ReactNode
}

export function Entry({ at, aside, title, children }: EntryProps): ReactNode {
  return (
    <li className="entry">
      <p className="entry-title">{title}</p>
      <p className="entry-when">
        <time dateTime={new Date(at).toISOString()}>{timeText(at)}</time>
        {aside !== undefined && <span>{aside}</span>}
      </p>
      {children}
    </li>
  )
}
