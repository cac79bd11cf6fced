import { systemClock } from '@phoneproof/client'
import {
  createRunningClock,
  createSimulator,
  type Behaviour,
  type Observable,
  type ScenarioName,
} from '@phoneproof/simulator'
import { createBackEnd, type BackEnd } from './back-end/back-end.ts'
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
  readonly backEnd: BackEnd
  readonly connection: Connection
  /** How requests reach what answers them. Undefined until that is known. */
  readonly transport: Observable<Way | undefined>
}

interface WorldOptions {
  scenario: ScenarioName
  storage: TabStorage
  baseUrl: string
  onBackEndFailed: () => void
}

const nowKey = 'playground-now'

/** A world in this page: nothing of it needs a server. */
export function openPageWorld({
  scenario,
  storage,
  baseUrl,
  onBackEndFailed,
}: WorldOptions): World {
  // A reload continues where it was, which may be ahead of real time.
  const start = Math.max(systemClock.now(), Number(storage.getItem(nowKey)))
  const clock = createRunningClock(start, systemClock, () =>
    nothingInTransit(connection, backEnd, simulator.requests),
  )
  window.addEventListener('pagehide', () => storage.setItem(nowKey, String(clock.now())))
  const behaviour: Partial<Behaviour> = {}
  const simulator = createSimulator({ clock, scenario, storage, behaviour })
  const backEnd = createBackEnd({
    clock,
    storage,
    serviceFetch: simulator.fetch,
    basePath: new URL(baseUrl).pathname,
    onFailed: onBackEndFailed,
  })
  const transport = startTransport(simulator, backEnd, baseUrl)
  const connection = createConnection(transport.fetch)
  return { clock, simulator, behaviour, backEnd, connection, transport }
}
