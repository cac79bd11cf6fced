'use client'
import { useMessages } from '../../messages/use-messages.ts'
import { usePhoneText } from '../../phone-entry/use-phone-text.ts'
import type { UserAction, WaitReason } from '../machine/availability.ts'
import type { UseVerificationFlowReturn } from '../use-verification-flow.ts'
import type { ErrorPlace } from '../view/what-shows.ts'
import {
  actionText,
  cooldownText,
  errorText,
  headingText,
  introText,
  noticeText,
  timeText,
  validityText,
  waitText,
} from '../view/flow-texts.ts'
import {
  verificationFlowMessages,
  type VerificationFlowMessages,
} from '../view/verification-flow.messages.ts'

/** All texts of a flow at an instant, in the language of the provider. */
export interface FlowTexts {
  readonly heading: string
  /** What the screen is about: what will happen, where the code went, or what went wrong. */
  readonly intro: string
  /** How long a code is valid from its start, in a sentence: for where no timer says it. */
  readonly codesValidFor: string | undefined
  /** An error of the screen or of its actions (`flow.errorPlace`). The fields' prop getters bring their own. */
  readonly error: string | undefined
  /** What happened, or that it takes long. */
  readonly notice: string | undefined
  /** The name of a button: what it does, or that it is being done. */
  readonly action: (action: UserAction) => string
  /** A time left, as it is counted on screen: `4:12`. */
  readonly time: (seconds: number) => string
  /** When *Cancel* and *Send a new code* open; `time` is how long until then. */
  readonly cooldown: (time: string) => string
  /** Why an action waits; `time` is how long. */
  readonly wait: (reason: WaitReason, time: string) => string
  /** How long the code is valid. */
  readonly validFor: (time: string) => string
  /** All messages, for those that are not above. */
  readonly messages: VerificationFlowMessages
}

const isOfField = (place: ErrorPlace | undefined): boolean => place === 'phone' || place === 'code'

/** The texts of a flow, for an interface of your own: put each where it belongs. */
export function useFlowTexts(flow: UseVerificationFlowReturn): FlowTexts {
  const { state, now } = flow
  const messages = useMessages('verificationFlow', verificationFlowMessages)
  const phone = usePhoneText(state.phone, flow.maskPhone)
  const about = usePhoneText(state.notice?.phone ?? state.phone, flow.maskPhone)
  const resumable = usePhoneText(flow.resumable?.phone, flow.maskPhone)
  return {
    heading: headingText(state, messages),
    intro: introText(state, messages, phone),
    codesValidFor: validityText(state, messages),
    error: isOfField(flow.errorPlace) ? undefined : errorText(state, messages),
    notice: noticeText({ state, now }, messages, about.text),
    action: (action) => actionText(state, action, messages, resumable.text),
    time: (seconds) => timeText(seconds, messages),
    cooldown: cooldownText(state, messages),
    wait: (reason, time) => waitText(reason, time, messages),
    validFor: messages.validFor,
    messages,
  }
}
