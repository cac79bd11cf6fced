import { systemClock, textMagic, type Clock, type ServiceProfile } from '@phoneproof/client'
import { getResponse, type RequestHandler } from 'msw'
import { ordinary, type Behaviour } from './behaviour.ts'
import { createDelays } from './delays.ts'
import { createFaults, type Faults } from './faults.ts'
import { createRequestGuard } from './request-guard.ts'
import { createHandset, type Handset } from './handset.ts'
import { verifyHandlers } from './handlers/verify-handlers.ts'
import { defaultServiceOptions, type ServiceOptions } from './service-options.ts'
import type { Observable } from './observable.ts'
import { createRequestLog, type LoggedRequest } from './request-log.ts'
import { behaviourFor, scenarios, type ScenarioName } from './scenarios.ts'
import { createRandom } from './seed.ts'
import { createWorldStorage, type WorldStorage } from './world-storage.ts'
import type { SimulatedVerification } from './verification.ts'
import { createWorld, type World } from './world.ts'

export interface SimulatorOptions extends Partial<ServiceOptions> {
  /** The service that is simulated. @default textMagic */
  service?: ServiceProfile | undefined
  /** @default systemClock */
  clock?: Clock | undefined
  /** How all numbers behave, except the magic ones. @default 'happy-path' */
  scenario?: ScenarioName | undefined
  /** Differences of your own, on top of the scenario's. */
  behaviour?: Partial<Behaviour> | undefined
  /** The same seed gives the same codes and ids. @default 1 */
  seed?: number | undefined
  /**
   * Answers only requests under this address, such as `https://rest.textmagic.com/api/v2` or
   * `/api/v2`. For pages that send other things to a path that ends in `/verify`. @default any
   */
  baseUrl?: string | undefined
  /** Keeps the world across reloads and shares it between tabs. `localStorage`, for example. */
  storage?: WorldStorage | undefined
}

/** One simulated service with its phones. Instances share nothing. */
export interface Simulator extends Observable<readonly SimulatedVerification[]> {
  /** For `setupWorker` or `setupServer` of MSW. */
  readonly handlers: RequestHandler[]
  /** Answers without a worker or a server. Rejects what is not for an endpoint. */
  readonly fetch: typeof globalThis.fetch
  readonly world: World
  readonly handset: Handset
  readonly requests: Observable<readonly LoggedRequest[]>
  readonly faults: Faults
  readonly scenario: ScenarioName
  /**
   * Changes how all numbers behave from now on. What is running continues, and the next start of a
   * number counts as its first.
   */
  setScenario(name: ScenarioName): void
  /** The code of the newest verification of a number, given as E.164. */
  lastCode(phone: string): string | undefined
  /** Reads the storage again, after another tab has written to it. */
  refresh(): void
  /**
   * Forgets everything except the settings, and changes the scenario if one is named. The
   * connection breaks for requests whose answer was still held back.
   */
  reset(scenario?: ScenarioName): void
}

/** A faithful, deterministic model of the Verify API, with the rules of one service. */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const { service = textMagic, clock = systemClock, seed = 1 } = options
  const serviceOptions: ServiceOptions = { ...defaultServiceOptions, ...withoutUndefined(options) }
  let scenario = known(options.scenario ?? 'happy-path')

  const behaviourOf = (phone: string | undefined): Behaviour => ({
    ...ordinary,
    ...behaviourFor(phone, scenario),
    ...options.behaviour,
  })
  const refresh = (): void => storage.refresh()
  /** Reads what other tabs have written before each timer runs. */
  const sharedClock: Clock = {
    now: () => clock.now(),
    clearTimeout: (handle) => clock.clearTimeout(handle),
    setTimeout(callback, delayMs) {
      const refreshed = (): void => {
        refresh()
        callback()
      }
      return clock.setTimeout(refreshed, delayMs)
    },
  }
  const handset = createHandset(sharedClock)
  const random = createRandom(seed)
  const world = createWorld({
    clock: sharedClock,
    handset,
    random,
    service,
    serviceOptions,
    behaviourOf,
  })
  const storage = createWorldStorage(options.storage, { world, handset, random })
  const log = createRequestLog(clock)
  const faults = createFaults()
  const delays = createDelays(clock)
  const requestGuard = createRequestGuard(clock, serviceOptions)
  const { remember } = storage
  const parts = {
    world,
    service,
    serviceOptions,
    requestGuard,
    delays,
    faults,
    log,
    behaviourOf,
    refresh,
    remember,
  }
  const handlers = verifyHandlers(parts, options.baseUrl)
  refresh()

  return {
    handlers,
    world,
    handset: {
      getSnapshot: handset.getSnapshot,
      subscribe: handset.subscribe,
      accept(id) {
        refresh()
        handset.accept(id)
      },
      decline(id) {
        refresh()
        handset.decline(id)
      },
    },
    faults,
    refresh,
    requests: log,
    fetch: (input, init) => answer(handlers, input, init),
    getSnapshot: world.getSnapshot,
    subscribe: world.subscribe,
    lastCode: (phone) => world.latest(phone)?.code,
    get scenario() {
      return scenario
    },
    setScenario(name) {
      scenario = known(name)
      refresh()
      world.forgetStarts()
      remember()
    },
    reset(name) {
      if (name !== undefined) scenario = known(name)
      delays.dropAll()
      world.clear()
      handset.clear()
      log.clear()
      faults.clear()
      requestGuard.clear()
      random.restart(seed)
      remember()
    },
  }
}

async function answer(
  handlers: RequestHandler[],
  input: RequestInfo | URL,
  init: RequestInit | undefined,
): Promise<Response> {
  // A relative address has no origin outside a page; any will do.
  const base = 'location' in globalThis ? globalThis.location.href : 'http://simulator.invalid'
  const request =
    input instanceof Request ? new Request(input, init) : new Request(new URL(input, base), init)
  request.signal.throwIfAborted()
  const response = await Promise.race([getResponse(handlers, request), abortOf(request.signal)])
  if (!response) {
    throw new TypeError(
      `[phoneproof] The simulator was asked for ${request.method} ${request.url}. It answers only the ` +
        'three endpoints of the Verify API. Check the base URL of the client, and that of the simulator.',
    )
  }
  if (response.type === 'error') throw new TypeError('Failed to fetch')
  return response
}

function known(name: ScenarioName): ScenarioName {
  if (Object.hasOwn(scenarios, name)) return name
  throw new TypeError(
    `[phoneproof] There is no scenario ${JSON.stringify(name)}. The simulator behaves by name. ` +
      `Use one of: ${Object.keys(scenarios).join(', ')}.`,
  )
}

const withoutUndefined = <T extends object>(value: T): Partial<T> =>
  // SAFETY: leaving members out keeps the types of the others.
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Partial<T>

/** As with a real fetch the caller stops listening, and what it sent has still arrived. */
const abortOf = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
