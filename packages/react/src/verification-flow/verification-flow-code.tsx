'use client'
import { verificationFlowPart } from '@phoneproof/hooks/internal/verification-flow'
import type { ReactNode } from 'react'
import { CodeInput } from '../code-input/index.ts'
import {
  VerificationFlowCancel,
  VerificationFlowChangeNumber,
  VerificationFlowNewCode,
  VerificationFlowVerify,
} from './verification-flow-actions.tsx'
import { useFlow } from './verification-flow-context.ts'
import { VerificationFlowMessage } from './verification-flow-message.tsx'
import { Screen, type VerificationFlowScreenProps } from './verification-flow-screen.tsx'
import {
  VerificationFlowHeading,
  VerificationFlowIntro,
  VerificationFlowSecurityNote,
} from './verification-flow-text.tsx'
import { VerificationFlowTime } from './verification-flow-time.tsx'
import { FormWaitReason, VerificationFlowWaitReasons } from './verification-flow-wait-reasons.tsx'

/**
 * The second screen: the code, and what to do when it does not arrive. Children replace what is in it.
 */
export function VerificationFlowCode({
  children,
  ...props
}: VerificationFlowScreenProps): ReactNode {
  return (
    <Screen {...props} part="VerificationFlowCode" screen="code">
      {children ?? (
        <>
          <VerificationFlowHeading />
          <VerificationFlowIntro>
            <VerificationFlowChangeNumber data-inline="" />
          </VerificationFlowIntro>
          <VerificationFlowCodeForm />
          <VerificationFlowTime />
          <div {...verificationFlowPart('actions')}>
            <VerificationFlowNewCode />
            <VerificationFlowCancel />
          </div>
          <VerificationFlowWaitReasons />
          <VerificationFlowSecurityNote />
        </>
      )}
    </Screen>
  )
}

/** The code, its error, and *Verify*. */
export function VerificationFlowCodeForm(): ReactNode {
  const { flow } = useFlow('VerificationFlowCodeForm')
  return (
    <form {...flow.getCodeFormProps()}>
      <CodeInput
        {...flow.getCodeInputProps()}
        description={flow.autoSubmit ? flow.texts.messages.codeHint : undefined}
      />
      <VerificationFlowMessage />
      <FormWaitReason />
      <VerificationFlowVerify />
    </form>
  )
}
