'use client'
import {
  useFlowTexts,
  useVerificationFlow,
  type UseVerificationFlowOptions,
} from '@phoneproof/hooks/verification-flow'
import { useCallback, useState, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import { VerificationFlowContext, type CountdownStyle } from './verification-flow-context.ts'
import { LiveRegions } from './live-regions.tsx'
import { StepMotion } from './step-motion.tsx'

type DivProps = Omit<ComponentPropsWithoutRef<'div'>, 'onError'>

export interface VerificationFlowRootProps extends UseVerificationFlowOptions, DivProps {
  /** How the time left is shown. People can hide it themselves. @default 'precise' */
  countdown?: CountdownStyle | undefined
  /**
   * The name of a hidden field that holds the proof once the number is verified, so that your form brings
   * it to your server. Without a proof there is no field. The client needs `proof: true`.
   */
  name?: string | undefined
  /** The id of your form, which the hidden field belongs to. A form cannot stand around the flow, which has its own. */
  form?: string | undefined
  /** Stands below "… is confirmed as yours": what comes next, in a sentence or a button. */
  afterVerified?: ReactNode
  /** Stands after "… or contact us" when a number has had all its codes. A link, for example. */
  limitHelp?: ReactNode
}

/**
 * The flow around parts of your choice, in your order: screens, parts of screens, and anything of yours.
 * It has no behaviour of its own (`useVerificationFlow` has), and it tells screen readers what happens.
 */
export function VerificationFlowRoot({
  countdown: given = 'precise',
  limitHelp,
  afterVerified,
  name,
  form,
  children,
  ...props
}: VerificationFlowRootProps): ReactNode {
  const flow = useVerificationFlow(props)
  const texts = useFlowTexts(flow)
  const { countdown, setIsHidden } = useCountdownStyle(given)
  const { lang, ref, ...root } = flow.getRootProps()
  return (
    <VerificationFlowContext.Provider
      value={{ flow: { ...flow, texts }, countdown, setIsHidden, limitHelp, afterVerified }}
    >
      <StepMotion
        step={flow.problem ?? flow.screen}
        rootRef={ref}
        lang={lang}
        {...nativeProps(props)}
        {...root}
      >
        {children}
        {name && flow.proof && <input type="hidden" name={name} form={form} value={flow.proof} />}
        <LiveRegions />
      </StepMotion>
    </VerificationFlowContext.Provider>
  )
}

/** A person's choice to hide or show the time holds until the page changes the prop. */
function useCountdownStyle(given: CountdownStyle) {
  const isHiddenByPage = given === 'hidden'
  const [choice, setChoice] = useState<{ isHidden: boolean; isHiddenByPage: boolean }>()
  const isHidden = choice?.isHiddenByPage === isHiddenByPage ? choice.isHidden : isHiddenByPage
  const shown: CountdownStyle = isHiddenByPage ? 'precise' : given
  const countdown: CountdownStyle = isHidden ? 'hidden' : shown
  const setIsHidden = useCallback(
    (next: boolean) => setChoice({ isHidden: next, isHiddenByPage }),
    [isHiddenByPage],
  )
  return { countdown, setIsHidden }
}

/** Options, which are not for the element. The type makes sure that none is forgotten. */
const options: Record<keyof UseVerificationFlowOptions, true> = {
  client: true,
  brand: true,
  codeLength: true,
  language: true,
  senderId: true,
  workflowId: true,
  service: true,
  maxCodes: true,
  maxAttempts: true,
  cancelMode: true,
  autoStart: true,
  flowId: true,
  history: true,
  storage: true,
  defaultPhone: true,
  autoSubmit: true,
  maskPhone: true,
  errorRules: true,
  initialState: true,
  onVerified: true,
  onEvent: true,
  onTransition: true,
  onError: true,
}

const nativeProps = (props: DivProps): DivProps =>
  Object.fromEntries(Object.entries(props).filter(([name]) => !(name in options)))
