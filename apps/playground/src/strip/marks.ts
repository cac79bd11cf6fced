import {
  cancelAllowedAfterMs,
  codeValidForMs,
  workflows,
  type WorkflowId,
} from '@phoneproof/client'

/** Something that happens to a verification, or would have. */
export interface Mark {
  key: string
  /** Short, for the line. */
  label: string
  /** For a sentence: *Jump to …*. */
  name: string
  at: number
  /** The verification ended before: it will not happen. */
  isSkipped: boolean
}

interface Running {
  workflowId: WorkflowId
  startedAt: number
  /** When it was completed or cancelled; undefined while it runs. */
  endedAt: number | undefined
}

/** The marks of a verification, in order of time. */
export function marksOf({ workflowId, startedAt, endedAt }: Running): Mark[] {
  const mark = (key: string, label: string, name: string, offsetMs: number): Mark => {
    const at = startedAt + offsetMs
    return { key, label, name, at, isSkipped: endedAt !== undefined && endedAt < at }
  }
  let calls = 0
  const deliveries = workflows[workflowId].map(({ atMs, channel }) => {
    if (channel === 'sms') return mark(`sms-${atMs}`, 'Text', 'the text message', atMs)
    calls += 1
    const nth = calls === 1 ? 'first' : 'second'
    return mark(`call-${calls}`, `Call ${calls}`, `the ${nth} call`, atMs)
  })
  return [
    ...deliveries,
    mark('window', 'Cancel', '30 seconds', cancelAllowedAfterMs),
    mark('expiry', 'Expires', 'the expiry', codeValidForMs),
  ].toSorted((a, b) => a.at - b.at)
}
