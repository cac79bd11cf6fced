import { createVerifyClient, systemClock } from '@phoneproof/client'
import '@phoneproof/react/styles.css'
import { createRunningClock, createSimulator } from '@phoneproof/simulator'
import { startSimulatorWorker } from '@phoneproof/simulator/browser'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { createPlayback } from './playback.ts'
import { PlaygroundContext, type Playground } from './playground-context.ts'
import { scenarioFromUrl } from './scenario/scenario-picker.tsx'
import './styles.css'

const nowKey = 'playground-now'

async function createPlayground(): Promise<Playground> {
  // A reload goes on where it was, which may be ahead of real time.
  const storage = window.sessionStorage
  const clock = createRunningClock(Math.max(systemClock.now(), Number(storage.getItem(nowKey))))
  window.addEventListener('pagehide', () => storage.setItem(nowKey, String(clock.now())))

  const simulator = createSimulator({
    clock,
    storage,
    scenario: scenarioFromUrl(window.location.search),
  })
  const baseUrl = new URL('api/v2', document.baseURI).href
  const transport = await startTransport(simulator.handlers)
  const fetch = transport === 'fetch' ? simulator.fetch : undefined
  const client = createVerifyClient({ baseUrl, clock, fetch })
  return { client, clock, simulator, transport, playback: createPlayback(clock) }
}

/** A service worker needs https or localhost. Elsewhere the simulation answers without one. */
async function startTransport(
  handlers: Playground['simulator']['handlers'],
): Promise<Playground['transport']> {
  if (!('serviceWorker' in navigator)) return 'fetch'
  try {
    const url = new URL('mockServiceWorker.js', document.baseURI).pathname
    await startSimulatorWorker(handlers, { serviceWorkerUrl: url })
    return 'service worker'
  } catch {
    return 'fetch'
  }
}

const root = document.querySelector('#root')
if (!root) throw new Error('index.html has no #root')
const playground = await createPlayground()
createRoot(root).render(
  <StrictMode>
    <PlaygroundContext value={playground}>
      <App />
    </PlaygroundContext>
  </StrictMode>,
)
