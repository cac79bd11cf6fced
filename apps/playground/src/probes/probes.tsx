import { PhoneproofProvider } from '@phoneproof/react'
import { useRef, useSyncExternalStore, type ReactNode } from 'react'
import { CopyButton } from '../copy-button.tsx'
import { useLocaleMessages, useSettings } from '../playground-context.ts'
import { directionOf } from '../settings/settings.ts'
import { probesWith, type Probe } from './probe-list.ts'
import { useEventLog, type EventLog } from './use-event-log.ts'
import './probes.css'

/** For a phone in the hand: what only that shows, one thing at a time. */
export function Probes(): ReactNode {
  const hash = useSyncExternalStore(watchHash, () => window.location.hash)
  const { codeLength } = useSettings()
  const probes = probesWith(codeLength)
  const chosen = probes.find(({ id }) => `#${id}` === hash) ?? probes[0]
  return (
    <main className="probes">
      <h2>Probes</h2>
      <p>
        What only a real phone shows. Start the playground with{' '}
        <code>npx -y pnpm@12 dev --host</code>, open the address it prints on a phone in the same
        network, and try these. The logs stay on this page, and show digits as #.
      </p>
      <OverHttps />
      <ul className="probes-list">
        {probes.map(({ id, name }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === chosen.id ? 'true' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
      {/* Alone on the page: what fills fields in looks at all there are. */}
      <ProbeArticle key={chosen.id} probe={chosen} />
    </main>
  )
}

/** What makes a phone take a page of this network for secure. */
const OverHttps = (): ReactNode => (
  <details className="probes-https">
    <summary>What needs https</summary>
    <p>
      Filling in a code without the keyboard does, and the service worker. This page is{' '}
      {window.isSecureContext ? 'secure' : 'not secure'} as it is open here.
    </p>
    <ul>
      <li>
        An Android phone on a cable: in Chrome on the computer, open <code>chrome://inspect</code>,
        forward port 5173 to <code>localhost:5173</code>, and open{' '}
        <code>http://localhost:5173</code> on the phone.
      </li>
      <li>
        Any phone: make a certificate for the address of this computer with{' '}
        <code>mkcert 192.168.1.20</code>, install the root that <code>mkcert -CAROOT</code> names on
        the phone, and set <code>PLAYGROUND_CERT</code> and <code>PLAYGROUND_KEY</code> to the two
        files before <code>npx -y pnpm@12 dev --host</code>.
      </li>
    </ul>
  </details>
)

function watchHash(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

function ProbeArticle({ probe }: { probe: Probe }): ReactNode {
  const { name, on, steps, expect, field: Field } = probe
  const root = useRef<HTMLDivElement>(null)
  const log = useEventLog(root)
  return (
    <article className="probe" aria-labelledby="probe-name">
      <h3 id="probe-name">{name}</h3>
      <p className="probe-on">{on}</p>
      <div className="probe-text">
        <section>
          <h4>Do</h4>
          <ol>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
        <section>
          <h4>Look for</h4>
          <ul>
            {expect.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </section>
      </div>
      <div className="probe-field" ref={root}>
        <InChosenLanguage>
          <Field note={log.note} />
        </InChosenLanguage>
      </div>
      <Log name={name} log={log} />
    </article>
  )
}

/** In the language and the direction of the settings. */
function InChosenLanguage({ children }: { children: ReactNode }): ReactNode {
  const localeMessages = useLocaleMessages()
  const { direction } = useSettings()
  if (!localeMessages) return null
  const { locale, messages } = localeMessages
  return (
    <PhoneproofProvider locale={locale} messages={messages}>
      <div lang={locale} dir={directionOf({ direction, locale })}>
        {children}
      </div>
    </PhoneproofProvider>
  )
}

function Log({ name, log }: { name: string; log: EventLog }): ReactNode {
  const { lines, clear } = log
  const report = (): string =>
    [
      `Probe: ${name}`,
      navigator.userAgent,
      `${window.innerWidth} × ${window.innerHeight}, ${window.isSecureContext ? 'secure' : 'not secure'}`,
      ...lines.map(({ id, text }) => `${id} ${text}`).toReversed(),
    ].join('\n')
  return (
    <section className="probe-log">
      <header>
        <h4 id="probe-log-name">What happened, latest first</h4>
        <button type="button" className="button" onClick={clear}>
          Clear
        </button>
        <CopyButton label="Copy" text={report} />
      </header>
      {/* It scrolls, so the keyboard has to reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div role="region" aria-labelledby="probe-log-name" tabIndex={0}>
        {lines.length === 0 ? (
          <p>Nothing yet.</p>
        ) : (
          <ol>
            {lines.map(({ id, text }) => (
              <li key={id} value={id}>
                {text}
              </li>
            ))}
          </ol>
        )}
      </div>
    </section>
  )
}
