'use client'

import {
  useCountdown,
  useFlowTexts,
  useVerificationFlow,
  type FlowTexts,
  type UserAction,
  type UseVerificationFlowOptions,
} from '@phoneproof/hooks'
import { CodeInput, PhoneEntry } from '@phoneproof/react'

type Props = Pick<UseVerificationFlowOptions, 'client' | 'onVerified'>

export function Verify({ client, onVerified }: Props) {
  const flow = useVerificationFlow({ client, brand: 'Acme', onVerified })
  const texts = useFlowTexts(flow)
  const shows = (action: UserAction) => flow.actions.includes(action)
  return (
    <div {...flow.getRootProps()}>
      <h2 {...flow.getHeadingProps()}>{texts.heading}</h2>
      <p {...flow.getIntroTextProps()}>{[texts.intro, texts.codesValidFor].join(' ')}</p>
      {texts.error && <p>{texts.error}</p>}
      {texts.notice && <p>{texts.notice}</p>}
      {flow.waitReasons.map(({ reason, until }) => (
        <p key={reason} {...flow.getWaitReasonProps(reason)}>
          <TimeLeft until={until} texts={texts} text={(time) => texts.wait(reason, time)} />
        </p>
      ))}

      {flow.screen === 'phone' && (
        <form {...flow.getPhoneFormProps()}>
          <PhoneEntry {...flow.getPhoneEntryProps()} required />
          <button {...flow.getSendCodeProps()}>{texts.action('sendCode')}</button>
        </form>
      )}
      {flow.screen === 'code' && (
        <form {...flow.getCodeFormProps()}>
          <CodeInput {...flow.getCodeInputProps()} description={texts.messages.codeHint} />
          <button {...flow.getVerifyProps()}>{texts.action('verify')}</button>
        </form>
      )}
      {flow.deadlines && (
        <p>
          <TimeLeft until={flow.deadlines.expiresAt} texts={texts} text={texts.validFor} />
        </p>
      )}
      {flow.cooldownUntil && (
        <p {...flow.getCooldownProps()}>
          <TimeLeft until={flow.cooldownUntil} texts={texts} text={texts.cooldown} />
        </p>
      )}

      {shows('newCode') && <button {...flow.getNewCodeProps()}>{texts.action('newCode')}</button>}
      {shows('retry') && <button {...flow.getRetryProps()}>{texts.action('retry')}</button>}
      {shows('cancel') && <button {...flow.getCancelProps()}>{texts.action('cancel')}</button>}
      {shows('changeNumber') && (
        <button {...flow.getChangeNumberProps()}>{texts.action('changeNumber')}</button>
      )}
      {shows('resumeNumber') && (
        <button {...flow.getResumeNumberProps()}>{texts.action('resumeNumber')}</button>
      )}

      <div {...flow.getStatusProps()} className="visually-hidden" />
      <div {...flow.getAlertProps()} className="visually-hidden" />
    </div>
  )
}

interface TimeLeftProps {
  until: number | undefined
  texts: FlowTexts
  text: (time: string) => string
}

/** The only part that renders when a second passes. */
function TimeLeft({ until = 0, texts, text }: TimeLeftProps) {
  return <span role="timer">{text(texts.time(useCountdown(until)))}</span>
}
