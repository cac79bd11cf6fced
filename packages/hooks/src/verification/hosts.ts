import { callOut } from '../lib/safely.ts'
import type { FlowEvent } from './flow-events.state.ts'
import type { FlowTransition } from './flow-transition.state.ts'

export interface VerifiedResult {
  /** E.164. */
  phone: string
  verifyId: string
  /** Where the right code was entered: in this tab, or in another one with the same flow. */
  source: 'this-tab' | 'other-tab'
}

/** The events of a host. They run after the snapshot has changed. */
export interface VerificationListeners {
  onVerified?(result: VerifiedResult): void
  onEvent?(event: FlowEvent): void
  onTransition?(transition: FlowTransition): void
  onError?(error: Error): void
}

type Report = (listeners: VerificationListeners) => void

/** Whom a flow tells what happens: the component that shows it, or the next one that will. */
export interface Hosts {
  readonly count: number
  /** True when there is something that nobody has heard yet. */
  readonly isOwed: boolean
  add(listeners: VerificationListeners): void
  remove(listeners: VerificationListeners): void
  tell(report: Report): void
}

export function createHosts(): Hosts {
  const present: VerificationListeners[] = []
  /** Kept while nobody listens, so that an unmounted flow still reports its end. */
  let owed: Report[] = []
  return {
    get count() {
      return present.length
    },
    get isOwed() {
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
    tell(report) {
      const listeners = present.at(-1)
      if (listeners) callOut(() => report(listeners))
      else owed.push(report)
    },
  }
}
