import type { Observable, Simulator } from '@phoneproof/simulator'
import { createObservableValue } from '../observable-value.ts'

/** How requests reach the simulation. */
export type Way = 'service worker' | 'fetch'

/** The way is undefined until it is known. */
export interface Transport extends Observable<Way | undefined> {
  /** For the client. Waits until the way is known. */
  fetch: typeof globalThis.fetch
}

/**
 * Starts a service worker, so that requests show in the network panel. That needs https or
 * localhost; elsewhere the simulation answers without one. The page need not wait for it.
 */
export function startTransport({
  handlers,
  fetch,
}: Pick<Simulator, 'handlers' | 'fetch'>): Transport {
  const { getSnapshot, subscribe, set } = createObservableValue<Way | undefined>(undefined)
  const known = findWay(handlers)
  void known.then(set)
  return {
    fetch: async (input, init) =>
      (await known) === 'fetch' ? fetch(input, init) : globalThis.fetch(input, init),
    getSnapshot,
    subscribe,
  }
}

async function findWay(handlers: Simulator['handlers']): Promise<Way> {
  if (!('serviceWorker' in navigator)) return 'fetch'
  try {
    const { startSimulatorWorker } = await import('@phoneproof/simulator/browser')
    const url = new URL('mockServiceWorker.js', document.baseURI).pathname
    await startSimulatorWorker(handlers, { serviceWorkerUrl: url })
    return 'service worker'
  } catch {
    return 'fetch'
  }
}
