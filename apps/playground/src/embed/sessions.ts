import { createVerifyClient, type Clock, type VerifyClient } from '@phoneproof/client'
import type { FlowStorage } from '@phoneproof/react'
import type { Observable, Simulator } from '@phoneproof/simulator'
import { QueryClient } from '@tanstack/react-query'
import type { Backend } from '../backend/backend.ts'
import { createObservableValue } from '../observable-value.ts'

/** Everything a flow holds on to. A new one makes a page as if it had just been opened. */
export interface Session {
  readonly id: number
  readonly client: VerifyClient
  readonly queryClient: QueryClient
  readonly storage: FlowStorage
}

export interface Sessions extends Observable<Session> {
  /** Ends the session and everything simulated, and begins a new one. */
  restart: () => void
  /** Ends the session alone, as if the page were opened once more beside it. */
  openAnother: () => void
}

interface SessionsOptions {
  simulator: Pick<Simulator, 'reset'>
  backend: Pick<Backend, 'reset'>
  /** Whether the client can ask what is running, which a service cannot answer. */
  canResume: () => boolean
  clock: Clock
  baseUrl: string
  fetch: typeof globalThis.fetch
  /** What survives a reload. */
  storage: FlowStorage
}

/** Where a flow without a `flowId` keeps itself. */
const storageKey = 'phoneproof:default'

export function createSessions(options: SessionsOptions): Sessions {
  const { simulator, backend, storage } = options
  let { session, close } = openSession(1, options)
  const { getSnapshot, subscribe, set } = createObservableValue(session)

  function begin(empty: () => void = () => {}): void {
    close()
    storage.removeItem(storageKey)
    empty()
    ;({ session, close } = openSession(session.id + 1, options))
    set(session)
  }

  return {
    getSnapshot,
    subscribe,
    openAnother: () => begin(),
    restart() {
      begin(() => {
        simulator.reset()
        backend.reset()
      })
    },
  }
}

/** Once it is closed, nothing that was left running in it reaches the service or the storage. */
function openSession(
  id: number,
  { clock, baseUrl, fetch, storage, canResume }: SessionsOptions,
): { session: Session; close: () => void } {
  let isOpen = true
  const client = createVerifyClient({
    baseUrl,
    clock,
    resume: canResume(),
    fetch: (input, init) => (isOpen ? fetch(input, init) : new Promise(() => {})),
  })
  const ownStorage: FlowStorage = {
    getItem: (key) => storage.getItem(key),
    setItem(key, value) {
      if (isOpen) storage.setItem(key, value)
    },
    removeItem(key) {
      if (isOpen) storage.removeItem(key)
    },
  }
  return {
    session: { id, client, queryClient: new QueryClient(), storage: ownStorage },
    close() {
      isOpen = false
    },
  }
}
