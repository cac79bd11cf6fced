'use client'

import {
  errorScope,
  errorText,
  hasCodesLeft,
  headingText,
  introText,
  isSlow,
  resumable,
  deadlinesOf,
  timeText,
  useCountdown,
  useMessages,
  usePhoneText,
  useVerificationFlow,
  verificationFlowMessages,
  verificationOf,
  screenOf,
  waitReasons,
  waitText,
  cooldownText,
  type UseVerificationFlowOptions,
} from '@phoneproof/hooks'
import { CodeInput, PhoneEntry } from '@phoneproof/react'

type Props = Pick<UseVerificationFlowOptions, 'client' | 'onVerified'>

export function Verify({ client, onVerified }: Props) {
  const flow = useVerificationFlow({ client, brand: 'Acme', onVerified })
  const { snapshot, attachRoot } = flow
  const words = useMessages('verificationFlow', verificationFlowMessages)
  const { state, now } = snapshot
  const { name } = state.step
  const view = screenOf(state)
  const phone = usePhoneText(state.phone)
  const news = state.notice && words.notices[state.notice.kind]
  const { text: about } = usePhoneText(state.notice?.phone ?? state.phone)
  const kept = resumable(state.cancelQueue, now)
  const keptPhone = usePhoneText(kept?.phone)
  const running = view === 'code' ? verificationOf(state) : undefined
  const timeline = running && deadlinesOf(running)
  return (
    <div {...flow.getRootProps()} ref={attachRoot}>
      <h2 {...flow.getHeadingProps()}>{headingText(state, words)}</h2>
      <p {...flow.getIntroTextProps()}>{introText(state, words, phone)}</p>
      {errorScope(state) === 'step' && <p>{errorText(state, words)}</p>}
      {news && <p>{news(about)}</p>}
      {isSlow(snapshot) && <p>{words.slow}</p>}
      {waitReasons(snapshot).map(
        ({ reason, from }) =>
          reason && (
            <p key={reason} {...flow.getWaitReasonProps(reason)}>
              <Left deadline={from}>{(time) => waitText(reason, time, words)}</Left>
            </p>
          ),
      )}

      {view === 'phone' && (
        <form {...flow.getPhoneFormProps()}>
          <PhoneEntry {...flow.getPhoneEntryProps()} required />
          <button {...flow.getSendCodeProps()}>
            {name === 'starting' ? words.sending : words.sendCode}
          </button>
          {kept && (
            <button {...flow.getResumeNumberProps()}>{words.resumeNumber(keptPhone.text)}</button>
          )}
        </form>
      )}
      {view === 'code' && (
        <form {...flow.getCodeFormProps()}>
          <CodeInput {...flow.getCodeInputProps()} description={words.codeHint} />
          <button {...flow.getVerifyProps()}>
            {name === 'checking' ? words.checking : words.verify}
          </button>
        </form>
      )}
      {timeline && (
        <p>
          <Left deadline={timeline.expiresAt}>{words.validFor}</Left>
        </p>
      )}
      {timeline && now < timeline.cancelAt && (
        <p {...flow.getCooldownProps()}>
          <Left deadline={timeline.cancelAt}>{cooldownText(state, words)}</Left>
        </p>
      )}
      {(view === 'code' || view === 'expired' || view === 'locked') && hasCodesLeft(state) && (
        <button {...flow.getNewCodeProps()}>
          {name === 'starting' || name === 'resendCancelling'
            ? words.sendingNewCode
            : words.newCode}
        </button>
      )}
      {view === 'code' && (
        <button {...flow.getCancelProps()}>
          {name === 'cancelling' ? words.cancelling : words.cancel}
        </button>
      )}
      {(view === 'uncertain' || view === 'blocked') && (
        <button {...flow.getRetryProps()}>
          {name === 'starting' ? words.sending : words.tryAgain}
        </button>
      )}
      {name !== 'phone' && name !== 'verified' && (
        <button {...flow.getChangeNumberProps()}>{words.changeNumber}</button>
      )}

      <div {...flow.getStatusProps()} className="visually-hidden" />
      <div {...flow.getAlertProps()} className="visually-hidden" />
    </div>
  )
}

interface LeftProps {
  deadline: number | undefined
  children: (time: string) => string
}

/** The only thing that renders when a second passes. */
function Left({ deadline = 0, children }: LeftProps) {
  const words = useMessages('verificationFlow', verificationFlowMessages)
  return <span role="timer">{children(timeText(useCountdown(deadline), words))}</span>
}
