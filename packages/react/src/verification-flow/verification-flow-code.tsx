'use client'
import { usePhoneText } from '@phoneproof/hooks'
import type { ReactNode } from 'react'
import { CodeInput } from '../code-input/index.ts'
import { ActionButton } from './action-button.tsx'
import { VerificationFlowMessage } from './verification-flow-message.tsx'
import { VerificationFlowTime } from './verification-flow-time.tsx'
import { useFlow } from './verification-flow-context.ts'

/** The second step: the code, and what can be done when it does not come. */
export function VerificationFlowCode(): ReactNode {
  const { flow } = useFlow('VerificationFlowCode')
  const { words } = flow
  const { state } = flow.snapshot
  const { step } = state.main
  const { text: phone, isLandline } = usePhoneText(state.phone)
  const isResending = step === 'resendCancelling' || step === 'starting'

  return (
    <>
      <h2 {...flow.getHeadingProps()}>{words.codeHeading}</h2>
      <p data-scope="verification" data-part="intro">
        {(isLandline ? words.landlineIntro : words.codeIntro)(phone)}{' '}
        <ActionButton {...flow.getChangeNumberProps()} data-inline="">
          {words.changeNumber}
        </ActionButton>
      </p>
      <form {...flow.getCodeFormProps()}>
        <CodeInput
          {...flow.getCodeInputProps()}
          description={flow.autoSubmit ? words.codeHint : undefined}
        />
        <VerificationFlowMessage />
        <ActionButton variant="primary" {...flow.getVerifyProps()}>
          {step === 'checking' ? words.checking : words.verify}
        </ActionButton>
      </form>
      <VerificationFlowTime />
      <div data-scope="verification" data-part="actions">
        <ActionButton {...flow.getNewCodeProps()}>
          {isResending ? words.sendingNewCode : words.newCode}
        </ActionButton>
        <ActionButton {...flow.getCancelProps()}>
          {step === 'cancelling' ? words.cancelling : words.cancel}
        </ActionButton>
      </div>
      <p data-scope="verification" data-part="safety">
        {words.safety}
      </p>
    </>
  )
}
