'use client'
import { mergeProps } from '@phoneproof/hooks/internal'
import { usePhoneText } from '@phoneproof/hooks/phone-entry'
import { hasCodesLeft, resumable, screenOf, type ActionProps } from '@phoneproof/hooks/verification-flow'
import {
  forwardRef,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type ReactNode,
  type RefAttributes,
} from 'react'
import { ActionButton } from './action-button.tsx'
import { useFlow, type UseVerificationFlowContextReturn } from './verification-flow-context.ts'

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
  draw: (flow: UseVerificationFlowContextReturn) => Drawn | undefined,
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

const stepOf = (flow: UseVerificationFlowContextReturn) => flow.snapshot.state.step.name

/** *Send code*: submits the number. Belongs into a form with `getPhoneFormProps`. */
export const VerificationFlowSendCode: FlowButton = flowButton(
  'VerificationFlowSendCode',
  (flow) => ({
    props: flow.getSendCodeProps(),
    variant: 'primary',
    text: stepOf(flow) === 'starting' ? flow.messages.sending : flow.messages.sendCode,
  }),
)

/** *Verify*: submits the code. Belongs into a form with `getCodeFormProps`. */
export const VerificationFlowVerify: FlowButton = flowButton('VerificationFlowVerify', (flow) => ({
  props: flow.getVerifyProps(),
  variant: 'primary',
  text: stepOf(flow) === 'checking' ? flow.messages.checking : flow.messages.verify,
}))

/** *Cancel*: from 30 s on. Tells the service, so that nobody is called any more. */
export const VerificationFlowCancel: FlowButton = flowButton('VerificationFlowCancel', (flow) => ({
  props: flow.getCancelProps(),
  text: stepOf(flow) === 'cancelling' ? flow.messages.cancelling : flow.messages.cancel,
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
    variant: screenOf(flow.snapshot.state) === 'code' ? undefined : 'primary',
    text: isResending ? flow.messages.sendingNewCode : flow.messages.newCode,
  }
})

/** *Try again*: when it is unknown whether a code was sent, or the number is busy. */
export const VerificationFlowRetry: FlowButton = flowButton('VerificationFlowRetry', (flow) => ({
  props: flow.getRetryProps(),
  variant: 'primary',
  text: stepOf(flow) === 'starting' ? flow.messages.sending : flow.messages.tryAgain,
}))

/** *Change number*: always possible. The number that was left is cancelled before it is called. */
export const VerificationFlowChangeNumber: FlowButton = flowButton(
  'VerificationFlowChangeNumber',
  (flow) => {
    const { state } = flow.snapshot
    const isBusyElsewhere = ['uncertain', 'blocked'].includes(screenOf(state))
    const isOnlyWay = ['expired', 'locked'].includes(screenOf(state)) && !hasCodesLeft(state)
    return {
      props: flow.getChangeNumberProps(),
      variant: isOnlyWay ? 'primary' : undefined,
      text: isBusyElsewhere ? flow.messages.differentNumber : flow.messages.changeNumber,
    }
  },
)

/** *Keep using …*: back to a code that still lives, while it has not been cancelled. */
export const VerificationFlowResumeNumber: FlowButton = flowButton(
  'VerificationFlowResumeNumber',
  (flow) => {
    const { state, now } = flow.snapshot
    const kept = stepOf(flow) === 'phone' ? resumable(state.cancelQueue, now) : undefined
    return kept && { props: flow.getResumeNumberProps(), text: <ResumeNumberText phone={kept.phone} /> }
  },
)

function ResumeNumberText({ phone }: { phone: string }): ReactNode {
  const { flow } = useFlow('VerificationFlowResumeNumber')
  return <span>{flow.messages.resumeNumber(usePhoneText(phone, flow.maskPhone).text)}</span>
}
