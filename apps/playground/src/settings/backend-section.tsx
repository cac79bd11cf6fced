import { useId, type ReactNode } from 'react'
import { usePlayground, useSettings } from '../playground-context.ts'

/** Puts the server half between the flow and the service. */
export function BackendSection(): ReactNode {
  const { isBackendInNode } = usePlayground()
  return isBackendInNode ? <InNode /> : <InPage />
}

function InNode(): ReactNode {
  return (
    <section>
      <h3>Backend</h3>
      <p>
        @phoneproof/server runs in Node, on SQLite, and its service is the sandbox. It decides what
        is sent: <code>apps/playground/server/create-backend.ts</code>.
      </p>
    </section>
  )
}

function InPage(): ReactNode {
  const { settings, sessions, backend, notice } = usePlayground()
  const { hasBackend } = useSettings()
  const id = useId()

  function openAnother(person: 'the same' | 'another'): void {
    if (person === 'another') backend.changePerson()
    sessions.openAnother()
    notice.set(`Opened once more, by ${person} person.`)
  }

  return (
    <section>
      <h3>Backend</h3>
      <label className="settings-switch">
        <input
          type="checkbox"
          checked={hasBackend}
          aria-describedby={id}
          onChange={({ target }) => settings.change({ hasBackend: target.checked })}
        />
        With a backend
      </label>
      <p id={id}>
        @phoneproof/server runs in this page, between the flow and the service, with its sessions,
        limits and deferred cancels.
      </p>
      {hasBackend && (
        <div className="settings-again">
          <button type="button" className="button" onClick={() => openAnother('the same')}>
            Another tab
          </button>
          <button type="button" className="button" onClick={() => openAnother('another')}>
            Another person
          </button>
        </div>
      )}
    </section>
  )
}
