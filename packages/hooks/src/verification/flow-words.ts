import { workflows } from '@phoneproof/client'
import { formatSeconds } from '../countdown/countdown.ts'
import type { PhoneText } from '../phone-entry/use-phone-text.ts'
import { hasCodesLeft, waitsOf, type WaitKind } from './availability.state.ts'
import { spokenSeconds, type Announcement } from './announcements.state.ts'
import type { SpokenMessages } from './spoken.messages.ts'
import type { VerificationMessages } from './verification.messages.ts'
import type { VerificationSnapshot } from './verification.run.ts'
import { verificationOf, type VerificationState } from './verification.state.ts'
import { shownMain, viewOf } from './view.state.ts'

/** The heading of the screen. */
export const headingWords = (state: VerificationState, messages: VerificationMessages): string =>
  messages[`${viewOf(state)}Heading`]

/** What the screen is about: what will happen, where the code went, what came between. */
export function introWords(
  state: VerificationState,
  messages: VerificationMessages,
  { text: phone, isLandline }: PhoneText,
): string {
  const main = shownMain(state)
  const { workflowId } = verificationOf(state) ?? state.settings
  const hasTexts = workflows[workflowId].some(({ channel }) => channel === 'sms')
  const hasCalls = workflows[workflowId].some(({ channel }) => channel === 'voice')
  switch (main.step) {
    case 'startUncertain':
      return messages.uncertainText(phone)
    case 'blocked':
      return main.attempt.uncertain ? messages.lostText(phone) : messages.blockedText
    case 'expired':
    case 'locked':
      if (!hasCodesLeft(state)) return messages.lastCodeOver
      return main.step === 'locked' ? messages.lockedText : messages.expiredText[main.cause]
    case 'verified':
      return messages.verifiedText(phone)
    default:
      break
  }
  if (viewOf(state) === 'phone') {
    if (!hasTexts) return messages.phoneIntroCall
    return hasCalls ? messages.phoneIntro : messages.phoneIntroText
  }
  if (isLandline && hasTexts) {
    return hasCalls ? messages.landlineIntro(phone) : messages.noTextIntro(phone)
  }
  return hasTexts ? messages.codeIntro(phone) : messages.callIntro(phone)
}

/** The words for the state's error, if it has one. */
export function errorWords(state: VerificationState, messages: SpokenMessages): string | undefined {
  if (!state.error) return undefined
  // It ends with what to do next, which is not a new code.
  if (state.error.kind === 'codeExpired' && !hasCodesLeft(state)) return messages.lastCodeOver
  const { wrong, starts, attemptsLeft, settings } = state
  const codeLength = verificationOf(state)?.codeLength ?? settings.codeLength
  return messages.errors[state.error.kind]({ codeLength, wrong, starts, attemptsLeft })
}

/** A time that is counted on a screen: `4:12`, and in words from an hour on, which nobody counts down. */
export const timeWords = (seconds: number, { duration }: SpokenMessages): string =>
  seconds < 3_600 ? formatSeconds(seconds) : duration(seconds)

/** When the window of 30 seconds opens, and for what: after the last code only for *Cancel*. */
export const windowWords = (
  state: VerificationState,
  messages: SpokenMessages,
): ((time: string) => string) => (hasCodesLeft(state) ? messages.windowOpens : messages.cancelIn)

/** Why an action waits; `time` is how long, as it is shown or spoken. */
export function waitWords(wait: WaitKind, time: string, messages: SpokenMessages): string {
  const words = messages[wait]
  return typeof words === 'string' ? words : words(time)
}

/** What is said of the state's error: with the wait it brought, which is shown apart. */
export function alertWords(
  snapshot: VerificationSnapshot,
  messages: SpokenMessages,
): string | undefined {
  const { state, now } = snapshot
  const error = errorWords(state, messages)
  const retryAt = state.error?.retryAt
  const wait = waitsOf(snapshot).find(({ from }) => from === retryAt)?.wait
  if (retryAt === undefined || !wait) return error
  return `${error} ${waitWords(wait, messages.duration(spokenSeconds(retryAt, now)), messages)}`
}

/** What an announcement says; `phone` is the number as people read it. */
export function announcementWords(
  { kind, seconds }: Announcement,
  phone: string,
  messages: SpokenMessages,
): string {
  const { expiredText, notices, announcements, retryInAtMost, duration } = messages
  const time = duration(seconds)
  const words = { ...messages, ...expiredText, ...notices, ...announcements }[kind]
  const text = typeof words === 'string' ? words : words(phone, time)
  return kind === 'blockedText' || kind === 'lostText' ? `${text} ${retryInAtMost(time)}` : text
}
