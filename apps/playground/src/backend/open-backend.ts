import { createVerifyClient, type Clock } from '@phoneproof/client'
import { createVerifyServer, type VerifyServerOptions } from '@phoneproof/server'
import type { TabStorage } from '../tab-storage.ts'
import { asBrowserSends } from './as-browser-sends.ts'
import { journalStore } from './journal-store.ts'

export interface BackendOptions extends Pick<
  VerifyServerOptions,
  'brand' | 'codeLength' | 'workflowId' | 'language' | 'basePath'
> {
  clock: Clock
  /** Reaches the service. */
  serviceFetch: typeof globalThis.fetch
  storage: TabStorage
  /** Where the store is kept in it. */
  storageKey: string
  /** The session of the requests, which a cookie would say. */
  session: () => string
}

export interface OpenBackend {
  answer(request: Request): Promise<Response>
  /** How many of the cancels that were promised are being carried out. */
  readonly carryingOut: number
  close(): void
}

/** The address that limits count. This one is for documentation. */
const address = '203.0.113.7'

/** A verify server as a team would make it, in this page. */
export function openBackend({
  clock,
  serviceFetch,
  storage,
  storageKey,
  session,
  ...options
}: BackendOptions): OpenBackend {
  const store = journalStore(storage, storageKey)
  const server = createVerifyServer({
    ...options,
    clock,
    store,
    session,
    secret: 'Everything in this page can be read by whoever opens it.',
    origins: [window.location.origin],
    countries: 'any',
    service: createVerifyClient({
      baseUrl: 'https://service.invalid/api/v2',
      fetch: serviceFetch,
      clock,
    }),
  })
  return {
    answer: (request) => server.fetch(asBrowserSends(request), { address }),
    get carryingOut() {
      return store.claimed
    },
    close: () => void server.close(),
  }
}
