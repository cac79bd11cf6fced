'use client'
import { QueryClientContext } from '@tanstack/react-query'
import {
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { usePhoneproof } from '../phoneproof-context.ts'
import { useMessages } from '../use-messages.ts'
import { liveFlow, ownQueryClient } from './live-flows.ts'
import { currentPage, noPage } from './page.ts'
import { useFocusMap } from './use-focus-map.ts'
import { verificationMessages, type VerificationMessages } from './verification.messages.ts'
import { toRunConfig, type UseVerificationOptions } from './verification-options.ts'
import { verificationProps, type VerificationProps } from './verification.props.ts'
import {
  createVerificationRun,
  type VerificationRun,
  type VerificationRunOptions,
  type VerificationSnapshot,
} from './verification.run.ts'

/** The flow as data, actions and attributes, for teams that draw their own. */
export interface UseVerificationReturn extends VerificationProps {
  snapshot: VerificationSnapshot
  /** The words in use. */
  words: VerificationMessages
  /** True when a complete code is checked without a press. */
  autoSubmit: boolean
  send: VerificationRun['send']
  submitPhone: VerificationRun['submitPhone']
  requestNewCode: VerificationRun['requestNewCode']
  /** For the element around the flow, so that focus can be moved within it. */
  attachRoot: (root: HTMLElement | null) => void
}

/** The verification flow, headless: see the README beside this file. */
export function useVerification(options: UseVerificationOptions): UseVerificationReturn {
  const { client, clock, queryClient: provided } = usePhoneproof()
  const appQueryClient = useContext(QueryClientContext)
  const queryClient = provided ?? appQueryClient ?? ownQueryClient()
  const { flowId = 'default', autoSubmit = true, storage, defaultPhone, initialState } = options
  const config = toRunConfig(options, options.client ?? client)
  const [firstConfig] = useState(config)
  const run = useMemo(() => {
    const isPrivate = initialState !== undefined || typeof document === 'undefined'
    const page = isPrivate ? noPage : currentPage()
    const runOptions: VerificationRunOptions = {
      config: firstConfig,
      clock,
      queryClient,
      flowId,
      page,
      storage,
      defaultPhone,
      initialState,
    }
    return isPrivate ? createVerificationRun(runOptions) : liveFlow(runOptions)
  }, [firstConfig, clock, queryClient, flowId, storage, defaultPhone, initialState])

  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
    run.configure(config)
  })
  useEffect(
    () =>
      run.retain({
        onVerified: (result) => latest.current.onVerified?.(result),
        onEvent: (event) => latest.current.onEvent?.(event),
        onError: (error) => latest.current.onError?.(error),
      }),
    [run],
  )

  const snapshot = useSyncExternalStore(run.subscribe, run.getSnapshot, run.getServerSnapshot)
  const attachRoot = useFocusMap(snapshot.state)
  const id = useId()
  const words = useMessages('verification', verificationMessages)
  const props = useMemo(
    () => verificationProps({ run, snapshot, messages: words, id, autoSubmit }),
    [run, snapshot, words, id, autoSubmit],
  )
  const { send, submitPhone, requestNewCode } = run
  return { ...props, snapshot, words, autoSubmit, send, submitPhone, requestNewCode, attachRoot }
}
