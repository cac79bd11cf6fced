import { callOut } from '../../lib/safely.ts'
import type { FlowEvent } from '../machine/flow-events.ts'
import type { FlowTransition } from '../machine/flow-transition.ts'

export interface VerifiedResult {
  /** E.164. */
  phone: string
  verifyId: string
  /** Where the right code was entered: in this tab, or in another one with the same flow. */
  source: 'this-tab' | 'other-tab'
}

/** The events of a host. They run after the snapshot has changed. */
export interface FlowCallbacks {
  onVerified?(result: VerifiedResult): void
  onEvent?(event: FlowEvent): void
  onTransition?(transition: FlowTransition): void
  onError?(error: Error): void
}

type Report = (listeners: FlowCallbacks) => void

/** Whom a flow tells what happens: the component that shows it, or the next one that will. */
export interface CallbackList {
  readonly count: number
  /** True when there is something that nobody has heard yet. */
  readonly hasPending: boolean
  add(listeners: FlowCallbacks): void
  remove(listeners: FlowCallbacks): void
  notify(report: Report): void
}

export function createCallbackList(): CallbackList {
  const present: FlowCallbacks[] = []
  /** Kept while nobody listens, so that an unmounted flow still reports its end. */
  let owed: Report[] = []
  return {
    get count() {
      return present.length
    },
    get hasPending() {
      return owed.length > 0
    },
    add(listeners) {
      present.push(listeners)
      const reports = owed
      owed = []
      for (const report of reports) callOut(() => report(listeners))
    },
    remove(listeners) {
      present.splice(present.indexOf(listeners), 1)
    },
    notify(report) {
      const listeners = present.at(-1)
      if (listeners) callOut(() => report(listeners))
      else owed.push(report)
    },
  }
}
