import type { ErrorDetails } from './error-details.ts'
import type { AnnouncedKind } from './announcements.ts'
import { duration } from './duration.ts'
import type { FlowErrorKind, FlowNoticeKind } from '../machine/flow-state.ts'
import { wrongCode } from './wrong-code.ts'

/**
 * The texts of the flow that screen readers are told. Most of them are shown as well. They come with
 * `useVerificationFlow`. A text that takes values is a function: `phone` is the formatted number, and
 * `time` is `0:12`, `duration(260)` or `underAMinute`, in the form that follows "in" or "for".
 */
export interface AnnouncementMessages {
  sending: string
  slow: string
  checking: string
  sendingNewCode: string
  cancelling: string
  cooldownEndsIn: (time: string) => string
  retryIn: (time: string) => string
  retryWithin: (time: string) => string
  checkIn: (time: string) => string
  newCodeIn: (time: string) => string
  cancelIn: (time: string) => string
  tooLateIn: (time: string) => string
  stopping: string
  /** Seconds in words, in their two greatest units: `4 minutes 20 seconds`. */
  duration: (seconds: number) => string
  uncertainText: (phone: string) => string
  blockedText: string
  /** Where a call may come too. */
  lostText: (phone: string) => string
  /** Where no calls come. */
  lostNoCallText: (phone: string) => string
  expiredText: Record<'time' | 'whileChecking' | 'ended' | 'unconfirmed', string>
  lockedText: string
  /** While the last code of a number is valid. On the screen your `limitHelp` follows. */
  lastCode: string
  /** Once that code has ended. On the screen your `limitHelp` follows. */
  lastCodeOver: string
  /** For a number that has had all its codes. On the screen your `limitHelp` follows. */
  noMoreCodes: string
  errors: Record<FlowErrorKind, (details: ErrorDetails) => string>
  notices: Record<FlowNoticeKind, (phone: string) => string>
  /** What only screen readers are told. The other texts they are told as they are shown. */
  announcements: Record<AnnouncedKind, (phone: string, time: string) => string>
}

export const announcementMessages: AnnouncementMessages = {
  sending: 'Sending code…',
  slow: 'This is taking longer than usual…',
  checking: 'Checking…',
  sendingNewCode: 'Sending a new code…',
  cancelling: 'Cancelling…',
  cooldownEndsIn: (time) => `You can cancel or get a new code in ${time}`,
  retryIn: (time) => `You can try again in ${time}.`,
  retryWithin: (time) => `You can get a new code within ${time}.`,
  checkIn: (time) => `You can check a code in ${time}.`,
  newCodeIn: (time) => `You can get a new code in ${time}.`,
  cancelIn: (time) => `You can cancel in ${time}.`,
  tooLateIn: (time) => `It’s too late to cancel. You can get a new code in ${time}.`,
  stopping: 'We’re cancelling the old code first…',
  duration: duration({
    days: (count) => (count === 1 ? '1 day' : `${count} days`),
    hours: (count) => (count === 1 ? '1 hour' : `${count} hours`),
    minutes: (count) => (count === 1 ? '1 minute' : `${count} minutes`),
    seconds: (count) => (count === 1 ? '1 second' : `${count} seconds`),
  }),
  uncertainText: (phone) => `We couldn’t confirm that the code was sent to ${phone}.`,
  blockedText: 'Another verification is open for this number.',
  lostText: (phone) =>
    `A code for ${phone} was requested a moment ago, but we lost contact before we could link it to this page. If you receive it, it won’t work here, and you may get an automated call. You can ignore both.`,
  lostNoCallText: (phone) =>
    `A code for ${phone} was requested a moment ago, but we lost contact before we could link it to this page. If you receive it, it won’t work here. You can ignore it.`,
  expiredText: {
    time: 'Your code expired. Send a new one to continue.',
    whileChecking: 'That code expired while we were checking it. Send a new one to continue.',
    ended:
      'This code was used, cancelled, replaced or tried too many times. Send a new one to continue.',
    unconfirmed: 'We couldn’t confirm your code. Send a new one to start again.',
  },
  lockedText: 'This code is locked. Send a new one, or use a different number.',
  lastCode: 'Didn’t arrive? Check that the number is right, or contact us.',
  lastCodeOver:
    'This code no longer works, and it was the last one for this number. Use a different number, or contact us.',
  noMoreCodes: 'You can’t get another code for this number. Use a different number, or contact us.',
  errors: {
    invalidPhone: () => 'We can’t send a code to this number. Check it and try again.',
    unavailable: () => 'We can’t send codes right now. Please try again later.',
    offline: () => 'You’re offline. Nothing was sent. Check your connection and try again.',
    rateLimited: () => 'We’re very busy right now.',
    limitReached: () => 'Too many codes requested for this number.',
    notSent: () => 'That took too long, so no code was sent. Please try again.',
    incompleteCode: ({ codeLength }) => `Enter all ${codeLength} digits of the code.`,
    noCodeFound: ({ codeLength }) =>
      `We couldn’t find a ${codeLength}-digit code in what you pasted. Copy just the code, or type it.`,
    wrongCode: wrongCode({
      wrong: 'That code isn’t right.',
      check: 'Check the message and try again.',
      newest: 'Use the code from the most recent message.',
      left: (attempts) => (attempts === 1 ? '1 attempt left.' : `${attempts} attempts left.`),
    }),
    alreadyTried: () => 'You already tried this code. Check the most recent message.',
    codeExpired: () => 'This code has expired. Send a new one to continue.',
    checkOffline: () =>
      'You’re offline. We’ve kept your code. Check your connection and try again.',
    checkUnavailable: () =>
      'We can’t check codes right now. We’ve kept yours, so you can try again later.',
    tooManyTries: () => 'Too many attempts for this number.',
    checkUncertain: () => 'We couldn’t check your code. We’ve kept it, so you can try again.',
    cancelFailed: () => 'Couldn’t cancel. Your code still works.',
    notCancellable: () => 'Couldn’t cancel. Your code still works.',
    newCodeFailed: () => 'Couldn’t send a new code. Your current code still works.',
    newCodeNotYet: () => 'We can’t send a new code yet. Your current code still works.',
    oldCodeStopped: () => 'The old code no longer works, and we couldn’t send a new one.',
  },
  notices: {
    codeSent: (phone) => `We sent a code to ${phone}.`,
    newCodeSent: () => 'We sent a new code. The previous one no longer works.',
    alreadySent: (phone) => `We already sent a code to ${phone}. It still works.`,
    mayStillWork: (phone) => `We already sent a code to ${phone}. It may still work.`,
    cancelled: () => 'Verification cancelled. The code no longer works.',
    cancelledElsewhere: () => 'Verification was cancelled in another tab.',
    replacedElsewhere: () => 'A new code was requested in another tab. Use the newest one.',
    expiredWhileAway: () => 'Your code expired. Send a new one to continue.',
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
