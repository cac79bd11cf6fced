import { announcementMessages, type AnnouncementMessages } from './announcement.messages.ts'

/** All texts of the flow: those that screen readers are told, and those that are only shown. */
export interface VerificationFlowMessages extends AnnouncementMessages {
  phoneHeading: string
  /** Where a text comes first, and calls later. */
  phoneIntro: string
  /** Where a text comes first, and no calls later. */
  phoneIntroText: string
  /** Where only calls come. */
  phoneIntroCall: string
  /** Where something else comes first. */
  phoneIntroMessage: string
  sendCode: string
  resumeNumber: (phone: string) => string
  codeHeading: string
  codeIntro: (phone: string) => string
  /** Where only calls come. */
  callIntro: (phone: string) => string
  /** For a landline, where calls come later. */
  landlineIntro: (phone: string) => string
  /** Follows the introduction where no timer says it. `time` is in words. */
  codesValidFor: (time: string) => string
  /** For a landline, where no calls come. */
  noTextIntro: (phone: string) => string
  codeHint: string
  verify: string
  newCode: string
  changeNumber: string
  differentNumber: string
  cancel: string
  tryAgain: string
  validFor: (time: string) => string
  callIn: (time: string) => string
  textIn: (time: string) => string
  /** For a delivery that is neither a text nor a call. */
  messageIn: (time: string) => string
  calling: (phone: string) => string
  /** After the last text or call. */
  nothingLeft: string
  /** Follows `blockedText`: when to try again, and when the other verification ends at the latest. */
  retryInOrWithin: (retry: string, end: string) => string
  /** Shown in place of the last minute where the timer is hidden or counts minutes. */
  underAMinute: string
  securityNote: string
  hideTime: string
  showTime: string
  uncertainHeading: string
  blockedHeading: string
  expiredHeading: string
  lockedHeading: string
  verifiedHeading: string
  verifiedText: (phone: string) => string
  mayStillRing: string
}

/** The English texts of the flow. */
export const verificationFlowMessages: VerificationFlowMessages = {
  ...announcementMessages,
  phoneHeading: 'Verify your phone number',
  phoneIntro: 'We’ll text you a code. If you don’t enter it, we’ll call you with the same code.',
  phoneIntroText: 'We’ll text you a code.',
  phoneIntroCall: 'We’ll call you and read out a code.',
  phoneIntroMessage: 'We’ll send you a code.',
  sendCode: 'Send code',
  resumeNumber: (phone) => `Keep using ${phone}`,
  codeHeading: 'Enter the code',
  codeIntro: (phone) => `We sent a code to ${phone}.`,
  callIntro: (phone) => `You’ll get the code in an automated call to ${phone}.`,
  landlineIntro: (phone) =>
    `${phone} looks like a landline, so you’ll get the code in an automated call.`,
  codesValidFor: (time) => `Codes are valid for ${time}.`,
  noTextIntro: (phone) =>
    `${phone} looks like a landline, which can’t get text messages. If no code arrives, use a different number.`,
  codeHint: 'We check it as soon as it is complete.',
  verify: 'Verify',
  newCode: 'Send a new code',
  changeNumber: 'Change number',
  differentNumber: 'Use a different number',
  cancel: 'Cancel',
  tryAgain: 'Try again',
  validFor: (time) => `Code valid for ${time}`,
  callIn: (time) => `We’ll call you in ${time} with the same code`,
  textIn: (time) => `We’ll text you the same code again in ${time}`,
  messageIn: (time) => `We’ll send you the same code again in ${time}`,
  calling: (phone) => `Calling ${phone} now. The call reads out the same code.`,
  nothingLeft: 'Didn’t get it? Send a new code.',
  retryInOrWithin: (retry, end) => `Try again in ${retry}; it ends within ${end}.`,
  underAMinute: 'less than a minute',
  securityNote: 'Never share this code. We will never ask you for it.',
  hideTime: 'Hide timer',
  showTime: 'Show timer',
  uncertainHeading: 'Was the code sent?',
  blockedHeading: 'You can’t get a new code yet',
  expiredHeading: 'This code is no longer valid',
  lockedHeading: 'Too many wrong codes',
  verifiedHeading: 'Phone number verified',
  verifiedText: (phone) => `${phone} is confirmed as yours.`,
  mayStillRing: 'You may still get an automated call. You can ignore it.',
}
