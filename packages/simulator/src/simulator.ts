import { systemClock, type Clock } from '@phoneproof/client'
import { getResponse, type RequestHandler } from 'msw'
import { createFaults, type Faults } from './faults.ts'
import { createHandset, type Handset } from './handset.ts'
import { verifyHandlers } from './handlers/verify-handlers.ts'
import type { Observable } from './observable.ts'
import { createRequestLog, type LoggedRequest } from './request-log.ts'
import { createRandom } from './seed.ts'
import { createWorld, type SimulatedVerification, type World } from './world.ts'

export interface SimulatorOptions {
  /** @default systemClock */
  clock?: Clock | undefined
  /** The same seed gives the same codes and ids. @default 1 */
  seed?: number | undefined
  /** Milliseconds before each answer. @default 0 */
  latencyMs?: number | undefined
  /** Credit taken when a verification completes. @default 0.05 */
  price?: number | undefined
  /** Wrong codes until a verification ends. @default Infinity */
  maxAttempts?: number | undefined
  /** Refuse to cancel once a call was made. @default false */
  cancelEndsAtFirstCall?: boolean | undefined
}

/** One simulated service with its phones. Instances do not see each other. */
export interface Simulator extends Observable<readonly SimulatedVerification[]> {
  /** For `setupWorker` or `setupServer` of MSW. */
  readonly handlers: RequestHandler[]
  /** Answers without a worker or server. Rejects for anything that is not an endpoint. */
  readonly fetch: typeof globalThis.fetch
  readonly world: World
  readonly handset: Handset
  readonly requests: Observable<readonly LoggedRequest[]>
  readonly faults: Faults
  /** The code of the newest verification of a number, given as E.164. */
  lastCode(phone: string): string | undefined
  /** Forgets everything. */
  reset(): void
}

export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const { clock = systemClock, seed = 1, latencyMs = 0, price = 0.05 } = options
  const { maxAttempts = Number.POSITIVE_INFINITY, cancelEndsAtFirstCall = false } = options
  const handset = createHandset(clock)
  const random = createRandom(seed)
  const world = createWorld({ clock, handset, random, price, maxAttempts, cancelEndsAtFirstCall })
  const log = createRequestLog(clock)
  const faults = createFaults()
  const handlers = verifyHandlers({ world, clock, faults, log, latencyMs })

  return {
    handlers,
    world,
    handset,
    faults,
    requests: log,
    getSnapshot: world.getSnapshot,
    subscribe: world.subscribe,
    lastCode: (phone) => world.latest(phone)?.code,
    async fetch(input, init) {
      // A relative address has no origin outside a page; any will do.
      const base = 'location' in globalThis ? globalThis.location.href : 'http://simulator.invalid'
      const request =
        input instanceof Request
          ? new Request(input, init)
          : new Request(new URL(input, base), init)
      const response = await getResponse(handlers, request)
      if (!response) {
        throw new TypeError(
          `[phoneproof] The simulator was asked for ${request.method} ${request.url}. It answers only the ` +
            'three endpoints of the Verify API. Check the base URL of the client.',
        )
      }
      if (response.type === 'error') throw new TypeError('Failed to fetch')
      return response
    },
    reset() {
      world.clear()
      handset.clear()
      log.clear()
      faults.clear()
    },
  }
}
