'use client'
import { isSlow, keepable, usePhoneText } from '@phoneproof/hooks'
import type { ReactNode } from 'react'
import { PhoneEntry } from '../phone-entry/index.ts'
import { ActionButton } from './action-button.tsx'
import { VerificationFlowMessage } from './verification-flow-message.tsx'
import { useFlow } from './verification-flow-context.ts'

export interface VerificationFlowPhoneProps {
  countries?: readonly string[] | undefined
  preferredCountries?: readonly string[] | undefined
  defaultCountry?: string | undefined
}

/** The first step: a number, and *Send code*. */
export function VerificationFlowPhone(props: VerificationFlowPhoneProps): ReactNode {
  const { flow } = useFlow('VerificationFlowPhone')
  const { words } = flow
  const { state, now } = flow.snapshot
  const entry = flow.getPhoneEntryProps()
  const isStarting = state.main.step === 'starting'
  const kept = isStarting ? undefined : keepable(state.queue, now)
  const { text: keptPhone } = usePhoneText(kept?.phone)

  return (
    <>
      <h2 {...flow.getHeadingProps()}>{words.phoneHeading}</h2>
      <p data-scope="verification" data-part="intro">
        {words.phoneIntro}
      </p>
      <form {...flow.getPhoneFormProps()}>
        <PhoneEntry {...props} {...entry} required />
        <VerificationFlowMessage />
        <ActionButton variant="primary" {...flow.getSendCodeProps()}>
          {isStarting ? words.sending : words.sendCode}
        </ActionButton>
      </form>
      {isSlow(flow.snapshot) && (
        <p data-scope="verification" data-part="notice">
          {words.slow}
        </p>
      )}
      {isStarting && (
        <div data-scope="verification" data-part="actions">
          <ActionButton {...flow.getChangeNumberProps()}>{words.changeNumber}</ActionButton>
        </div>
      )}
      {kept && (
        <div data-scope="verification" data-part="actions">
          <ActionButton {...flow.getKeepNumberProps()}>{words.keepNumber(keptPhone)}</ActionButton>
        </div>
      )}
    </>
  )
}
