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
 * MSW asks a worker it finds to update, and listens to no answer. After a reload the page before may
 * just have taken that worker away: it still serves, and that it cannot be updated is nobody's error.
 */
async function forgiveUpdates(): Promise<void> {
  for (const registration of await navigator.serviceWorker.getRegistrations()) {
    const update = registration.update.bind(registration)
    registration.update = () => update().catch(() => registration)
  }
}

/**
 * Shows what another tab did to a world they share through `localStorage`, as soon as it did it.
 * Without this it is seen with the next request. Returns a function that stops.
 */
export function followOtherTabs(simulator: Pick<Simulator, 'refresh'>): () => void {
  const refresh = (): void => simulator.refresh()
  window.addEventListener('storage', refresh)
  return () => window.removeEventListener('storage', refresh)
}
