'use client'
import {
  callInProgress,
  cancelAvailability,
  lastMinuteMs,
  nextDelivery,
  timelineOf,
  useCountdown,
  verificationOf,
  usePhoneText,
} from '@phoneproof/hooks'
import type { CSSProperties, ReactNode } from 'react'
import { CountdownText } from './countdown-text.tsx'
import { PhoneIcon, MessageIcon } from './icons.tsx'
import { useFlow } from './verification-flow-context.ts'

/** The clocks of a running verification, each named: validity, the 30 s window, the next call. */
export function VerificationFlowTime(): ReactNode {
  const { flow, countdown, setCountdown } = useFlow('VerificationFlowTime')
  const { words } = flow
  const verification = verificationOf(flow.snapshot.state)
  if (!verification) return null
  const { expiresAt } = timelineOf(verification)
  const isLastMinute = flow.snapshot.now >= expiresAt - lastMinuteMs
  return (
    <div data-scope="verification" data-part="time">
      {countdown !== 'hidden' && (
        <p
          data-scope="verification"
          data-part="validity"
          data-last-minute={isLastMinute ? '' : undefined}
        >
          <ValidityRing expiresAt={expiresAt} />
          <CountdownText deadline={expiresAt}>{words.validFor}</CountdownText>
        </p>
      )}
      <NextLine />
      <button
        type="button"
        data-scope="verification"
        data-part="toggle-time"
        onClick={() => setCountdown(countdown === 'hidden' ? 'precise' : 'hidden')}
      >
        {countdown === 'hidden' ? words.showTime : words.hideTime}
      </button>
    </div>
  )
}

/** One line: when the window opens, or else what arrives next. Nothing after the last call. */
function NextLine(): ReactNode {
  const { flow, countdown } = useFlow('VerificationFlowTime')
  const { words } = flow
  const { snapshot } = flow
  const verification = verificationOf(snapshot.state)
  const { text: phone } = usePhoneText(verification?.phone)
  if (!verification) return null

  const { cancelAt } = timelineOf(verification)
  const opensAt = snapshot.now < cancelAt ? cancelAt : cancelAvailability(snapshot).from
  if (snapshot.now < cancelAt && opensAt !== undefined) {
    return (
      <p {...flow.getWindowProps()}>
        <CountdownText deadline={opensAt}>{words.windowOpens}</CountdownText>
      </p>
    )
  }
  const next = nextDelivery(verification, snapshot.now)
  const icon = next?.channel === 'sms' ? <MessageIcon /> : <PhoneIcon />
  if (callInProgress(verification, snapshot.now)) {
    return (
      <p data-scope="verification" data-part="next" data-calling="">
        <PhoneIcon />
        <span>{words.calling(phone)}</span>
      </p>
    )
  }
  if (!next || countdown === 'hidden') return null
  return (
    <p data-scope="verification" data-part="next">
      {icon}
      <CountdownText deadline={next.at}>
        {next.channel === 'sms' ? words.textIn : words.callIn}
      </CountdownText>
    </p>
  )
}

/** Empties with the validity. Decoration: the words beside it say the same. */
function ValidityRing({ expiresAt }: { expiresAt: number }): ReactNode {
  const seconds = useCountdown(expiresAt)
  // SAFETY: custom properties are valid style keys; the type does not know them.
  const style = { '--pp-countdown-progress': Math.min(1, seconds / 300) } as CSSProperties
  return (
    <svg data-scope="verification" data-part="ring" viewBox="0 0 20 20" aria-hidden style={style}>
      <circle cx="10" cy="10" r="8" data-track="" />
      <circle cx="10" cy="10" r="8" pathLength={1} data-rest="" />
    </svg>
  )
}
