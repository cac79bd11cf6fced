import { useState, type ReactNode } from 'react'
import { usePlayground, useTransport } from '../playground-context.ts'
import './transport-notice.css'

const dismissedKey = 'playground-notice-dismissed'

/** Says why requests are not in the network panel, where they are not, and what can be done. */
export function TransportNotice(): ReactNode {
  const way = useTransport()
  const { storage } = usePlayground()
  const [isDismissed, setDismissed] = useState(() => storage.getItem(dismissedKey) !== null)
  if (way !== 'fetch' || isDismissed) return null

  function dismiss(): void {
    storage.setItem(dismissedKey, 'yes')
    setDismissed(true)
  }

  return (
    <aside className="notice" aria-label="About this page">
      <p>Requests do not show in the browser’s network panel here. The demo works all the same.</p>
      <details>
        <summary>Why, and what to do</summary>
        {window.isSecureContext ? <Refused /> : <NotSecure />}
      </details>
      <button type="button" className="button" onClick={dismiss}>
        Dismiss
      </button>
    </aside>
  )
}

function NotSecure(): ReactNode {
  return (
    <p>
      They would go through a service worker. Browsers allow those on https and on localhost only,
      and this is <code>{window.location.origin}</code>. The inspector lists the requests. To see
      them in the panel too, serve the page over https, or forward a port to it and open it on
      localhost. For a test in Chrome, add the address under{' '}
      <code>chrome://flags/#unsafely-treat-insecure-origin-as-secure</code>.
    </p>
  )
}

function Refused(): ReactNode {
  return (
    <p>
      They would go through a service worker. The browser refused it, as some do in private windows,
      in embedded pages and where storage is blocked. The inspector lists the requests. To see them
      in the panel too, open the page in an ordinary window of its own.
    </p>
  )
}
