import type { ReactNode } from 'react'
import { Entry, EntryList } from './entry-list.tsx'
import type { Recording } from './recorder.ts'

/** What screen readers announced without the focus moving. */
export function AnnouncementsPanel({ announcements }: Pick<Recording, 'announcements'>): ReactNode {
  return (
    <EntryList empty="Nothing has been announced yet.">
      {announcements.map(({ at, role, by, text }, index) => (
        <Entry key={`${index}-${at}`} at={at} title={text} aside={`${role} of the ${by}`} />
      ))}
    </EntryList>
  )
}
