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
  const { countdown: given = 'precise', countries, preferredCountries, defaultCountry } = props
  const flow = useVerification(props)
  const { attachRoot } = flow
  const [chosen, setCountdown] = useState<CountdownStyle>()
  const countdown = chosen ?? given
  const context = useMemo(() => ({ flow, countdown, setCountdown }), [flow, countdown])
  const view = viewOf(flow.snapshot.state)
  return (
    <VerificationFlowContext.Provider value={context}>
      <div {...nativeProps(props)} {...flow.getRootProps()} ref={attachRoot}>
        <div key={view} data-scope="verification" data-part="step">
          {view === 'phone' && (
            <VerificationFlowPhone {...{ countries, preferredCountries, defaultCountry }} />
          )}
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

/** Props that are not for the element around the flow. The type lets none be forgotten. */
const ownProps: Record<Exclude<keyof VerificationFlowProps, keyof DivProps>, true> = {
  client: true,
  brand: true,
  codeLength: true,
  language: true,
  senderId: true,
  country: true,
  workflowId: true,
  maxStarts: true,
  flowId: true,
  storage: true,
  defaultPhone: true,
  autoSubmit: true,
  errorRules: true,
  initialState: true,
  onVerified: true,
  onEvent: true,
  onError: true,
  countries: true,
  preferredCountries: true,
  defaultCountry: true,
  countdown: true,
}

const nativeProps = (props: VerificationFlowProps): DivProps =>
  Object.fromEntries(Object.entries(props).filter(([name]) => !(name in ownProps)))
