import { QueryClient } from '@tanstack/react-query'
import {
  createVerificationRun,
  type VerificationRun,
  type VerificationRunOptions,
} from './verification.run.ts'
import { initialState } from './verification.state.ts'

// Flows live beside the components that show them, so that unmounting loses nothing.
const flows = new WeakMap<QueryClient, Map<string, VerificationRun>>()

/** The running flow of this id, or a new one. Two callers with one id share one flow. */
export function liveFlow(options: VerificationRunOptions): VerificationRun {
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
  const { queue, inFlight, sends } = known?.getSnapshot().state ?? initialState()
  const left = inFlight.map((each) => ({ ...each, isInherited: true }))
  const run = createVerificationRun(
    known ? { ...options, inherited: { queue, inFlight: left, sends } } : options,
  )
  known?.giveWayTo(run)
  ofClient.set(flowId, run)
  return run
}

let own: QueryClient | undefined

/** For apps without a QueryClientProvider. */
export const ownQueryClient = (): QueryClient => (own ??= new QueryClient())
