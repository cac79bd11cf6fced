import { callOut } from '../../lib/safely.ts'
import type { FlowEvent } from '../machine/flow-events.ts'
import type { FlowTransition } from '../machine/flow-transition.ts'

/** What `onVerified` is told. */
export interface VerifiedResult {
  /** E.164. */
  phone: string
  verifyId: string
  /** Where the right code was entered: in this tab, or in another one with the same flow. */
  source: 'this-tab' | 'other-tab'
  /**
   * The proof for services that do not share your backend's session, where the client asks for one.
   * In another tab there is none.
   */
  proof?: string | undefined
}

/** What an app is told. Called after the state has changed. */
export interface FlowCallbacks {
  onVerified?(result: VerifiedResult): void
  onEvent?(event: FlowEvent): void
  onTransition?(transition: FlowTransition): void
  onError?(error: Error): void
}

type Report = (callbacks: FlowCallbacks) => void

/** The callbacks of all components that show a flow. The last one mounted is told what happens. */
export interface CallbackList {
  readonly count: number
  /** True while there is a report that nobody has heard. */
  readonly hasPending: boolean
  add(callbacks: FlowCallbacks): void
  remove(callbacks: FlowCallbacks): void
  notify(report: Report): void
}

export function createCallbackList(): CallbackList {
  const present: FlowCallbacks[] = []
  /** While no component is mounted, reports are kept for the next one, so that no success is lost. */
  let pending: Report[] = []
  return {
    get count() {
      return present.length
    },
    get hasPending() {
      return pending.length > 0
    },
    add(callbacks) {
      present.push(callbacks)
      const reports = pending
      pending = []
      for (const report of reports) callOut(() => report(callbacks))
    },
    remove(callbacks) {
      present.splice(present.indexOf(callbacks), 1)
    },
    notify(report) {
      const callbacks = present.at(-1)
      if (callbacks) callOut(() => report(callbacks))
      else pending.push(report)
    },
  }
}
