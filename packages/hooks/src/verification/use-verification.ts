'use client'
import { useId, useMemo, useSyncExternalStore } from 'react'
import { useMessages } from '../use-messages.ts'
import { useWordsLanguage } from '../use-words-language.ts'
import { spokenMessages } from './spoken.messages.ts'
import { useFocusMap } from './use-focus-map.ts'
import { useHistoryEntry } from './use-history-entry.ts'
import { useSpoken } from './use-spoken.ts'
import { useVerificationRun } from './use-verification-run.ts'
import type { UseVerificationOptions } from './verification-options.ts'
import { verificationProps, type VerificationProps } from './verification.props.ts'
import type { VerificationRun, VerificationSnapshot } from './verification.run.ts'

/** The flow as data, actions and attributes, for teams that draw their own. */
export interface UseVerificationReturn extends VerificationProps {
  snapshot: VerificationSnapshot
  /** True when a complete code is checked without a press. */
  autoSubmit: boolean
  /** True when sentences show a mask instead of the number. */
  maskPhone: boolean
  send: VerificationRun['send']
  submitPhone: VerificationRun['submitPhone']
  requestNewCode: VerificationRun['requestNewCode']
  /** For the element around the flow, so that focus can be moved within it. */
  attachRoot: (root: HTMLElement | null) => void
}

/** The verification flow, headless: see the README beside this file. */
export function useVerification(options: UseVerificationOptions): UseVerificationReturn {
  const { autoSubmit = true, maskPhone = false, flowId = 'default', history = 'none' } = options
  const run = useVerificationRun(options)
  const snapshot = useSyncExternalStore(run.subscribe, run.getSnapshot, run.getServerSnapshot)
  const attachRoot = useFocusMap(snapshot.state, run.getServerSnapshot().state)
  useHistoryEntry(run, flowId, history)
  const id = useId()
  const words = useMessages('verification', spokenMessages)
  const language = useWordsLanguage()
  const { status, alert } = useSpoken(snapshot, words, maskPhone)
  const props = useMemo(() => {
    const spoken = { status, alert }
    return verificationProps({ run, snapshot, messages: words, id, autoSubmit, spoken, language })
  }, [run, snapshot, words, id, autoSubmit, status, alert, language])
  const { send, submitPhone, requestNewCode } = run
  const actions = { send, submitPhone, requestNewCode, attachRoot }
  return { ...props, snapshot, autoSubmit, maskPhone, ...actions }
}
