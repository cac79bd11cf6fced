'use client'
import { verificationFlowPart } from '@phoneproof/hooks/internal/verification-flow'
import type { ReactNode } from 'react'
import { PhoneEntry, type PhoneEntryProps } from '../phone-entry/index.ts'
import {
  VerificationFlowChangeNumber,
  VerificationFlowResumeNumber,
  VerificationFlowSendCode,
} from './verification-flow-actions.tsx'
import { useFlow } from './verification-flow-context.ts'
import { VerificationFlowMessage } from './verification-flow-message.tsx'
import { Screen, type VerificationFlowScreenProps } from './verification-flow-screen.tsx'
import { VerificationFlowHeading, VerificationFlowIntro } from './verification-flow-text.tsx'
import { FormWaitReason } from './verification-flow-wait-reasons.tsx'

export interface VerificationFlowPhoneFormProps extends Pick<
  PhoneEntryProps,
  'countries' | 'preferredCountries' | 'defaultCountry' | 'strictness' | 'numberType'
> {}

export interface VerificationFlowPhoneProps
  extends VerificationFlowPhoneFormProps, VerificationFlowScreenProps {}

/** The first screen: a number, and *Send code*. Children replace what is in it. */
export function VerificationFlowPhone({
  countries,
  preferredCountries,
  defaultCountry,
  strictness,
  numberType,
  children,
  ...props
}: VerificationFlowPhoneProps): ReactNode {
  const field = { countries, preferredCountries, defaultCountry, strictness, numberType }
  return (
    <Screen {...props} part="VerificationFlowPhone" screen="phone">
      {children ?? (
        <>
          <VerificationFlowHeading />
          <VerificationFlowIntro />
          <VerificationFlowPhoneForm {...field} />
          <PhoneActions />
        </>
      )}
    </Screen>
  )
}

/** The number, its error, and *Send code*. */
export function VerificationFlowPhoneForm(props: VerificationFlowPhoneFormProps): ReactNode {
  const { flow } = useFlow('VerificationFlowPhoneForm')
  return (
    <form {...flow.getPhoneFormProps()}>
      <PhoneEntry {...props} {...flow.getPhoneEntryProps()} required />
      <VerificationFlowMessage />
      <FormWaitReason />
      <VerificationFlowSendCode />
    </form>
  )
}

/** The other buttons, if there are any. */
function PhoneActions(): ReactNode {
  const { flow } = useFlow('VerificationFlowPhone')
  if (flow.actions.length === 1) return null
  return (
    // Most starts are over before anybody could want another number.
    <div {...verificationFlowPart('actions')} data-late={flow.step === 'starting' ? '' : undefined}>
      <VerificationFlowChangeNumber />
      <VerificationFlowResumeNumber />
    </div>
  )
}
