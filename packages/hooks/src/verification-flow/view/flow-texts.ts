import { deliveryKindOf } from '@phoneproof/client'
import { formatSeconds } from '../../countdown/countdown.ts'
import type { PhoneText } from '../../phone-entry/use-phone-text.ts'
import { hasCodesLeft, type UserAction, type WaitReason } from '../machine/availability.ts'
import { roundedSeconds, type Announcement } from './announcements.ts'
import type { AnnouncementMessages } from './announcement.messages.ts'
import type { Terms } from '../machine/deadlines.ts'
import type { VerificationFlowMessages } from './verification-flow.messages.ts'
import { verificationOf, type FlowMoment, type FlowState } from '../machine/flow-state.ts'
import { problemOf, screenKeyOf, screenOf, shownStep } from '../machine/screen.ts'
import { waitReasons } from './wait-reasons.ts'
import { blockedMessage, isSlow } from './what-shows.ts'

const shownTerms = (state: FlowState): Terms => (verificationOf(state) ?? state.settings).terms

/** The heading of the screen. */
export const headingText = (state: FlowState, messages: VerificationFlowMessages): string =>
  messages[`${screenKeyOf(state)}Heading`]

/** What the screen is about: what will happen, where the code went, what came between. */
export function introText(
  state: FlowState,
  messages: VerificationFlowMessages,
  { text: phone, isLandline }: PhoneText,
): string {
  const step = shownStep(state)
  const kinds = shownTerms(state).deliveries.map(deliveryKindOf)
  const hasTexts = kinds.includes('text')
  const hasCalls = kinds.includes('call')
  const isCallsOnly = hasCalls && kinds.every((kind) => kind === 'call')
  switch (step.name) {
    case 'startUncertain':
      return messages.uncertainText(phone)
    case 'blocked': {
      const text = messages[blockedMessage(step, state.settings)]
      return typeof text === 'string' ? text : text(phone)
    }
    case 'expired':
    case 'locked':
      if (!hasCodesLeft(state)) return messages.lastCodeOver
      return step.name === 'locked' ? messages.lockedText : messages.expiredText[step.cause]
    case 'verified':
      return messages.verifiedText(phone)
    default:
      break
  }
  if (screenOf(state) === 'phone') {
    if (isCallsOnly) return messages.phoneIntroCall
    if (kinds[0] !== 'text') return messages.phoneIntroMessage
    return hasCalls ? messages.phoneIntro : messages.phoneIntroText
  }
  if (isLandline && hasTexts) {
    return hasCalls ? messages.landlineIntro(phone) : messages.noTextIntro(phone)
  }
  return isCallsOnly ? messages.callIntro(phone) : messages.codeIntro(phone)
}

/** How long a code is valid from its start, on the screen that asks for it. */
export const validityText = (
  state: FlowState,
  { codesValidFor, duration }: VerificationFlowMessages,
): string | undefined =>
  screenOf(state) === 'code'
    ? codesValidFor(duration(shownTerms(state).validForMs / 1000))
    : undefined

/** What the error says, if there is one. */
export function errorText(state: FlowState, messages: AnnouncementMessages): string | undefined {
  if (!state.error) return undefined
  // The usual text ends with "send a new one", which is not possible.
  if (state.error.kind === 'codeExpired' && !hasCodesLeft(state)) return messages.lastCodeOver
  const { failedAttempts, codesSent, attemptsLeft, settings } = state
  const codeLength = verificationOf(state)?.codeLength ?? settings.codeLength
  return messages.errors[state.error.kind]({ codeLength, failedAttempts, codesSent, attemptsLeft })
}

/** A time left, as it is counted on screen: `4:12`. From an hour on, which nobody counts down, in words. */
export const timeText = (seconds: number, { duration }: AnnouncementMessages): string =>
  seconds < 3_600 ? formatSeconds(seconds) : duration(seconds)

/** When the cooldown ends, and for what: after the last code only for *Cancel*. */
export const cooldownText = (
  state: FlowState,
  messages: AnnouncementMessages,
): ((time: string) => string) => (hasCodesLeft(state) ? messages.cooldownEndsIn : messages.cancelIn)

/** What happened, or that it takes long; `phone` is the number that the notice is about. */
export function noticeText(
  moment: FlowMoment,
  messages: VerificationFlowMessages,
  phone: string,
): string | undefined {
  const { notice } = moment.state
  if (isSlow(moment)) return messages.slow
  // The introduction already says that a code was sent, and where.
  if (!notice || notice.kind === 'codeSent') return undefined
  return messages.notices[notice.kind](phone)
}

/** The name of a button: what it does, or that it is being done. */
export function actionText(
  state: FlowState,
  action: UserAction,
  messages: VerificationFlowMessages,
  resumablePhone: string,
): string {
  const { name } = state.step
  const isStarting = name === 'starting'
  switch (action) {
    case 'sendCode':
      return isStarting ? messages.sending : messages.sendCode
    case 'retry':
      return isStarting ? messages.sending : messages.tryAgain
    case 'verify':
      return name === 'checking' ? messages.checking : messages.verify
    case 'cancel':
      return name === 'cancelling' ? messages.cancelling : messages.cancel
    case 'newCode':
      return isStarting || name === 'resendCancelling' ? messages.sendingNewCode : messages.newCode
    case 'changeNumber': {
      const problem = problemOf(state)
      const isTaken = problem === 'uncertain' || problem === 'blocked'
      return isTaken ? messages.differentNumber : messages.changeNumber
    }
    case 'resumeNumber':
      return messages.resumeNumber(resumablePhone)
  }
}

/** Why an action waits; `time` is how long, as it is shown or spoken. */
export function waitText(wait: WaitReason, time: string, messages: AnnouncementMessages): string {
  const texts = messages[wait]
  return typeof texts === 'string' ? texts : texts(time)
}

/** What screen readers are told of an error, with the wait it brought. The screen shows the two apart. */
export function alertText(
  snapshot: FlowMoment,
  messages: AnnouncementMessages,
): string | undefined {
  const { state, now } = snapshot
  const error = errorText(state, messages)
  const retryAt = state.error?.retryAt
  const wait = waitReasons(snapshot).find(({ until }) => until === retryAt)?.reason
  if (retryAt === undefined || !wait) return error
  return `${error} ${waitText(wait, messages.duration(roundedSeconds(retryAt, now)), messages)}`
}

/** The text of an announcement; `phone` is the number as people read it. */
export function announcementText(
  { kind, seconds }: Announcement,
  phone: string,
  messages: AnnouncementMessages,
): string {
  const { expiredText, notices, announcements, retryWithin, duration } = messages
  const time = duration(seconds)
  const texts = { ...messages, ...expiredText, ...notices, ...announcements }[kind]
  const text = typeof texts === 'string' ? texts : texts(phone, time)
  const isAboutBusyNumber =
    kind === 'blockedText' || kind === 'lostText' || kind === 'lostNoCallText'
  return isAboutBusyNumber ? `${text} ${retryWithin(time)}` : text
}
