import type { Clock } from '@phoneproof/client'
import type { Simulator } from '@phoneproof/simulator'
import { startSandbox } from '@phoneproof/simulator/sandbox'
import { createTestSimulator } from '@phoneproof/simulator/testing'

/** The simulated service, in this process, and how a backend reaches it. */
export interface Service {
  url: string
  fetch: typeof globalThis.fetch
  clock: Clock
  simulator: Pick<Simulator, 'lastCode'>
  /** Lets what is known become old, so that each round begins like the one before. */
  forget: () => Promise<void>
  close: () => Promise<void>
}

/** By a call: nothing is sent. */
export function calledService(): Service {
  const simulator = createTestSimulator({ credentials: 'any' })
  return {
    url: 'https://rest.textmagic.com/api/v2',
    fetch: simulator.fetch,
    clock: simulator.clock,
    simulator,
    forget: () => simulator.advance('20m'),
    close: async () => {},
  }
}

/** By Node's `fetch`, over loopback. */
export async function servedService(): Promise<Service> {
  const sandbox = await startSandbox({ port: 0 })
  const { url, clock, simulator } = sandbox
  return {
    url: `${url}/api/v2`,
    fetch,
    clock,
    simulator,
    forget: () => clock.advance('20m'),
    close: () => sandbox.close(),
  }
}
