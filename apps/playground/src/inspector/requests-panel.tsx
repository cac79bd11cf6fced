import type { ReactNode } from 'react'
import type { TracedRequest } from '../backend/traffic.ts'
import { Entry, EntryList } from './entry-list.tsx'
import { legText, outcomeText, tookText } from './readable.ts'

/** Every request the kit made, and what the simulated service answered. */
export function RequestsPanel({ requests }: { requests: readonly TracedRequest[] }): ReactNode {
  return (
    <EntryList empty="Nothing has been sent yet.">
      {requests.map((request) => (
        <Request key={`${request.leg} ${request.id}`} request={request} />
      ))}
    </EntryList>
  )
}

function Request({ request }: { request: TracedRequest }): ReactNode {
  const { leg, at, answeredAt, method, path, status, body, answer } = request
  const hasFailed = status >= 400 || (status === 0 && answeredAt !== undefined)
  const took = tookText(request)
  const aside = [leg && legText[leg], took && `took ${took}`].filter(Boolean).join(', ')
  const title = (
    <>
      <b>{method}</b> <code>{path}</code>
      <span className="entry-outcome" data-failed={hasFailed ? '' : undefined}>
        {outcomeText(request)}
      </span>
    </>
  )
  return (
    <Entry at={at} title={title} aside={aside === '' ? undefined : aside}>
      <Json label="Sent" value={body} />
      <Json label="Answered" value={answer} />
    </Entry>
  )
}

function Json({ label, value }: { label: string; value: unknown }): ReactNode {
  if (value === undefined) return null
  return (
    <figure className="inspector-json">
      <figcaption>{label}</figcaption>
      <pre>{JSON.stringify(value, null, 2)}</pre>
    </figure>
  )
}
