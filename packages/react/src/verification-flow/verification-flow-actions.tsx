'use client'
import { mergeProps } from '@phoneproof/hooks/parts'
import { usePhoneText } from '@phoneproof/hooks/phone-entry'
import { hasCodesLeft, keepable, viewOf, type ActionProps } from '@phoneproof/hooks/verification'
import {
  forwardRef,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type ReactNode,
  type RefAttributes,
} from 'react'
import { ActionButton } from './action-button.tsx'
import { useFlow, type UseVerificationFlowReturn } from './verification-flow-context.ts'

/** Everything a `<button>` takes. A handler that prevents the default stops the action. */
export type VerificationFlowButtonProps = ComponentPropsWithoutRef<'button'>

type FlowButton = ForwardRefExoticComponent<
  VerificationFlowButtonProps & RefAttributes<HTMLButtonElement>
>

interface Drawn {
  props: ActionProps
  text: ReactNode
  variant?: 'primary' | undefined
}

/** A button whose name, state and effect follow the flow; undefined draws none. */
function flowButton(
  name: string,
  draw: (flow: UseVerificationFlowReturn) => Drawn | undefined,
): FlowButton {
  const Button = forwardRef<HTMLButtonElement, VerificationFlowButtonProps>(
    function Button(given, ref) {
      const drawn = draw(useFlow(name).flow)
      if (!drawn) return null
      return (
        <ActionButton {...mergeProps(drawn.props, given)} variant={drawn.variant} ref={ref}>
          {given.children ?? drawn.text}
        </ActionButton>
      )
    },
  )
  Button.displayName = name
  return Button
}

const stepOf = (flow: UseVerificationFlowReturn) => flow.snapshot.state.main.step

/** *Send code*: submits the number. Belongs into a form with `getPhoneFormProps`. */
export const VerificationFlowSendCode: FlowButton = flowButton(
  'VerificationFlowSendCode',
  (flow) => ({
    props: flow.getSendCodeProps(),
    variant: 'primary',
    text: stepOf(flow) === 'starting' ? flow.words.sending : flow.words.sendCode,
  }),
)

/** *Verify*: submits the code. Belongs into a form with `getCodeFormProps`. */
export const VerificationFlowVerify: FlowButton = flowButton('VerificationFlowVerify', (flow) => ({
  props: flow.getVerifyProps(),
  variant: 'primary',
  text: stepOf(flow) === 'checking' ? flow.words.checking : flow.words.verify,
}))

/** *Cancel*: from 30 s on. Tells the service, so that nobody is called any more. */
export const VerificationFlowCancel: FlowButton = flowButton('VerificationFlowCancel', (flow) => ({
  props: flow.getCancelProps(),
  text: stepOf(flow) === 'cancelling' ? flow.words.cancelling : flow.words.cancel,
}))

/**
 * *Send a new code*: from 30 s on, and at once when the code has ended. The main way on then. Nothing
 * after the last code that the number may get.
 */
export const VerificationFlowNewCode: FlowButton = flowButton('VerificationFlowNewCode', (flow) => {
  if (!hasCodesLeft(flow.snapshot.state)) return undefined
  const isResending = stepOf(flow) === 'resendCancelling' || stepOf(flow) === 'starting'
  return {
    props: flow.getNewCodeProps(),
    variant: viewOf(flow.snapshot.state) === 'code' ? undefined : 'primary',
    text: isResending ? flow.words.sendingNewCode : flow.words.newCode,
  }
})

/** *Try again*: when it is unknown whether a code was sent, or the number is busy. */
export const VerificationFlowRetry: FlowButton = flowButton('VerificationFlowRetry', (flow) => ({
  props: flow.getRetryProps(),
  variant: 'primary',
  text: stepOf(flow) === 'starting' ? flow.words.sending : flow.words.tryAgain,
}))

/** *Change number*: always possible. The number that was left is cancelled before it is called. */
export const VerificationFlowChangeNumber: FlowButton = flowButton(
  'VerificationFlowChangeNumber',
  (flow) => {
    const { state } = flow.snapshot
    const isBusyElsewhere = ['uncertain', 'blocked'].includes(viewOf(state))
    const isOnlyWay = ['expired', 'locked'].includes(viewOf(state)) && !hasCodesLeft(state)
    return {
      props: flow.getChangeNumberProps(),
      variant: isOnlyWay ? 'primary' : undefined,
      text: isBusyElsewhere ? flow.words.differentNumber : flow.words.changeNumber,
    }
  },
)

/** *Keep using …*: back to a code that still lives, while it has not been cancelled. */
export const VerificationFlowKeepNumber: FlowButton = flowButton(
  'VerificationFlowKeepNumber',
  (flow) => {
    const { state, now } = flow.snapshot
    const kept = stepOf(flow) === 'phone' ? keepable(state.queue, now) : undefined
    return kept && { props: flow.getKeepNumberProps(), text: <KeepNumberText phone={kept.phone} /> }
  },
)

function KeepNumberText({ phone }: { phone: string }): ReactNode {
  const { flow } = useFlow('VerificationFlowKeepNumber')
  return <span>{flow.words.keepNumber(usePhoneText(phone, flow.maskPhone).text)}</span>
}
