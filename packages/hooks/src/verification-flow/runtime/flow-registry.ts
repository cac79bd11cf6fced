import { QueryClient } from '@tanstack/react-query'
import {
  createFlowController,
  type FlowController,
  type FlowControllerOptions,
} from './flow-controller.ts'
import { initialState } from '../machine/flow-state.ts'

// Flows live beside the components that show them, so that unmounting loses nothing.
const flows = new WeakMap<QueryClient, Map<string, FlowController>>()

/** The running flow of this id, or a new one. Two callers with one id share one flow. */
export function flowOf(options: FlowControllerOptions): FlowController {
  const { queryClient, flowId } = options
  let ofClient = flows.get(queryClient)
  if (!ofClient) {
    ofClient = new Map()
    flows.set(queryClient, ofClient)
  }
  const known = ofClient.get(flowId)
  if (known && !known.isFinished) return known
  // A finished flow is not shown again: whoever mounts next starts a new one, which takes over what
  // is still to be cancelled. Two would write over each other in the storage.
  const { cancelQueue, inFlight, startRequests } = known?.getSnapshot().state ?? initialState()
  const left = inFlight.map((each) => ({ ...each, isInherited: true }))
  const run = createFlowController(
    known ? { ...options, handover: { cancelQueue, inFlight: left, startRequests } } : options,
  )
  known?.handOverTo(run)
  ofClient.set(flowId, run)
  return run
}

let own: QueryClient | undefined

/** For apps without a QueryClientProvider. */
export const ownQueryClient = (): QueryClient => (own ??= new QueryClient())
