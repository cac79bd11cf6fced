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
import {
  VerificationFlowMessage,
  type VerificationFlowMessageProps,
} from './verification-flow-message.tsx'
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
          <CodeForm place="form" />
          <VerificationFlowTime />
          <div {...verificationFlowPart('actions')}>
            <VerificationFlowNewCode />
            <VerificationFlowCancel />
          </div>
          <VerificationFlowMessage place="actions" />
          <VerificationFlowWaitReasons />
          <VerificationFlowSecurityNote />
        </>
      )}
    </Screen>
  )
}

/** The code, the errors and notices of the screen, and *Verify*. */
export const VerificationFlowCodeForm = (): ReactNode => <CodeForm />

function CodeForm({ place }: VerificationFlowMessageProps): ReactNode {
  const { flow } = useFlow('VerificationFlowCodeForm')
  return (
    <form {...flow.getCodeFormProps()}>
      <CodeInput
        {...flow.getCodeInputProps()}
        description={flow.autoSubmit ? flow.texts.messages.codeHint : undefined}
      />
      <VerificationFlowMessage place={place} />
      <FormWaitReason />
      <VerificationFlowVerify />
    </form>
  )
}
