import type { ReactNode } from 'react'
import { useObservable } from '../observable-value.ts'
import { usePlayground, useTransport } from '../playground-context.ts'
import { AnnouncementsPanel } from './announcements-panel.tsx'
import { EventsPanel } from './events-panel.tsx'
import { ExportReport } from './export-report.tsx'
import { wayText } from './readable.ts'
import { RequestsPanel } from './requests-panel.tsx'
import { sinceText } from './since-text.ts'
import { StatePanel } from './state-panel.tsx'
import { StoragePanel } from './storage-panel.tsx'
import { Tabs } from './tabs.tsx'
import './inspector.css'

/** What the kit does, as a developer sees it. */
export function Inspector(): ReactNode {
  const { traffic, recorder } = usePlayground()
  const requests = useObservable(traffic)
  const recording = useObservable(recorder)
  const { since, announcements, events } = recording
  const way = useTransport()
  return (
    <div className="inspector">
      <p className="inspector-head">
        {sinceText(since)} Requests go through {wayText(way)}.
      </p>
      <Tabs
        label="What to inspect"
        tabs={[
          {
            name: 'Requests',
            count: requests.length,
            panel: <RequestsPanel requests={requests} />,
          },
          { name: 'State', panel: <StatePanel recording={recording} /> },
          { name: 'Storage', panel: <StoragePanel /> },
          {
            name: 'Announcements',
            count: announcements.length,
            panel: <AnnouncementsPanel announcements={announcements} />,
          },
          { name: 'Events', count: events.length, panel: <EventsPanel events={events} /> },
        ]}
      />
      <ExportReport />
    </div>
  )
}
