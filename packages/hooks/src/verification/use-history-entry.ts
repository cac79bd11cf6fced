'use client'
import { useEffect } from 'react'
import type { VerificationRun } from './verification.run.ts'
import { viewOf } from './view.state.ts'

/** What the browser's Back button means: nothing to the flow, or *Change number*. */
export type FlowHistory = 'none' | 'push'

/** Follows the history where it is asked to, and is loaded only there. */
export function useHistoryEntry(run: VerificationRun, flowId: string, history: FlowHistory): void {
  useEffect(() => {
    if (history !== 'push') return
    const view = () => viewOf(run.getSnapshot().state)
    const following = import('./history-entry.ts').then(
      ({ followHistory }) => followHistory(run, view, flowId),
      // Without it (offline) Back leaves the page, as it does by default.
      () => {},
    )
    return () => void following.then((leave) => leave?.())
  }, [run, flowId, history])
}
