import { createVerifyClient, type ServiceProfile, type VerifyClient } from '@phoneproof/client'
import {
  createManualClock,
  createSimulator,
  type ManualClock,
  type Simulator,
} from '@phoneproof/simulator'

/** Everything a flow needs, on a simulation whose time stands still. */
export interface FlowWorld {
  clock: ManualClock
  simulator: Simulator
  client: VerifyClient
}

export function createFlowWorld(service?: ServiceProfile): FlowWorld {
  const clock = createManualClock()
  const simulator = createSimulator({ clock, service })
  const client = createVerifyClient({
    baseUrl: 'https://api.test/api/v2',
    clock,
    fetch: simulator.fetch,
    service,
  })
  return { clock, simulator, client }
}
