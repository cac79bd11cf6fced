'use client'
import { useId, useMemo, useSyncExternalStore } from 'react'
import { useMessagesLanguage } from '../messages/use-messages-language.ts'
import { useMessages } from '../messages/use-messages.ts'
import { useAnnouncements } from './binding/use-announcements.ts'
import { useFlowController } from './binding/use-flow-controller.ts'
import { useFocus } from './binding/use-focus.ts'
import { useHistoryEntry } from './binding/use-history-entry.ts'
import type { FlowState } from './machine/flow-state.ts'
import { flowActions, type FlowActions } from './runtime/flow-actions.ts'
import type { UseVerificationFlowOptions } from './verification-flow-options.ts'
import { flowProps, type FlowPropGetters } from './verification-flow.props.ts'
import { announcementMessages } from './view/announcement.messages.ts'
import { viewOf, type FlowView } from './view/flow-view.ts'

/** A verification flow as data, actions and attributes, for teams that draw their own. */
export interface UseVerificationFlowReturn extends FlowView, FlowActions, FlowPropGetters {
  /** True when a complete code is checked without a press. */
  readonly autoSubmit: boolean
  /** True when sentences show a mask in place of the number. */
  readonly maskPhone: boolean
  /** Everything the flow knows, for debugging panels. */
  readonly state: FlowState
}

/** The verification flow, headless: see the README beside this file. */
export function useVerificationFlow(
  options: UseVerificationFlowOptions,
): UseVerificationFlowReturn {
  const { autoSubmit = true, maskPhone = false, flowId = 'default', history = 'none' } = options
  const controller = useFlowController(options)
  const { subscribe, getSnapshot, getServerSnapshot } = controller
  const snapshot = useSyncExternalStore(subscribe, getSnapshot, getServerSnapshot)
  const rootRef = useFocus(snapshot.state, getServerSnapshot().state)
  useHistoryEntry(controller, flowId, history)
  const id = useId()
  const messages = useMessages('verificationFlow', announcementMessages)
  const language = useMessagesLanguage()
  const { status, alert } = useAnnouncements(snapshot, messages, maskPhone)
  return useMemo(() => {
    const announcements = { status, alert }
    const given = { controller, snapshot, messages, id, autoSubmit, announcements, language }
    return {
      ...viewOf(snapshot),
      ...flowActions(controller),
      ...flowProps({ ...given, rootRef }),
      autoSubmit,
      maskPhone,
      state: snapshot.state,
    }
  }, [controller, snapshot, messages, id, autoSubmit, maskPhone, status, alert, language, rootRef])
}
