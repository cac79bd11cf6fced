import type { SpokenKind } from './announcements.state.ts'
import { duration } from './duration.ts'
import type { FlowErrorKind, FlowNoticeKind } from './verification.state.ts'
import { wrongCode } from './wrong-code.ts'

/** What an error message can mention. */
export interface ErrorDetails {
  codeLength: number
  /** Wrong codes so far. */
  wrong: number
  /** Codes sent so far: with more than one, an older message may be at hand. */
  starts: number
  attemptsLeft: number | undefined
}

/**
 * The words of the verification flow. Functions where they take values: `phone` is formatted, `time`
 * stands after "in" or "for" and is such as `0:12`, `duration(260)` or `underAMinute`.
 */
export interface VerificationMessages {
  phoneHeading: string
  /** Where texts come first, then calls. */
  phoneIntro: string
  /** Where only texts come. */
  phoneIntroText: string
  /** Where only calls come. */
  phoneIntroCall: string
  sendCode: string
  sending: string
  slow: string
  keepNumber: (phone: string) => string
  codeHeading: string
  codeIntro: (phone: string) => string
  /** The same where only calls come. */
  callIntro: (phone: string) => string
  /** The same for a landline that is called. */
  landlineIntro: (phone: string) => string
  /** The same for a landline that is not. */
  noTextIntro: (phone: string) => string
  codeHint: string
  verify: string
  checking: string
  newCode: string
  sendingNewCode: string
  changeNumber: string
  differentNumber: string
  cancel: string
  cancelling: string
  tryAgain: string
  validFor: (time: string) => string
  windowOpens: (time: string) => string
  callIn: (time: string) => string
  textIn: (time: string) => string
  calling: (phone: string) => string
  /** After the last text or call. */
  nothingLeft: string
  retryIn: (time: string) => string
  retryInAtMost: (time: string) => string
  checkIn: (time: string) => string
  newCodeIn: (time: string) => string
  cancelIn: (time: string) => string
  tooLateIn: (time: string) => string
  stopping: string
  /** A time that is not counted, for those who hid the timer or slowed it down. */
  underAMinute: string
  /** A time as it is spoken: seconds in minutes and seconds. */
  duration: (seconds: number) => string
  safety: string
  hideTime: string
  showTime: string
  uncertainHeading: string
  uncertainText: (phone: string) => string
  blockedHeading: string
  blockedText: string
  lostText: (phone: string) => string
  expiredHeading: string
  expiredText: Record<'time' | 'whileChecking' | 'ended' | 'unconfirmed', string>
  lockedHeading: string
  lockedText: string
  verifiedHeading: string
  verifiedText: (phone: string) => string
  mayStillRing: string
  errors: Record<FlowErrorKind, (details: ErrorDetails) => string>
  notices: Record<FlowNoticeKind, (phone: string) => string>
  /** What only screen readers are told; of the rest they are told what stands on the screen. */
  announcements: Record<SpokenKind, (phone: string, time: string) => string>
}

export const verificationMessages: VerificationMessages = {
  phoneHeading: 'Verify your phone number',
  phoneIntro: 'We’ll text you a code. If you don’t enter it, we’ll call you with the same code.',
  phoneIntroText: 'We’ll text you a code.',
  phoneIntroCall: 'We’ll call you and read out a code.',
  sendCode: 'Send code',
  sending: 'Sending code…',
  slow: 'This is taking longer than usual…',
  keepNumber: (phone) => `Keep using ${phone}`,
  codeHeading: 'Enter the code',
  codeIntro: (phone) => `We sent a code to ${phone}. Codes are valid for 5 minutes.`,
  callIntro: (phone) =>
    `You get the code in an automated call to ${phone}. Codes are valid for 5 minutes.`,
  landlineIntro: (phone) =>
    `${phone} looks like a landline, so you get the code in an automated call. Codes are valid for 5 minutes.`,
  noTextIntro: (phone) =>
    `${phone} looks like a landline, which can’t get text messages. If no code arrives, use a different number.`,
  codeHint: 'We check it as soon as it is complete.',
  verify: 'Verify',
  checking: 'Checking…',
  newCode: 'Send a new code',
  sendingNewCode: 'Sending a new code…',
  changeNumber: 'Change number',
  differentNumber: 'Use a different number',
  cancel: 'Cancel',
  cancelling: 'Cancelling…',
  tryAgain: 'Try again',
  validFor: (time) => `Code valid for ${time}`,
  windowOpens: (time) => `You can cancel or get a new code in ${time}`,
  callIn: (time) => `We’ll call you in ${time} with the same code`,
  textIn: (time) => `We’ll text you the same code again in ${time}`,
  calling: (phone) => `Calling ${phone} now. The call reads out the same code.`,
  nothingLeft: 'Didn’t get it? Send a new code.',
  retryIn: (time) => `You can try again in ${time}.`,
  retryInAtMost: (time) => `You can get a new code in at most ${time}.`,
  checkIn: (time) => `You can check a code in ${time}.`,
  newCodeIn: (time) => `You can get a new code in ${time}.`,
  cancelIn: (time) => `You can cancel in ${time}.`,
  tooLateIn: (time) => `It’s too late to cancel. You can get a new code in ${time}.`,
  stopping: 'We’re stopping the old code first…',
  underAMinute: 'less than a minute',
  duration: duration({
    minutes: (count) => (count === 1 ? '1 minute' : `${count} minutes`),
    seconds: (count) => (count === 1 ? '1 second' : `${count} seconds`),
  }),
  safety: 'Never share this code. We will never ask you for it.',
  hideTime: 'Hide timer',
  showTime: 'Show timer',
  uncertainHeading: 'Was the code sent?',
  uncertainText: (phone) => `We couldn’t confirm that the code was sent to ${phone}.`,
  blockedHeading: 'You can’t get a new code yet',
  blockedText: 'A verification for this number is already in progress.',
  lostText: (phone) =>
    `A code for ${phone} was requested a moment ago, but we lost contact before we could link it to this page. If you receive it, it won’t work here, and you may get an automated call: you can ignore both.`,
  expiredHeading: 'This code is no longer valid',
  expiredText: {
    time: 'Your code expired after 5 minutes. Send a new one to go on.',
    whileChecking: 'That code expired while we were checking it. Send a new one to go on.',
    ended: 'This code was used, cancelled, replaced or tried too often. Send a new one to go on.',
    unconfirmed: 'We couldn’t confirm your code. Send a new one to start again.',
  },
  lockedHeading: 'Too many wrong codes',
  lockedText: 'This code is locked. Send a new one, or use a different number.',
  verifiedHeading: 'Phone number verified',
  verifiedText: (phone) => `${phone} is confirmed as yours.`,
  mayStillRing: 'You may still get an automated call. You can ignore it.',
  errors: {
    invalidPhone: () => 'We can’t send a code to this number. Check it and try again.',
    unavailable: () => 'We can’t send codes right now. Please try again later.',
    offline: () => 'You’re offline. Nothing was sent. Check your connection and try again.',
    rateLimited: () => 'We’re very busy right now.',
    limitReached: () => 'Too many codes requested for this number.',
    notSent: () => 'That took too long, so no code was sent. Please try again.',
    incompleteCode: ({ codeLength }) => `Enter all ${codeLength} digits of the code.`,
    noCodeFound: ({ codeLength }) =>
      `We couldn’t find one code of ${codeLength} digits in that. Copy just the code, or type it.`,
    wrongCode: wrongCode({
      wrong: 'That code isn’t right.',
      check: 'Check the message and try again.',
      newest: 'Use the code from the most recent message.',
      left: (attempts) => (attempts === 1 ? '1 try left.' : `${attempts} tries left.`),
    }),
    alreadyTried: () => 'You already tried this code. Check the most recent message.',
    codeExpired: () => 'This code has expired. Send a new one to go on.',
    checkOffline: () =>
      'You’re offline. We’ve kept your code. Check your connection and try again.',
    checkUnavailable: () =>
      'We can’t check codes right now. We’ve kept yours, so you can try again later.',
    tooManyTries: () => 'Too many tries for this number.',
    checkUncertain: () => 'We couldn’t check your code. We’ve kept it, so you can try again.',
    cancelFailed: () => 'Couldn’t cancel. Your code still works.',
    notCancellable: () => 'Couldn’t cancel. Your code still works.',
    newCodeFailed: () => 'Couldn’t send a new code. Your current code still works.',
    newCodeNotYet: () => 'A new code can’t be sent yet. Your current code still works.',
    oldCodeStopped: () => 'The old code was stopped, and the new one couldn’t be sent.',
    tooManyCodes: () => 'Didn’t arrive? Check that the number is right, or contact us.',
  },
  notices: {
    codeSent: (phone) => `We sent a code to ${phone}.`,
    newCodeSent: () => 'We sent a new code. The previous one no longer works.',
    alreadySent: (phone) => `We already sent a code to ${phone}. It still works.`,
    mayStillWork: (phone) => `We already sent a code to ${phone}. It may still work.`,
    cancelled: () => 'Verification cancelled. The code no longer works.',
    cancelledElsewhere: () => 'Verification was cancelled in another tab.',
    replacedElsewhere: () => 'A new code was requested in another tab. Use the newest one.',
    expiredWhileAway: () => 'Your code expired. Send a new one to go on.',
    mayStillCall: (phone) => `${phone} may still get an automated call.`,
    oldCodeStopped: () => 'The previous code no longer works.',
    backOnline: () => 'You’re back online.',
  },
  announcements: {
    codeSent: (phone, time) => `Code sent to ${phone}. It is valid for ${time}.`,
    newCodeSent: () => 'New code sent. The previous one no longer works.',
    resumed: (phone, time) => `We already sent a code to ${phone}. It is valid for ${time}.`,
    replaced: (_, time) => `A new code was requested in another tab. It is valid for ${time}.`,
    newCodePossible: () => 'You can now cancel or send a new code.',
    callSoon: (_, time) => `We’ll call you in ${time} with the same code.`,
    lastMinute: (_, time) => `Code valid for ${time}.`,
    lastHalfMinute: (_, time) => `Code valid for ${time}.`,
    expired: () => 'Your code expired. You can send a new one.',
    verified: () => 'Phone number verified.',
    waitOver: () => 'You can try again now.',
  },
}
