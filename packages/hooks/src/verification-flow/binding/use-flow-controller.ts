'use client'
import { QueryClientContext } from '@tanstack/react-query'
import { useContext, useEffect, useMemo, useState } from 'react'
import { usePhoneproof } from '../../provider/phoneproof-context.ts'
import type { FlowCallbacks } from '../runtime/callbacks.ts'
import { flowOf, ownQueryClient } from '../runtime/flow-registry.ts'
import { currentEnvironment, noEnvironment } from '../../lib/browser-environment.ts'
import type { UseVerificationFlowOptions } from '../verification-flow-options.ts'
import { toFlowConfig } from './to-flow-config.ts'
import { createFlowController, type FlowController } from '../runtime/flow-controller.ts'

/** The flow of this id, retained while the component is mounted, and told of its latest options. */
export function useFlowController(options: UseVerificationFlowOptions): FlowController {
  const { client, clock, queryClient: provided } = usePhoneproof()
  const appQueryClient = useContext(QueryClientContext)
  const queryClient = provided ?? appQueryClient ?? ownQueryClient()
  const { flowId = 'default', storage, defaultPhone, initialState } = options
  const config = toFlowConfig(options, options.client ?? client)
  const [first] = useState(config)
  const controller = useMemo(() => {
    const isPrivate = initialState !== undefined || typeof document === 'undefined'
    const environment = isPrivate ? noEnvironment : currentEnvironment()
    const given = { clock, queryClient, flowId, environment, storage, defaultPhone, initialState }
    return (isPrivate ? createFlowController : flowOf)({ config: first, ...given })
  }, [first, clock, queryClient, flowId, storage, defaultPhone, initialState])

  const [callbacks] = useState<FlowCallbacks>({})
  useEffect(() => {
    const { onVerified, onEvent, onTransition, onError } = options
    Object.assign(callbacks, { onVerified, onEvent, onTransition, onError })
    controller.configure(config)
  })
  useEffect(() => controller.retain(callbacks), [controller, callbacks])
  return controller
}
