'use client'
import { keepable } from '@phoneproof/hooks/verification'
import type { ReactNode } from 'react'
import { PhoneEntry, type PhoneEntryProps } from '../phone-entry/index.ts'
import {
  VerificationFlowChangeNumber,
  VerificationFlowKeepNumber,
  VerificationFlowSendCode,
} from './verification-flow-actions.tsx'
import { useFlow } from './verification-flow-context.ts'
import { VerificationFlowMessage } from './verification-flow-message.tsx'
import { Screen, type VerificationFlowScreenProps } from './verification-flow-screen.tsx'
import { VerificationFlowHeading, VerificationFlowIntro } from './verification-flow-text.tsx'
import { SubmitWait } from './verification-flow-waits.tsx'

export interface VerificationFlowPhoneFormProps extends Pick<
  PhoneEntryProps,
  'countries' | 'preferredCountries' | 'defaultCountry' | 'strictness' | 'numberType'
> {}

export interface VerificationFlowPhoneProps
  extends VerificationFlowPhoneFormProps, VerificationFlowScreenProps {}

/** The first step: a number, and *Send code*. Children take the place of what is in it. */
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
    <Screen {...props} part="VerificationFlowPhone" views={['phone']}>
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
      <SubmitWait />
      <VerificationFlowSendCode />
    </form>
  )
}

/** Ways out, when there are any. */
function PhoneActions(): ReactNode {
  const { snapshot } = useFlow('VerificationFlowPhone').flow
  const isStarting = snapshot.state.main.step === 'starting'
  if (!isStarting && !keepable(snapshot.state.queue, snapshot.now)) return null
  return (
    <div data-scope="verification" data-part="actions">
      {isStarting ? <VerificationFlowChangeNumber /> : <VerificationFlowKeepNumber />}
    </div>
  )
}
