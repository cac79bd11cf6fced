'use client'
import { QueryClientContext } from '@tanstack/react-query'
import { useContext, useEffect, useMemo, useState } from 'react'
import { usePhoneproof } from '../phoneproof-context.ts'
import type { VerificationListeners } from './hosts.ts'
import { liveFlow, ownQueryClient } from './live-flows.ts'
import { currentPage, noPage } from './page.ts'
import { toRunConfig, type UseVerificationOptions } from './verification-options.ts'
import { createVerificationRun, type VerificationRun } from './verification.run.ts'

/** The flow of this id, retained while the component is mounted, and told of its latest options. */
export function useVerificationRun(options: UseVerificationOptions): VerificationRun {
  const { client, clock, queryClient: provided } = usePhoneproof()
  const appQueryClient = useContext(QueryClientContext)
  const queryClient = provided ?? appQueryClient ?? ownQueryClient()
  const { flowId = 'default', storage, defaultPhone, initialState } = options
  const config = toRunConfig(options, options.client ?? client)
  const [first] = useState(config)
  const run = useMemo(() => {
    const isPrivate = initialState !== undefined || typeof document === 'undefined'
    const page = isPrivate ? noPage : currentPage()
    const given = { clock, queryClient, flowId, page, storage, defaultPhone, initialState }
    return (isPrivate ? createVerificationRun : liveFlow)({ config: first, ...given })
  }, [first, clock, queryClient, flowId, storage, defaultPhone, initialState])

  const [listeners] = useState<VerificationListeners>({})
  useEffect(() => {
    const { onVerified, onEvent, onTransition, onError } = options
    Object.assign(listeners, { onVerified, onEvent, onTransition, onError })
    run.configure(config)
  })
  useEffect(() => run.retain(listeners), [run, listeners])
  return run
}
