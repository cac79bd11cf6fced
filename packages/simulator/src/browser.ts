import type { RequestHandler } from 'msw'
import { setupWorker } from 'msw/browser'

export interface SimulatorWorkerOptions {
  /** Where MSW's worker script is served. @default '/mockServiceWorker.js' */
  serviceWorkerUrl?: string | undefined
}

/**
 * Answers the page's requests through a service worker, so that they show in the network panel.
 * Resolves to a function that stops. Rejects where service workers cannot run.
 */
export async function startSimulatorWorker(
  handlers: RequestHandler[],
  { serviceWorkerUrl = '/mockServiceWorker.js' }: SimulatorWorkerOptions = {},
): Promise<() => void> {
  const worker = setupWorker(...handlers)
  await worker.start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: { url: serviceWorkerUrl },
  })
  return () => worker.stop()
}
