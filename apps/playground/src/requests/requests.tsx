import { useSyncExternalStore, type ReactNode } from 'react'
import { usePlayground } from '../playground-context.ts'
import './requests.css'

/** Every request the kit made, and what the simulated service answered. */
export function Requests({ onClose }: { onClose: () => void }): ReactNode {
  const { simulator, transport } = usePlayground()
  const requests = useSyncExternalStore(
    simulator.requests.subscribe,
    simulator.requests.getSnapshot,
  )
  return (
    <aside className="requests" aria-label="Requests">
      <header>
        <h2>Requests</h2>
        <p>
          Answered by the simulation through{' '}
          {transport === 'fetch' ? 'its own fetch' : 'a service worker'}.
        </p>
        <button type="button" onClick={onClose}>
          Close
        </button>
      </header>
      {requests.length === 0 ? (
        <p className="requests-empty">Nothing has been sent yet.</p>
      ) : (
        <ol>
          {requests.toReversed().map((request) => (
            <li key={request.id}>
              <p>
                <b>{request.method}</b> <code>{request.path}</code>
                <span data-failed={request.status >= 400 ? '' : undefined}>{request.status}</span>
              </p>
              {request.body !== undefined && <pre>{JSON.stringify(request.body, null, 2)}</pre>}
              {request.answer !== undefined && <pre>{JSON.stringify(request.answer, null, 2)}</pre>}
            </li>
          ))}
        </ol>
      )}
    </aside>
  )
}
