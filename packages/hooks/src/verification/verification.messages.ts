import type { AnnouncementKind } from './announcements.state.ts'
import type { FlowErrorKind, FlowNoticeKind } from './verification.state.ts'

/** What an error message can mention. `phone` is formatted; `time` counts down, such as `0:12`. */
export interface ErrorDetails {
  codeLength: number
  /** Wrong codes so far. */
  wrong: number
  attemptsLeft: number | undefined
}

/** The words of the verification flow. Functions where they take values. */
export interface VerificationMessages {
  phoneHeading: string
  phoneIntro: string
  sendCode: string
  sending: string
  slow: string
  keepNumber: (phone: string) => string
  codeHeading: string
  codeIntro: (phone: string) => string
  landlineIntro: (phone: string) => string
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
  availableIn: (time: string) => string
  retryIn: (time: string) => string
  retryInAtMost: (time: string) => string
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
  announcements: Record<AnnouncementKind, (phone: string) => string>
}

export const verificationMessages: VerificationMessages = {
  phoneHeading: 'Verify your phone number',
  phoneIntro: 'We’ll text you a code. If you don’t enter it, we’ll call you with the same code.',
  sendCode: 'Send code',
  sending: 'Sending code…',
  slow: 'This is taking longer than usual…',
  keepNumber: (phone) => `Keep using ${phone}`,
  codeHeading: 'Enter the code',
  codeIntro: (phone) => `We sent a code to ${phone}. It is valid for 5 minutes.`,
  landlineIntro: (phone) =>
    `${phone} looks like a landline, so we’ll call it with the code in 1 minute. The code is valid for 5 minutes.`,
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
  availableIn: (time) => `Available in ${time}`,
  retryIn: (time) => `You can try again in ${time}`,
  retryInAtMost: (time) => `You can get a new code in at most ${time}`,
  safety: 'Never share this code. We will never ask you for it.',
  hideTime: 'Hide timer',
  showTime: 'Show timer',
  uncertainHeading: 'Was the code sent?',
  uncertainText: (phone) => `We couldn’t confirm that the code was sent to ${phone}.`,
  blockedHeading: 'A code is already on its way',
  blockedText: 'A verification for this number is already in progress.',
  lostText: (phone) =>
    `A code for ${phone} was requested a moment ago, but we lost contact before we could link it to this page. If you receive it, it won’t work here, and you may get an automated call: you can ignore both.`,
  expiredHeading: 'This code is no longer valid',
  expiredText: {
    time: 'Your code expired after 5 minutes. Send a new one to go on.',
    whileChecking: 'That code expired while we were checking it. Send a new one to go on.',
    ended: 'This code was used, cancelled or replaced. Send a new one to go on.',
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
    incompleteCode: ({ codeLength }) => `Enter all ${codeLength} digits of the code.`,
    wrongCode: ({ wrong, attemptsLeft }) => {
      const hint =
        wrong > 1
          ? 'Use the code from the most recent message.'
          : 'Check the message and try again.'
      if (attemptsLeft === undefined || attemptsLeft > 3) return `That code isn’t right. ${hint}`
      return `That code isn’t right. ${hint} ${attemptsLeft === 1 ? '1 try' : `${attemptsLeft} tries`} left.`
    },
    alreadyTried: () => 'You already tried this code. Check the most recent message.',
    checkUncertain: () => 'We couldn’t check your code. We’ve kept it, so you can try again.',
    cancelFailed: () => 'Couldn’t cancel. Your code still works.',
    notCancellable: () => 'This can’t be cancelled any more. Your code still works.',
    newCodeFailed: () => 'Couldn’t send a new code. Your current code still works.',
    newCodeNotYet: () => 'A new code can’t be sent yet. Your current code still works.',
    oldCodeStopped: () => 'The old code was stopped, and the new one couldn’t be sent.',
    tooManyCodes: () => 'Didn’t arrive? Check that the number is right, or contact us.',
  },
  notices: {
    codeSent: (phone) => `We sent a code to ${phone}.`,
    newCodeSent: () => 'We sent a new code. The previous one no longer works.',
    alreadySent: (phone) => `We already sent a code to ${phone}. It still works.`,
    cancelled: () => 'Verification cancelled. The code no longer works.',
    cancelledElsewhere: () => 'Verification was cancelled in another tab.',
    replacedElsewhere: () => 'A new code was requested in another tab. Use the newest one.',
    expiredWhileAway: () => 'Your code expired. Send a new one to go on.',
    mayStillCall: (phone) => `${phone} may still get an automated call.`,
    backOnline: () => 'You’re back online.',
  },
  announcements: {
    codeSent: (phone) => `Code sent to ${phone}. It is valid for 5 minutes.`,
    newCodeSent: () => 'New code sent. The previous one no longer works.',
    newCodePossible: () => 'You can now cancel or send a new code.',
    callSoon: () => 'We’ll call you in 10 seconds with the same code.',
    lastMinute: () => 'Code valid for 1 more minute.',
    lastHalfMinute: () => 'Code valid for 30 more seconds.',
    expired: () => 'Your code expired. You can send a new one.',
    checking: () => 'Checking your code.',
    verified: () => 'Phone number verified.',
    backOnline: () => 'You’re back online.',
  },
}
