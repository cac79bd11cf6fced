import type { FlowAction } from './flow-action.ts'
import type { FlowState, StepNamed } from './flow-state.ts'

/**
 * A change of the flow's state, for a log or a debugging panel. Codes and proofs are dots in it.
 * Numbers and ids are as they are, so it is not for analytics.
 */
export interface FlowTransition {
  /** What happened. `MOUNT`, when the flow appears, changes nothing. */
  readonly action: FlowAction['type'] | 'MOUNT'
  /** Milliseconds since the epoch, by the flow's clock. */
  readonly at: number
  /** The state it led to. */
  readonly state: FlowState
}

// The type ties the names to the state: renaming a member there fails here.
const secrets: readonly string[] = ['code', 'uncheckedCode', 'codeBefore', 'proof'] satisfies (
  | keyof FlowState
  | keyof StepNamed<'resendCancelling'>
  | keyof StepNamed<'verified'>
)[]

/** The state, with a dot for each character of every code and proof in it. */
// SAFETY: nothing but the text of those members changes.
export const hideCodes = (state: FlowState): FlowState => hide('', state) as FlowState

function hide(name: string, value: unknown): unknown {
  if (typeof value === 'string') {
    return secrets.includes(name) ? value.replaceAll(/./gu, '•') : value
  }
  if (Array.isArray(value)) return value.map((each) => hide('', each))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, hide(key, each)]))
}
