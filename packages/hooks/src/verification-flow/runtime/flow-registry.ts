import { QueryClient } from '@tanstack/react-query'
import {
  createFlowController,
  type FlowController,
  type FlowControllerOptions,
} from './flow-controller.ts'

// Flows live beside the components that show them, so that unmounting loses nothing.
const registry = new WeakMap<QueryClient, Map<string, FlowController>>()

/** The running flow of this id, or a new one. Two callers with one id share one flow. */
export function flowOf(options: FlowControllerOptions): FlowController {
  const { queryClient, flowId } = options
  const flows = registry.get(queryClient) ?? new Map<string, FlowController>()
  registry.set(queryClient, flows)
  const known = flows.get(flowId)
  if (known && !known.isFinished) return known
  const controller = known ? successorOf(known, options) : createFlowController(options)
  flows.set(flowId, controller)
  return controller
}

/**
 * A finished flow is not shown again. The next one takes over what is still to be cancelled: two flows
 * of one id would write over each other in the storage.
 */
function successorOf(finished: FlowController, options: FlowControllerOptions): FlowController {
  const { cancelQueue, inFlight: left, startRequests, verifiedId } = finished.getSnapshot().state
  const inFlight = left.map((each) => ({ ...each, isHandedOver: true }))
  const successor = createFlowController({
    ...options,
    handover: { cancelQueue, inFlight, startRequests, verifiedId },
  })
  finished.handOverTo(successor)
  return successor
}

let own: QueryClient | undefined

/** For apps without a QueryClientProvider. */
export const ownQueryClient = (): QueryClient => (own ??= new QueryClient())
