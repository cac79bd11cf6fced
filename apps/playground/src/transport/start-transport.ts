import type { Observable, Simulator } from '@phoneproof/simulator'
import { http } from 'msw'
import type { Backend } from '../backend/backend.ts'
import { createObservableValue } from '../observable-value.ts'

/** How requests reach the simulation; over the network, a backend in Node. */
export type Way = 'service worker' | 'fetch' | 'network'

/** The way is undefined until it is known. */
export interface Transport extends Observable<Way | undefined> {
  /** For the client. Waits until the way is known. */
  fetch: typeof globalThis.fetch
}

/**
 * Starts a service worker, so that requests show in the network panel. That needs https or
 * localhost; elsewhere the simulation answers without one. The page need not wait for it.
 */
export function startTransport(
  { handlers, fetch }: Pick<Simulator, 'handlers' | 'fetch'>,
  backend: Pick<Backend, 'answer'>,
  baseUrl: string,
): Transport {
  const { getSnapshot, subscribe, set } = createObservableValue<Way | undefined>(undefined)
  // Without a backend nothing is answered here, and the handlers after it are asked.
  const throughBackend = [`${baseUrl}/verify`, `${baseUrl}/verify/*`].map((path) =>
    http.all(path, ({ request }) => backend.answer(request)),
  )
  const known = findWay([...throughBackend, ...handlers])
  void known.then(set)

  async function fetchInPage(...given: Parameters<typeof fetch>): Promise<Response> {
    const request = new Request(...given)
    const answer = backend.answer(request)
    return answer ? Promise.race([answer, abortOf(request.signal)]) : fetch(...given)
  }

  return {
    fetch: async (input, init) =>
      (await known) === 'fetch' ? fetchInPage(input, init) : globalThis.fetch(input, init),
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

/** As with a real fetch the caller stops listening, and what it sent has still arrived. */
const abortOf = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
