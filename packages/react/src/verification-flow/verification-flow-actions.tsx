'use client'
import { mergeProps } from '@phoneproof/hooks/internal'
import type { ActionProps } from '@phoneproof/hooks/internal/verification-flow'
import type { UserAction } from '@phoneproof/hooks/verification-flow'
import {
  forwardRef,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react'
import { ActionButton } from './action-button.tsx'
import { isSaidByButton } from './verification-flow-wait-reasons.tsx'
import { useFlow, type UseVerificationFlowContextReturn } from './verification-flow-context.ts'

/** Everything a `<button>` takes. A handler that prevents the default stops the action. */
export type VerificationFlowButtonProps = ComponentPropsWithoutRef<'button'>

type FlowButton = ForwardRefExoticComponent<
  VerificationFlowButtonProps & RefAttributes<HTMLButtonElement>
>

/** How long a button waits, if it says so itself: the first that waits for the cooldown, or for its own turn. */
function waitOf(
  { actions, cooldownUntil, deadlines, waitReasons }: UseVerificationFlowContextReturn,
  action: UserAction,
) {
  const isFirst = action === (actions.includes('newCode') ? 'newCode' : 'cancel')
  const own = waitReasons.find((wait) => wait.action === action && isSaidByButton(wait))
  const until = own?.until ?? (isFirst ? cooldownUntil : undefined)
  return {
    waitsUntil: until ?? (isFirst ? deadlines?.cancelAt : undefined),
    isWaitOver: until === undefined,
  }
}

/** A button whose text, state and effect follow the flow. Renders nothing when it does not belong on the screen. */
function flowButton(
  name: string,
  action: UserAction,
  propsOf: (flow: UseVerificationFlowContextReturn) => ActionProps,
): FlowButton {
  const Button = forwardRef<HTMLButtonElement, VerificationFlowButtonProps>(
    function Button(given, ref) {
      const { flow } = useFlow(name)
      if (!flow.actions.includes(action)) return null
      return (
        <ActionButton
          {...mergeProps(propsOf(flow), given)}
          variant={flow.actions[0] === action ? 'primary' : undefined}
          {...waitOf(flow, action)}
          ref={ref}
        >
          {given.children ?? flow.texts.action(action)}
        </ActionButton>
      )
    },
  )
  Button.displayName = name
  return Button
}

/** *Send code*: submits the number. Belongs in a form with `getPhoneFormProps`. */
export const VerificationFlowSendCode: FlowButton = flowButton(
  'VerificationFlowSendCode',
  'sendCode',
  (flow) => flow.getSendCodeProps(),
)

/** *Verify*: submits the code. Belongs in a form with `getCodeFormProps`. */
export const VerificationFlowVerify: FlowButton = flowButton(
  'VerificationFlowVerify',
  'verify',
  (flow) => flow.getVerifyProps(),
)

/** *Cancel*: from the end of the cooldown. The service then sends no more texts and makes no more calls. */
export const VerificationFlowCancel: FlowButton = flowButton(
  'VerificationFlowCancel',
  'cancel',
  (flow) => flow.getCancelProps(),
)

/**
 * *Send a new code*: from the end of the cooldown, and at once when the code has ended. Not after the
 * last code that the number may get.
 */
export const VerificationFlowNewCode: FlowButton = flowButton(
  'VerificationFlowNewCode',
  'newCode',
  (flow) => flow.getNewCodeProps(),
)

/** *Try again*: when it is unknown whether a code was sent, or the number is busy. */
export const VerificationFlowRetry: FlowButton = flowButton(
  'VerificationFlowRetry',
  'retry',
  (flow) => flow.getRetryProps(),
)

/** *Change number*: always possible. The number that was left is cancelled before its next text or call. */
export const VerificationFlowChangeNumber: FlowButton = flowButton(
  'VerificationFlowChangeNumber',
  'changeNumber',
  (flow) => flow.getChangeNumberProps(),
)

/** *Keep using …*: back to a number that was left, while its code lives and has not been cancelled. */
export const VerificationFlowResumeNumber: FlowButton = flowButton(
  'VerificationFlowResumeNumber',
  'resumeNumber',
  (flow) => flow.getResumeNumberProps(),
)
