import type { Backend } from '../backend/backend.ts'
import type { TracedRequest } from '../backend/traffic.ts'
import { createConnection } from '../embed/connection.ts'
import { createObservableValue } from '../observable-value.ts'
import { defaultSettings, type Settings } from '../settings/settings.ts'
import type { SimulatedService } from '../simulated-service.ts'
import type { World } from '../world.ts'
import { createSandboxClock, type Send } from './sandbox-clock.ts'
import { worldPath, type SandboxWorld } from './sandbox-world.ts'

const send: Send = async (command) => {
  const answer = await fetch(worldPath, { method: 'POST', body: JSON.stringify(command) })
  if (!answer.ok) throw new Error(`The dev server could not ${command.do}: ${answer.status}`)
  // SAFETY: written by world-feed.ts.
  const { now } = (await answer.json()) as { now: number }
  return now
}

/** What the backend in Node decides, and no page. */
const { codeLength, workflowId, language, brand } = defaultSettings
export const decidedInNode: Partial<Settings> = {
  hasBackend: true,
  codeLength,
  workflowId,
  language,
  brand,
}

/** There is a backend, and none in this page. */
const elsewhere: Backend = {
  answer: () => undefined,
  follow() {},
  reset() {},
  changePerson() {},
  carryingOut: 0,
  requests: createObservableValue([]),
}

/** The world of `pnpm dev:server`: a backend in Node, with a sandbox as its service. */
export async function openNodeWorld(): Promise<World> {
  const events = new EventSource(worldPath)
  const read = ({ data }: MessageEvent<string>): SandboxWorld => {
    // SAFETY: written by world-feed.ts.
    const world = JSON.parse(data) as SandboxWorld
    return { ...world, requests: world.requests.map(ofService) }
  }
  const first = await new Promise<SandboxWorld>((resolve) => {
    events.addEventListener('message', (event) => resolve(read(event)), { once: true })
  })
  const { getSnapshot, subscribe, set } = createObservableValue(first)
  const clock = createSandboxClock(first.now, send)
  events.addEventListener('message', (event) => {
    const world = read(event)
    set(world)
    void clock.follow(world.now)
  })

  const simulator: SimulatedService = {
    getSnapshot: () => getSnapshot().verifications,
    subscribe,
    world: {
      latest: (phone) =>
        getSnapshot().verifications.findLast((each) => phone === undefined || each.phone === phone),
    },
    handset: {
      getSnapshot: () => getSnapshot().messages,
      subscribe,
      accept: (id) => void send({ do: 'accept', id }),
      decline: (id) => void send({ do: 'decline', id }),
    },
    requests: { getSnapshot: () => getSnapshot().requests, subscribe },
    get scenario() {
      return getSnapshot().scenario
    },
    setScenario(scenario) {
      set({ ...getSnapshot(), scenario })
      void send({ do: 'setScenario', scenario })
    },
    lastCode: (phone) => simulator.world.latest(phone)?.code,
    reset: () => void send({ do: 'reset' }),
  }
  return {
    clock,
    simulator,
    behaviour: {},
    backend: elsewhere,
    connection: createConnection((...given) => fetch(...given)),
    transport: { getSnapshot: () => 'network', subscribe: () => () => {} },
  }
}

const ofService = (request: TracedRequest): TracedRequest => ({ ...request, leg: 'service' })
