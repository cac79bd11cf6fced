import type { RequestHandler } from 'msw'
import { setupWorker } from 'msw/browser'
import type { Simulator } from './simulator.ts'

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
  await forgiveUpdates()
  const worker = setupWorker(...handlers)
  await worker.start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: { url: serviceWorkerUrl },
  })
  let isRunning = true
  return () => {
    // MSW throws when it is stopped twice.
    if (isRunning) void worker.stop()
    isRunning = false
  }
}

/**
 * MSW asks the worker it finds to update, and ignores the answer. After a reload, the previous page
 * may just have unregistered that worker. It still serves, so a failed update is not an error.
 */
async function forgiveUpdates(): Promise<void> {
  for (const registration of await navigator.serviceWorker.getRegistrations()) {
    const update = registration.update.bind(registration)
    registration.update = () => update().catch(() => registration)
  }
}

/**
 * Shows at once what another tab did to a world that both share through `localStorage`. Without
 * this it shows with the next request. Returns a function that stops.
 */
export function followOtherTabs(simulator: Pick<Simulator, 'refresh'>): () => void {
  const refresh = (): void => simulator.refresh()
  window.addEventListener('storage', refresh)
  return () => window.removeEventListener('storage', refresh)
}
