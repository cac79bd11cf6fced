'use client'
import { useEffect } from 'react'
import type { FlowController } from '../runtime/flow-controller.ts'
import { screenOf } from '../machine/screen.ts'

/** What the browser's Back button does: nothing in the flow, or *Change number*. */
export type FlowHistory = 'none' | 'push'

/** Follows the browser's history. The code for it is loaded only where it is asked for. */
export function useHistoryEntry(
  controller: FlowController,
  flowId: string,
  history: FlowHistory,
): void {
  useEffect(() => {
    if (history !== 'push') return
    const screen = () => screenOf(controller.getSnapshot().state)
    const following = import('../runtime/history-entry.ts').then(
      ({ followHistory }) => followHistory(controller, screen, flowId),
      // Where it cannot be loaded, Back leaves the page, as it does by default.
      () => {},
    )
    return () => void following.then((leave) => leave?.())
  }, [controller, flowId, history])
}
