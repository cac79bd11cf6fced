import type { CodeInputDetails } from './editor-options.ts'

// Two of a kind this close together are one: password managers often fill in twice, and people
// press Enter after a code that has just submitted itself (code-input.md CODE-14, code-input.md CODE-17).
const onceMs = 500

/** The last code that was whole. */
export interface Completion {
  code: string
  at: number
  /** To be reported once the parent has committed the code. Gone when it has changed or was refused. */
  details?: CodeInputDetails | undefined
}

export const noCompletion = (): Completion => ({ code: '', at: -onceMs })

/** Whether a code was completed a moment before; this one, if given. */
export const isRecent = ({ code, at }: Completion, now: number, another: string = code): boolean =>
  another === code && now - at < onceMs

/** What to report when the parent has committed a value. Each completion is reported once. */
export function takeReport(
  completion: Completion,
  committed: string,
): CodeInputDetails | undefined {
  const { code, details } = completion
  if (committed !== code) return undefined
  completion.details = undefined
  return details
}
