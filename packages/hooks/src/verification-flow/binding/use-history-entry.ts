'use client'
import { useEffect } from 'react'
import type { FlowController } from '../runtime/flow-controller.ts'
import { screenOf } from '../view/screen.ts'

/** What the browser's Back button means: nothing to the flow, or *Change number*. */
export type FlowHistory = 'none' | 'push'

/** Follows the history where it is asked to, and is loaded only there. */
export function useHistoryEntry(run: FlowController, flowId: string, history: FlowHistory): void {
  useEffect(() => {
    if (history !== 'push') return
    const view = () => screenOf(run.getSnapshot().state)
    const following = import('../runtime/history-entry.ts').then(
      ({ followHistory }) => followHistory(run, view, flowId),
      // Without it (offline) Back leaves the page, as it does by default.
      () => {},
    )
    return () => void following.then((leave) => leave?.())
  }, [run, flowId, history])
}
