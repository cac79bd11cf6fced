import { dueEntries } from './cancel-queue.ts'
import type { Verification } from './deadlines.ts'
import {
  isCancelling,
  isCheckInFlight,
  isStartInFlight,
  type FlowState,
  type Start,
} from './flow-state.ts'
import { isDue } from './request-times.ts'
import { waitsForCancel } from './start.ts'
import { transition } from './transition.ts'

/** A request that must go out now. */
export type DueRequest =
  | { readonly operation: 'start'; readonly start: Start; readonly token: number }
  | { readonly operation: 'check'; readonly verification: Verification; readonly code: string }
  | { readonly operation: 'cancel'; readonly verifyId: string }

/** What must go out at an instant, and the state in which all of it counts as sent. */
export interface Due {
  readonly state: FlowState
  readonly requests: readonly DueRequest[]
}

export function takeDue(state: FlowState, at: number, isOnline: boolean): Due {
  const due = takeDueOfStep(state, at)
  // Numbers that were left wait for a connection. What a person pressed fails without one, and is told.
  return isOnline ? takeDueCancels(due, at) : due
}

/** The request of the step. It waits for the answer of another one like it. */
function takeDueOfStep(state: FlowState, at: number): Due {
  const { step } = state
  const nothing = { state, requests: [] }
  if (!('request' in step) || !isDue(step.request, at)) return nothing
  if (step.name === 'starting') {
    if (isStartInFlight(state, at) || waitsForCancel(state)) return nothing
    const sent = transition(state, { type: 'START_SENT', at })
    const start = sent.inFlight.at(-1)?.start ?? step.start
    return {
      state: sent,
      requests: [{ operation: 'start', start, token: sent.startRequests }],
    }
  }
  if (step.name === 'checking') {
    if (isCheckInFlight(state, at)) return nothing
    const { verification, code } = step
    return {
      state: transition(state, { type: 'CHECK_SENT', at }),
      requests: [{ operation: 'check', verification, code }],
    }
  }
  return isCancelling(step) ? takeCancel(nothing, step.verification.verifyId, at) : nothing
}

const takeDueCancels = (due: Due, at: number): Due =>
  dueEntries(due.state.cancelQueue, at).reduce(
    (each, { verification }) => takeCancel(each, verification.verifyId, at),
    due,
  )

const takeCancel = ({ state, requests }: Due, verifyId: string, at: number): Due => ({
  state: transition(state, { type: 'CANCEL_SENT', verifyId, at }),
  requests: [...requests, { operation: 'cancel', verifyId }],
})
