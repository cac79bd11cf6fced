'use client'
import { useVerification, viewOf, type UseVerificationOptions } from '@phoneproof/hooks'
import { useMemo, useState, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import { VerificationFlowCode } from './verification-flow-code.tsx'
import { VerificationFlowContext, type CountdownStyle } from './verification-flow-context.ts'
import { VerificationFlowLive } from './verification-flow-live.tsx'
import {
  VerificationFlowPhone,
  type VerificationFlowPhoneProps,
} from './verification-flow-phone.tsx'
import { VerificationFlowStopped } from './verification-flow-stopped.tsx'
import { VerificationFlowVerified } from './verification-flow-verified.tsx'

type DivProps = Omit<ComponentPropsWithoutRef<'div'>, 'onError' | 'children'>

export interface VerificationFlowProps
  extends UseVerificationOptions, VerificationFlowPhoneProps, DivProps {
  /** How the time left is shown. People can hide it themselves. @default 'precise' */
  countdown?: CountdownStyle | undefined
}

/** The whole flow: a number, a code, verified. It owns no behaviour; `useVerification` does. */
export function VerificationFlow(props: VerificationFlowProps): ReactNode {
  const { countdown: given = 'precise', options, phone, native } = split(props)
  const flow = useVerification(options)
  const { attachRoot } = flow
  const [chosen, setCountdown] = useState<CountdownStyle>()
  const countdown = chosen ?? given
  const context = useMemo(() => ({ flow, countdown, setCountdown }), [flow, countdown])
  const view = viewOf(flow.snapshot.state)
  return (
    <VerificationFlowContext.Provider value={context}>
      <div {...native} {...flow.getRootProps()} ref={attachRoot}>
        <div key={view} data-scope="verification" data-part="step">
          {view === 'phone' && <VerificationFlowPhone {...phone} />}
          {view === 'code' && <VerificationFlowCode />}
          {view === 'verified' && <VerificationFlowVerified />}
          {view !== 'phone' && view !== 'code' && view !== 'verified' && (
            <VerificationFlowStopped view={view} />
          )}
        </div>
        <VerificationFlowLive />
      </div>
    </VerificationFlowContext.Provider>
  )
}

/** Parts the props into what the hook, the phone step and the element around all of it take. */
function split(props: VerificationFlowProps) {
  const {
    client,
    brand,
    codeLength,
    language,
    senderId,
    country,
    workflowId,
    maxStarts,
    flowId,
    storage,
    defaultPhone,
    autoSubmit,
    errorRules,
    initialState,
    onVerified,
    onEvent,
    onError,
    countries,
    preferredCountries,
    defaultCountry,
    countdown,
    ...native
  } = props
  const options: UseVerificationOptions = {
    client,
    brand,
    codeLength,
    language,
    senderId,
    country,
    workflowId,
    maxStarts,
    flowId,
    storage,
    defaultPhone,
    autoSubmit,
    errorRules,
    initialState,
    onVerified,
    onEvent,
    onError,
  }
  return { options, phone: { countries, preferredCountries, defaultCountry }, native, countdown }
}
