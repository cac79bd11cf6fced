import type { ReactNode } from 'react'
import { Entry, EntryList } from './entry-list.tsx'
import { eventDetails } from './readable.ts'
import type { Recording } from './recorder.ts'

/** What `onEvent` told the app, for analytics. */
export function EventsPanel({ events }: Pick<Recording, 'events'>): ReactNode {
  return (
    <EntryList empty="No events yet.">
      {events.map(({ at, event }, index) => (
        <Entry
          key={`${index}-${at}`}
          at={at}
          title={<code>{event.type}</code>}
          aside={eventDetails(event)}
        />
      ))}
    </EntryList>
  )
}
