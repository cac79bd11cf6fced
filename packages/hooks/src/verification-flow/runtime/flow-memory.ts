import type { Clock, ServiceProfile } from '@phoneproof/client'
import type { FlowStorage } from '../../lib/browser-environment.ts'
import { safely } from '../../lib/safely.ts'
import { scheduleAt } from '../../lib/schedule-at.ts'
import type { FlowState } from '../machine/flow-state.ts'
import { forgottenAt, isForgotten, recordOf, restoreFlow, type FlowRecord } from './flow-record.ts'

interface FlowMemoryOptions {
  readonly storage: FlowStorage | undefined
  readonly flowId: string
  readonly clock: Clock
  readonly service: ServiceProfile
  /** The state of the flow now. */
  readonly state: () => FlowState
}

/**
 * Writes a flow down, so that it survives a reload. Never throws: where storage is full or blocked,
 * the flow does without.
 */
export interface FlowMemory {
  /** What was there when the page was loaded; undefined for nothing. */
  readonly restored: Partial<FlowState> | undefined
  /** Writes what has changed. */
  write(): void
  /** The page may go now, or nobody looks any more: writes what a reload may find, and for how long. */
  leave(): void
  /** Forgets other flows that are over. They may never be mounted again to do it themselves. */
  sweep(): void
  /** Another flow has taken over. */
  stop(): void
}

/** What all our keys begin with. */
const prefix = 'phoneproof:'

export function createFlowMemory(options: FlowMemoryOptions): FlowMemory {
  const { storage, flowId, clock, service, state } = options
  const key = prefix + flowId
  const text = safely(() => storage?.getItem(key) ?? null) ?? null
  /** What is stored, without the time; undefined: nothing; null: unknown, so it is replaced. */
  let stored: string | undefined | null = text === null ? undefined : null

  /** With the time also when nothing else changed, so that a clock that is set back is noticed. */
  function put(record: FlowRecord | undefined, withTime: boolean): void {
    const content = record && JSON.stringify(record)
    if (content === stored && !(withTime && record)) return
    stored = content
    safely(() => {
      if (record === undefined) storage?.removeItem(key)
      else storage?.setItem(key, JSON.stringify({ savedAt: clock.now(), ...record }))
    })
  }

  const write = (): void => put(recordOf(state(), clock.now()), false)

  return {
    restored: text === null ? undefined : restoreFlow(text, clock.now(), service),
    write,
    leave() {
      const now = clock.now()
      const record = recordOf(state(), now, true)
      put(record, true)
      scheduleAt(clock, write, storage && record && forgottenAt(record, now))
    },
    sweep() {
      safely(() => {
        // A `Storage` has its keys as members. Where another kind has not, each flow sweeps its own.
        for (const other of Object.keys(storage ?? {})) {
          if (!other.startsWith(prefix) || other === key) continue
          const written = storage?.getItem(other)
          if (typeof written === 'string' && isForgotten(written, clock.now())) {
            storage?.removeItem(other)
          }
        }
      })
    },
    stop: () => scheduleAt(clock, write, undefined),
  }
}
