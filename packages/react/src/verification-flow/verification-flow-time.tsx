'use client'
import { useCountdown, type CountdownUnit } from '@phoneproof/hooks/countdown'
import {
  deliveryKindOf,
  lastMinuteMs,
  verificationFlowPart,
} from '@phoneproof/hooks/internal/verification-flow'
import { usePhoneText } from '@phoneproof/hooks/phone-entry'
import type { CSSProperties, ReactNode } from 'react'
import { CountdownText } from './countdown-text.tsx'
import { EyeIcon, MessageIcon, PhoneIcon } from './icons.tsx'
import { useFlow } from './verification-flow-context.ts'

/**
 * The times of the code screen: how long the code is valid, and what comes next. With a button that hides
 * them. It is always as high as its longest sentence, so that nothing below it moves.
 */
export function VerificationFlowTime(): ReactNode {
  const { flow, countdown, setIsHidden } = useFlow('VerificationFlowTime')
  const { messages } = flow.texts
  const { text: phone } = usePhoneText(flow.phone, flow.maskPhone)
  if (flow.screen !== 'code') return null
  const isHidden = countdown === 'hidden'
  const time = countdown === 'precise' ? '0:00' : messages.underAMinute
  // Only what this service does: a text where no call comes needs no room for a call.
  const { terms } = flow.verification ?? flow.state.settings
  const kinds = [...new Set(terms.deliveries.map(deliveryKindOf))]
  const sentences = [
    ...kinds.map((kind) => messages[`${kind}In`](time)),
    ...(kinds.includes('call') ? [messages.calling(phone)] : []),
    messages.nothingLeft,
  ]
  const toggle = isHidden ? messages.showTime : messages.hideTime
  const longest = sentences.reduce((a, b) => (b.length > a.length ? b : a))
  return (
    <div {...verificationFlowPart('time')} data-hidden={isHidden ? '' : undefined}>
      {flow.deadlines ? (
        <VerificationFlowValidity />
      ) : (
        // The old code is stopped, and the new one is not there yet.
        <p {...verificationFlowPart('validity')}>{messages.sendingNewCode}</p>
      )}
      <div {...verificationFlowPart('upcoming')} data-longest={longest}>
        <Upcoming />
      </div>
      <button
        type="button"
        {...verificationFlowPart('toggle-time')}
        aria-label={toggle}
        title={toggle}
        onClick={() => setIsHidden(!isHidden)}
      >
        <EyeIcon isCrossed={isHidden} />
      </button>
    </div>
  )
}

/** The next text or call; after the last one, what to do. The end of the cooldown is seen in the button that waits. */
function Upcoming(): ReactNode {
  const { flow } = useFlow('VerificationFlowTime')
  if (!flow.deadlines) return null
  const hasNext = flow.callInProgress !== undefined || flow.nextDelivery !== undefined
  const isLeft = !hasNext && flow.cooldownUntil === undefined && flow.actions.includes('newCode')
  return (
    <>
      <VerificationFlowCooldown />
      <VerificationFlowNextDelivery />
      {isLeft && (
        <p {...verificationFlowPart('next-delivery')}>{flow.texts.messages.nothingLeft}</p>
      )}
    </>
  )
}

/** "Code valid for 4:12". Renders nothing while the time is hidden. */
export function VerificationFlowValidity(): ReactNode {
  const { flow, countdown } = useFlow('VerificationFlowValidity')
  if (!flow.deadlines || countdown === 'hidden') return null
  const { expiresAt } = flow.deadlines
  const isLastMinute = flow.now >= expiresAt - lastMinuteMs
  const isPrecise = isLastMinute || countdown === 'precise'
  return (
    <p {...verificationFlowPart('validity')} data-last-minute={isLastMinute ? '' : undefined}>
      <ValidityRing
        expiresAt={expiresAt}
        validForMs={flow.verification?.terms.validForMs ?? 0}
        unit={isPrecise ? 'second' : 'minute'}
      />
      <CountdownText deadline={expiresAt} isPrecise={isPrecise}>
        {flow.texts.validFor}
      </CountdownText>
    </p>
  )
}

/**
 * "You can cancel or get a new code in 0:12", until it is over. It describes both buttons. Leave it out
 * only if yours say why they wait.
 */
export function VerificationFlowCooldown(): ReactNode {
  const { flow } = useFlow('VerificationFlowCooldown')
  if (flow.cooldownUntil === undefined) return null
  return (
    <p {...flow.getCooldownProps()}>
      <CountdownText deadline={flow.cooldownUntil}>{flow.texts.cooldown}</CountdownText>
    </p>
  )
}

/** "We'll call you in 0:42 with the same code", then that it calls. Nothing after the last call. */
export function VerificationFlowNextDelivery(): ReactNode {
  const { flow } = useFlow('VerificationFlowNextDelivery')
  const { messages } = flow.texts
  const { text: phone } = usePhoneText(flow.verification?.phone, flow.maskPhone)
  if (flow.callInProgress) {
    return (
      <p {...verificationFlowPart('next-delivery')} data-calling="">
        <PhoneIcon />
        <span>{messages.calling(phone)}</span>
      </p>
    )
  }
  if (!flow.nextDelivery) return null
  const kind = deliveryKindOf(flow.nextDelivery)
  return (
    <p {...verificationFlowPart('next-delivery')}>
      {kind === 'call' ? <PhoneIcon /> : <MessageIcon />}
      <CountdownText deadline={flow.nextDelivery.at}>{messages[`${kind}In`]}</CountdownText>
    </p>
  )
}

interface ValidityRingProps {
  expiresAt: number
  validForMs: number
  unit: CountdownUnit
}

/** Empties with the validity. Decoration: the text beside it says the same. */
function ValidityRing({ expiresAt, validForMs, unit }: ValidityRingProps): ReactNode {
  const seconds = useCountdown(expiresAt, unit)
  const progress = Math.min(1, (seconds * 1000) / validForMs)
  // SAFETY: custom properties are valid style keys; the type does not know them.
  const style = { '--pp-countdown-progress': progress } as CSSProperties
  return (
    <svg {...verificationFlowPart('validity-ring')} viewBox="0 0 20 20" aria-hidden style={style}>
      <circle cx="10" cy="10" r="8" data-track="" />
      <circle cx="10" cy="10" r="8" pathLength={1} data-rest="" />
    </svg>
  )
}
