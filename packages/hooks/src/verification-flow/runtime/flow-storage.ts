import { safely } from '../../lib/safely.ts'
import { isForgotten, type FlowRecord } from './flow-record.ts'
import type { FlowStorage } from '../../lib/environment.ts'

/** Where a flow is written down for a reload. Never throws: a full or blocked storage costs that only. */
export interface FlowMemory {
  /** What was there when the page was loaded. */
  readonly text: string | null
  /** Writes what has changed. `isLeaving`: also how late it is, which tells a clock set back. */
  readonly keep: (record: FlowRecord | undefined, now: number, isLeaving?: boolean) => void
  /** Forgets flows of other ids that are over: they may never be shown again to do so themselves. */
  readonly sweep: (now: number) => void
}

/** What all our keys begin with. */
const prefix = 'phoneproof:'

export function createFlowMemory(storage: FlowStorage | undefined, flowId: string): FlowMemory {
  const key = prefix + flowId
  const text = safely(() => storage?.getItem(key) ?? null) ?? null
  /** What is stored, without the time; undefined: nothing; null: unknown, and to be replaced. */
  let kept: string | undefined | null = text === null ? undefined : null
  return {
    text,
    keep(record, now, isLeaving = false) {
      const content = record && JSON.stringify(record)
      if (content === kept && !(isLeaving && record)) return
      kept = content
      safely(() => {
        if (record === undefined) storage?.removeItem(key)
        else storage?.setItem(key, JSON.stringify({ savedAt: now, ...record }))
      })
    },
    sweep(now) {
      safely(() => {
        // A `Storage` has its keys as members; where another kind has not, each flow sweeps its own.
        for (const other of Object.keys(storage ?? {})) {
          if (!other.startsWith(prefix) || other === key) continue
          const written = storage?.getItem(other)
          if (typeof written === 'string' && isForgotten(written, now)) storage?.removeItem(other)
        }
      })
    },
  }
}
