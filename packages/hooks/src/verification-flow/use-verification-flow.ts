'use client'
import { useId, useMemo, useSyncExternalStore } from 'react'
import { useMessages } from '../messages/use-messages.ts'
import { useMessagesLanguage } from '../messages/use-messages-language.ts'
import { announcementMessages } from './view/announcement.messages.ts'
import { useFocusMap } from './binding/use-focus.ts'
import { useHistoryEntry } from './binding/use-history-entry.ts'
import { useAnnouncements } from './binding/use-announcements.ts'
import { useFlowController } from './binding/use-flow-controller.ts'
import type { UseVerificationFlowOptions } from './verification-flow.options.ts'
import { flowProps, type FlowPropGetters } from './verification-flow.props.ts'
import type { FlowController, FlowSnapshot } from './runtime/flow-controller.ts'

/** The flow as data, actions and attributes, for teams that draw their own. */
export interface UseVerificationFlowReturn extends FlowPropGetters {
  snapshot: FlowSnapshot
  /** True when a complete code is checked without a press. */
  autoSubmit: boolean
  /** True when sentences show a mask instead of the number. */
  maskPhone: boolean
  send: FlowController['send']
  submitPhone: FlowController['submitPhone']
  requestNewCode: FlowController['requestNewCode']
  /** For the element around the flow, so that focus can be moved within it. */
  attachRoot: (root: HTMLElement | null) => void
}

/** The verification flow, headless: see the README beside this file. */
export function useVerificationFlow(options: UseVerificationFlowOptions): UseVerificationFlowReturn {
  const { autoSubmit = true, maskPhone = false, flowId = 'default', history = 'none' } = options
  const controller = useFlowController(options)
  const snapshot = useSyncExternalStore(controller.subscribe, controller.getSnapshot, controller.getServerSnapshot)
  const attachRoot = useFocusMap(snapshot.state, controller.getServerSnapshot().state)
  useHistoryEntry(controller, flowId, history)
  const id = useId()
  const words = useMessages('verificationFlow', announcementMessages)
  const language = useMessagesLanguage()
  const { status, alert } = useAnnouncements(snapshot, words, maskPhone)
  const props = useMemo(() => {
    const announcements = { status, alert }
    return flowProps({ controller, snapshot, messages: words, id, autoSubmit, announcements, language })
  }, [controller, snapshot, words, id, autoSubmit, status, alert, language])
  const { send, submitPhone, requestNewCode } = controller
  const actions = { send, submitPhone, requestNewCode, attachRoot }
  return { ...props, snapshot, autoSubmit, maskPhone, ...actions }
}
