'use client'

import {
  errorScope,
  errorWords,
  hasCodesLeft,
  headingWords,
  introWords,
  isSlow,
  keepable,
  timelineOf,
  timeWords,
  useCountdown,
  useMessages,
  usePhoneText,
  useVerification,
  verificationMessages,
  verificationOf,
  viewOf,
  waitsOf,
  waitWords,
  windowWords,
  type UseVerificationOptions,
} from '@phoneproof/hooks'
import { CodeInput, PhoneEntry } from '@phoneproof/react'

type Props = Pick<UseVerificationOptions, 'client' | 'onVerified'>

export function Verify({ client, onVerified }: Props) {
  const flow = useVerification({ client, brand: 'Acme', onVerified })
  const { snapshot, attachRoot } = flow
  const words = useMessages('verification', verificationMessages)
  const { state, now } = snapshot
  const { step } = state.main
  const view = viewOf(state)
  const phone = usePhoneText(state.phone)
  const news = state.notice && words.notices[state.notice.kind]
  const { text: about } = usePhoneText(state.notice?.phone ?? state.phone)
  const kept = keepable(state.queue, now)
  const keptPhone = usePhoneText(kept?.phone)
  const running = view === 'code' ? verificationOf(state) : undefined
  const timeline = running && timelineOf(running)
  return (
    <div {...flow.getRootProps()} ref={attachRoot}>
      <h2 {...flow.getHeadingProps()}>{headingWords(state, words)}</h2>
      <p {...flow.getIntroTextProps()}>{introWords(state, words, phone)}</p>
      {errorScope(state) === 'step' && <p>{errorWords(state, words)}</p>}
      {news && <p>{news(about)}</p>}
      {isSlow(snapshot) && <p>{words.slow}</p>}
      {waitsOf(snapshot).map(
        ({ wait, from }) =>
          wait && (
            <p key={wait} {...flow.getWaitProps(wait)}>
              <Left deadline={from}>{(time) => waitWords(wait, time, words)}</Left>
            </p>
          ),
      )}

      {view === 'phone' && (
        <form {...flow.getPhoneFormProps()}>
          <PhoneEntry {...flow.getPhoneEntryProps()} required />
          <button {...flow.getSendCodeProps()}>
            {step === 'starting' ? words.sending : words.sendCode}
          </button>
          {kept && (
            <button {...flow.getKeepNumberProps()}>{words.keepNumber(keptPhone.text)}</button>
          )}
        </form>
      )}
      {view === 'code' && (
        <form {...flow.getCodeFormProps()}>
          <CodeInput {...flow.getCodeInputProps()} description={words.codeHint} />
          <button {...flow.getVerifyProps()}>
            {step === 'checking' ? words.checking : words.verify}
          </button>
        </form>
      )}
      {timeline && (
        <p>
          <Left deadline={timeline.expiresAt}>{words.validFor}</Left>
        </p>
      )}
      {timeline && now < timeline.cancelAt && (
        <p {...flow.getWindowProps()}>
          <Left deadline={timeline.cancelAt}>{windowWords(state, words)}</Left>
        </p>
      )}
      {(view === 'code' || view === 'expired' || view === 'locked') && hasCodesLeft(state) && (
        <button {...flow.getNewCodeProps()}>
          {step === 'starting' || step === 'resendCancelling'
            ? words.sendingNewCode
            : words.newCode}
        </button>
      )}
      {view === 'code' && (
        <button {...flow.getCancelProps()}>
          {step === 'cancelling' ? words.cancelling : words.cancel}
        </button>
      )}
      {(view === 'uncertain' || view === 'blocked') && (
        <button {...flow.getRetryProps()}>
          {step === 'starting' ? words.sending : words.tryAgain}
        </button>
      )}
      {step !== 'phone' && step !== 'verified' && (
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
  const words = useMessages('verification', verificationMessages)
  return <span role="timer">{children(timeWords(useCountdown(deadline), words))}</span>
}
