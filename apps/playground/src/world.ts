import { systemClock } from '@phoneproof/client'
import {
  createRunningClock,
  createSimulator,
  type Behaviour,
  type Observable,
  type ScenarioName,
} from '@phoneproof/simulator'
import { createBackend, type Backend } from './backend/backend.ts'
import { createConnection, type Connection } from './embed/connection.ts'
import { nothingInTransit } from './embed/in-transit.ts'
import type { MovableClock } from './playback.ts'
import type { SimulatedService } from './simulated-service.ts'
import type { TabStorage } from './tab-storage.ts'
import { startTransport, type Way } from './transport/start-transport.ts'

/** What the page talks to, and the clock that all of it shares. */
export interface World {
  readonly clock: MovableClock
  readonly simulator: SimulatedService
  /** The departures the simulator was made with. It reads them at each request. */
  readonly behaviour: Partial<Behaviour>
  readonly backend: Backend
  readonly connection: Connection
  /** How requests reach what answers them. Undefined until that is known. */
  readonly transport: Observable<Way | undefined>
}

interface WorldOptions {
  scenario: ScenarioName
  storage: TabStorage
  baseUrl: string
  onBackendFailed: () => void
}

const nowKey = 'playground-now'

/** A world in this page: nothing of it needs a server. */
export function openPageWorld({
  scenario,
  storage,
  baseUrl,
  onBackendFailed,
}: WorldOptions): World {
  // A reload continues where it was, which may be ahead of real time.
  const start = Math.max(systemClock.now(), Number(storage.getItem(nowKey)))
  const clock = createRunningClock(start, systemClock, () =>
    nothingInTransit(connection, backend, simulator.requests),
  )
  window.addEventListener('pagehide', () => storage.setItem(nowKey, String(clock.now())))
  const behaviour: Partial<Behaviour> = {}
  const simulator = createSimulator({ clock, scenario, storage, behaviour })
  const backend = createBackend({
    clock,
    storage,
    serviceFetch: simulator.fetch,
    basePath: new URL(baseUrl).pathname,
    onFailed: onBackendFailed,
  })
  const transport = startTransport(simulator, backend, baseUrl)
  const connection = createConnection(transport.fetch)
  return { clock, simulator, behaviour, backend, connection, transport }
}
