import { systemClock } from '@phoneproof/client'
import { createRunningClock, createSimulator, type Behaviour } from '@phoneproof/simulator'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import './controls.css'
import { createBackEnd } from './back-end/back-end.ts'
import { createTraffic } from './back-end/traffic.ts'
import { createDrawers } from './drawer/drawers.ts'
import { createConnection } from './embed/connection.ts'
import { followSettings } from './embed/follow-settings.ts'
import { nothingInTransit } from './embed/in-transit.ts'
import { createSessions } from './embed/sessions.ts'
import { watchLiveRegions } from './inspector/live-regions.ts'
import { createRecorder } from './inspector/recorder.ts'
import { loadLazyParts } from './lazy-parts.ts'
import { createObservableValue } from './observable-value.ts'
import { createPlayback } from './playback.ts'
import { PlaygroundContext, type Playground } from './playground-context.ts'
import { createSettingsStore } from './settings/settings-store.ts'
import { createLocaleMessages } from './settings/locale-messages.ts'
import { openTabStorage } from './tab-storage.ts'
import { startTransport } from './transport/start-transport.ts'

const nowKey = 'playground-now'

function createPlayground(): Playground {
  const settings = createSettingsStore()
  const { scenario, speed, isPaused } = settings.getSnapshot()
  const storage = openTabStorage()
  // A reload continues where it was, which may be ahead of real time.
  const start = Math.max(systemClock.now(), Number(storage.getItem(nowKey)))
  const clock = createRunningClock(start, systemClock, () =>
    nothingInTransit(connection, backEnd, simulator.requests),
  )
  window.addEventListener('pagehide', () => storage.setItem(nowKey, String(clock.now())))
  const playback = createPlayback(clock, { speed, isPaused })

  const behaviour: Partial<Behaviour> = {}
  const simulator = createSimulator({ clock, scenario, storage, behaviour })
  const baseUrl = new URL('api/v2', document.baseURI).href
  const backEnd = createBackEnd({
    clock,
    storage,
    serviceFetch: simulator.fetch,
    basePath: new URL(baseUrl).pathname,
    onFailed() {
      settings.change({ hasBackEnd: false })
      notice.set('The back end could not be loaded.')
    },
  })
  const transport = startTransport(simulator, backEnd, baseUrl)
  const connection = createConnection(transport.fetch)
  const sessions = createSessions({
    simulator,
    backEnd,
    canResume: () => settings.getSnapshot().hasBackEnd,
    clock,
    baseUrl,
    fetch: connection.fetch,
    storage,
  })
  const notice = createObservableValue('')
  const recorder = createRecorder(clock)
  sessions.subscribe(recorder.restart)
  watchLiveRegions(document.body, recorder.onAnnouncement)
  const world = { simulator, behaviour, connection, backEnd, playback, sessions, notice, storage }
  followSettings(settings, world)
  const localeMessages = createLocaleMessages(settings, notice)
  const wide = window.matchMedia('(width >= 1240px)')
  const drawers = createDrawers(() => wide.matches)
  return {
    clock,
    simulator,
    backEnd,
    traffic: createTraffic(simulator.requests, backEnd.requests),
    playback,
    settings,
    localeMessages,
    sessions,
    notice,
    drawers,
    storage,
    recorder,
    transport,
  }
}

const root = document.querySelector('#root')
if (!root) throw new Error('index.html has no #root')
const playground = createPlayground()
createRoot(root).render(
  <StrictMode>
    <PlaygroundContext value={playground}>
      <App />
    </PlaygroundContext>
  </StrictMode>,
)
// After what the page is opened for. Then it says that its server may go.
window.addEventListener('load', () =>
  systemClock.setTimeout(async () => {
    await loadLazyParts()
    document.documentElement.dataset['loaded'] = ''
  }, 1_000),
)
