'use client'
import { useCountdown, type CountdownUnit } from '@phoneproof/hooks/countdown'
import { usePhoneText } from '@phoneproof/hooks/phone-entry'
import {
  callInProgress,
  hasCodesLeft,
  lastMinuteMs,
  nextDelivery,
  deadlinesOf,
  verificationOf,
  screenOf,
  cooldownText,
  type Verification,
  type FlowSnapshot,
} from '@phoneproof/hooks/verification-flow'
import type { CSSProperties, ReactNode } from 'react'
import { CountdownText } from './countdown-text.tsx'
import { MessageIcon, PhoneIcon } from './icons.tsx'
import { useFlow } from './verification-flow-context.ts'

/** The verification whose code can be entered. */
const runningOf = ({ state }: FlowSnapshot): Verification | undefined =>
  screenOf(state) === 'code' ? verificationOf(state) : undefined

/**
 * The clocks of a running verification, two at a time: how long the code is valid, and when the
 * 30-second window opens or what comes next. With a button that hides them. As high at all times as
 * its longest sentence needs, so that what stands below never moves.
 */
export function VerificationFlowTime(): ReactNode {
  const { flow, countdown, setIsHidden } = useFlow('VerificationFlowTime')
  const { messages, snapshot } = flow
  const verification = runningOf(snapshot)
  const { text: phone } = usePhoneText(snapshot.state.phone, flow.maskPhone)
  if (screenOf(snapshot.state) !== 'code') return null
  const isHidden = countdown === 'hidden'
  const time = countdown === 'precise' ? '0:00' : messages.underAMinute
  const sentences = [
    cooldownText(snapshot.state, messages)(time),
    messages.callIn(time),
    messages.textIn(time),
    messages.calling(phone),
    messages.nothingLeft,
  ]
  const longest = sentences.reduce((a, b) => (b.length > a.length ? b : a))
  return (
    <div data-scope="verification-flow" data-part="time" data-hidden={isHidden ? '' : undefined}>
      {verification ? (
        <VerificationFlowValidity />
      ) : (
        // The old code is stopped, and the new one not there yet.
        <p data-scope="verification-flow" data-part="validity">
          {messages.sendingNewCode}
        </p>
      )}
      <div data-scope="verification-flow" data-part="room" data-longest={longest}>
        {verification && <Next verification={verification} />}
      </div>
      <button
        type="button"
        data-scope="verification-flow"
        data-part="toggle-time"
        onClick={() => setIsHidden(!isHidden)}
      >
        {isHidden ? messages.showTime : messages.hideTime}
      </button>
    </div>
  )
}

function Next({ verification }: { verification: Verification }): ReactNode {
  const { flow } = useFlow('VerificationFlowTime')
  const { now, state } = flow.snapshot
  const hasWindow = !state.settings.defersCancel && now < deadlinesOf(verification).cancelAt
  if (hasWindow) return <VerificationFlowCooldown />
  if (callInProgress(verification, now) ?? nextDelivery(verification, now)) {
    return <VerificationFlowNextDelivery />
  }
  if (!hasCodesLeft(state)) return null
  return (
    <p data-scope="verification-flow" data-part="next">
      {flow.messages.nothingLeft}
    </p>
  )
}

/** "Code valid for 4:12". Nothing while people want the clock gone. */
export function VerificationFlowValidity(): ReactNode {
  const { flow, countdown } = useFlow('VerificationFlowValidity')
  const verification = runningOf(flow.snapshot)
  if (!verification || countdown === 'hidden') return null
  const { expiresAt } = deadlinesOf(verification)
  const isLastMinute = flow.snapshot.now >= expiresAt - lastMinuteMs
  const isPrecise = isLastMinute || countdown === 'precise'
  return (
    <p
      data-scope="verification-flow"
      data-part="validity"
      data-last-minute={isLastMinute ? '' : undefined}
    >
      <ValidityRing expiresAt={expiresAt} unit={isPrecise ? 'second' : 'minute'} />
      <CountdownText deadline={expiresAt} isPrecise={isPrecise}>
        {flow.messages.validFor}
      </CountdownText>
    </p>
  )
}

/**
 * "You can cancel or get a new code in 0:12", until it is so. It is the description of both
 * buttons: leave it out only where yours say why they wait.
 */
export function VerificationFlowCooldown(): ReactNode {
  const { flow } = useFlow('VerificationFlowWindow')
  const verification = runningOf(flow.snapshot)
  const { state, now } = flow.snapshot
  const cancelAt = verification && deadlinesOf(verification).cancelAt
  // A backend that takes a cancel at any time has no window for it.
  if (cancelAt === undefined || now >= cancelAt || state.settings.defersCancel) return null
  return (
    <p {...flow.getCooldownProps()}>
      <CountdownText deadline={cancelAt}>{cooldownText(state, flow.messages)}</CountdownText>
    </p>
  )
}

/** "We'll call you in 0:42 with the same code", then that it calls. Nothing after the last call. */
export function VerificationFlowNextDelivery(): ReactNode {
  const { flow } = useFlow('VerificationFlowNext')
  const { messages, snapshot } = flow
  const verification = runningOf(snapshot)
  const { text: phone } = usePhoneText(verification?.phone, flow.maskPhone)
  if (!verification) return null

  if (callInProgress(verification, snapshot.now)) {
    return (
      <p data-scope="verification-flow" data-part="next" data-calling="">
        <PhoneIcon />
        <span>{messages.calling(phone)}</span>
      </p>
    )
  }
  const next = nextDelivery(verification, snapshot.now)
  if (!next) return null
  const isText = next.channel === 'sms'
  return (
    <p data-scope="verification-flow" data-part="next">
      {isText ? <MessageIcon /> : <PhoneIcon />}
      <CountdownText deadline={next.at}>{isText ? messages.textIn : messages.callIn}</CountdownText>
    </p>
  )
}

/** Empties with the validity. Decoration: the messages beside it say the same. */
function ValidityRing(props: { expiresAt: number; unit: CountdownUnit }): ReactNode {
  const seconds = useCountdown(props.expiresAt, props.unit)
  // SAFETY: custom properties are valid style keys; the type does not know them.
  const style = { '--pp-countdown-progress': Math.min(1, seconds / 300) } as CSSProperties
  return (
    <svg data-scope="verification-flow" data-part="ring" viewBox="0 0 20 20" aria-hidden style={style}>
      <circle cx="10" cy="10" r="8" data-track="" />
      <circle cx="10" cy="10" r="8" pathLength={1} data-rest="" />
    </svg>
  )
}
