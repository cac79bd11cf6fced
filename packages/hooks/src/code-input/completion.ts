import type { CodeInputDetails } from './change-reason.ts'

// Two of a kind this close together are one: password managers often fill in twice, and people
// press Enter after a code that has just submitted itself.
const onceMs = 500

/** The last code that was whole, and whether its completion has been reported. */
export interface Completion {
  reach: (code: string, at: number, details: CodeInputDetails) => void
  /** The code has changed, or the parent refused it: its completion is not reported any more. */
  forget: () => void
  /** The details to report when the parent has committed this value. Each completion gives them once. */
  takeReport: (committed: string) => CodeInputDetails | undefined
  /** Whether a code was completed a moment before; this one, if given. */
  isRecent: (at: number, code?: string) => boolean
}

export function createCompletion(): Completion {
  let last = ''
  let reachedAt = -onceMs
  let unreported: CodeInputDetails | undefined

  return {
    reach(code, at, details) {
      last = code
      reachedAt = at
      unreported = details
    },
    forget() {
      unreported = undefined
    },
    takeReport(committed) {
      const report = committed === last ? unreported : undefined
      if (report) unreported = undefined
      return report
    },
    isRecent: (at, code = last) => code === last && at - reachedAt < onceMs,
  }
}
