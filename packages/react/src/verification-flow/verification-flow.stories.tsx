import { textMagic } from '@phoneproof/client'
import type { FlowErrorKind, FlowState, Verification } from '@phoneproof/hooks'
import { defaultSettings, termsOf } from '@phoneproof/hooks/internal/verification-flow'
import { expect, waitFor } from 'storybook/test'
import { localeFor } from '../../../../.storybook/locales.ts'
import preview from '../../../../.storybook/preview.tsx'
import { sample } from '../../../../.storybook/samples.ts'
import { FlowAt, storyPhone as phone } from '../../../../.storybook/story-flow.tsx'
import { storyNow as now } from '../../../../.storybook/story-world.ts'
import { VerificationFlow } from './verification-flow.tsx'

const landline = '+442079460018'

const meta = preview.meta({
  title: 'VerificationFlow',
  // SAFETY: documented as what it is; drawn through FlowAt, which gives it the rest.
  component: VerificationFlow as typeof FlowAt,
  render: (args) => <FlowAt {...args} />,
  parameters: { docs: { source: { code: sample('verify-phone') } } },
})

const entering =
  (changes: Partial<FlowState> = {}) =>
  (verification: Verification): Partial<FlowState> => ({
    step: { name: 'entering', verification },
    ...changes,
  })

/** The code screen of another schedule or number. */
const enteringOf =
  (changes: Partial<Verification>) =>
  (verification: Verification): Partial<FlowState> => ({
    phone: changes.phone ?? phone,
    step: { name: 'entering', verification: { ...verification, ...changes } },
  })

const refused = (kind: FlowErrorKind, changes: Partial<FlowState> = {}) =>
  entering({ code: '482913', error: { kind }, ...changes })

const start = {
  startId: 'story',
  pressedAt: now,
  phone,
  uncertain: true,
  validForMs: textMagic.codeValidForMs,
  acceptedBefore: now,
}
const request = { sendAt: now, sentAt: now, repeats: 0 }

export const Phone = meta.story({})
export const PhoneFilled = meta.story({ args: { state: () => ({}) } })
export const PhoneRefused = meta.story({
  args: { state: () => ({ error: { kind: 'invalidPhone' } }) },
})
export const PhoneOffline = meta.story({
  args: { state: () => ({ error: { kind: 'offline' }, online: false }) },
})
export const PhoneUnavailable = meta.story({
  args: { state: () => ({ error: { kind: 'unavailable' } }) },
})
export const PhoneBusy = meta.story({
  args: {
    state: () => ({
      error: { kind: 'rateLimited', retryAt: now + 12_000 },
      notBefore: { start: now + 12_000 },
    }),
  },
})
export const PhoneLimitReached = meta.story({
  args: {
    state: () => ({
      error: { kind: 'limitReached', retryAt: now + 720_000 },
      notBefore: { start: now + 720_000 },
    }),
  },
})
export const PhoneNotSent = meta.story({
  args: { state: () => ({ error: { kind: 'notSent' } }) },
})
export const PhoneAfterCancel = meta.story({
  args: { state: () => ({ notice: { kind: 'cancelled' } }) },
})
export const PhoneAfterCancelElsewhere = meta.story({
  args: { state: () => ({ notice: { kind: 'cancelledElsewhere' } }) },
})
export const PhoneAfterExpiryWhileAway = meta.story({
  args: { state: () => ({ notice: { kind: 'expiredWhileAway' } }) },
})
export const PhoneWhoseOldNumberMayRing = meta.story({
  args: { state: () => ({ notice: { kind: 'mayStillCall', phone: '+447400654321' } }) },
})
export const PhoneAfterTheOldCodeStopped = meta.story({
  args: { state: () => ({ error: { kind: 'oldCodeStopped' } }) },
})
export const PhoneBackOnline = meta.story({
  args: { state: () => ({ notice: { kind: 'backOnline' } }) },
})
export const PhoneWithNumberToResume = meta.story({
  args: {
    second: 5,
    state: (verification) => ({
      cancelQueue: [
        { verification, request: { sendAt: now + 50_000, sentAt: undefined, repeats: 0 } },
      ],
    }),
  },
})
export const Starting = meta.story({
  args: { state: () => ({ step: { name: 'starting', start, mode: 'fresh', request } }) },
})
export const StartingSlowly = meta.story({
  args: {
    state: () => ({
      step: {
        name: 'starting',
        start: { ...start, pressedAt: now - 9_000 },
        mode: 'fresh',
        request: { ...request, sentAt: now - 9_000 },
      },
    }),
  },
})
export const StartUncertain = meta.story({
  args: { state: () => ({ step: { name: 'startUncertain', start, mode: 'fresh' } }) },
})
export const StartUncertainAfterANewCode = meta.story({
  args: {
    state: () => ({
      step: { name: 'startUncertain', start, mode: 'afterCancel' },
      notice: { kind: 'oldCodeStopped' },
      codesSent: 2,
    }),
  },
})
export const StartingAgain = meta.story({
  args: {
    state: () => ({
      step: {
        name: 'starting',
        start,
        mode: 'fresh',
        request,
        problem: { name: 'startUncertain', start, mode: 'fresh' },
      },
    }),
  },
})
export const Blocked = meta.story({
  args: {
    state: () => ({
      step: {
        name: 'blocked',
        start: { ...start, uncertain: false },
        until: now + 252_000,
        retryAt: now + 12_000,
      },
    }),
  },
})
export const BlockedAfterLostAnswer = meta.story({
  args: {
    state: () => ({
      step: { name: 'blocked', start, until: now + 281_000, retryAt: now - 1_000 },
    }),
  },
})
export const CodeAt5Seconds = meta.story({ args: { second: 5, state: entering() } })
export const CodeAt31Seconds = meta.story({ args: { second: 31, state: entering() } })
export const CodeAt55Seconds = meta.story({
  args: { second: 55, state: entering({ code: '482' }) },
})
export const CallingNow = meta.story({ args: { second: 63, state: entering() } })
export const BetweenTheCalls = meta.story({ args: { second: 100, state: entering() } })
export const SecondCallSoon = meta.story({ args: { second: 112, state: entering() } })
export const SecondCall = meta.story({ args: { second: 125, state: entering() } })
export const NothingLeftToCome = meta.story({ args: { second: 160, state: entering() } })
export const OneMinuteLeft = meta.story({ args: { second: 245, state: entering() } })
export const LastMinute = meta.story({ args: { second: 270, state: entering() } })
export const CoarseCountdown = meta.story({
  args: { second: 40, state: entering(), countdown: 'coarse' },
})
export const HiddenCountdown = meta.story({
  args: { second: 40, state: entering(), countdown: 'hidden' },
})
export const Checking = meta.story({
  args: {
    second: 20,
    state: (verification) => ({
      code: '482913',
      step: { name: 'checking', verification, code: '482913', request },
    }),
  },
})
export const WrongCode = meta.story({
  args: { second: 40, state: refused('wrongCode', { failedAttempts: 1 }) },
})
export const WrongCodeAgain = meta.story({
  args: { second: 70, state: refused('wrongCode', { failedAttempts: 2, attemptsLeft: 1 }) },
})
export const AlreadyTried = meta.story({ args: { second: 40, state: refused('alreadyTried') } })
export const IncompleteCode = meta.story({
  args: { second: 40, state: refused('incompleteCode', { code: '48' }) },
})
export const CheckUncertain = meta.story({ args: { second: 40, state: refused('checkUncertain') } })
export const CheckOffline = meta.story({ args: { second: 40, state: refused('checkOffline') } })
export const CheckUnavailable = meta.story({
  args: { second: 40, state: refused('checkUnavailable') },
})
export const CancelOffline = meta.story({
  args: { second: 40, state: entering({ error: { kind: 'offline' }, online: false }) },
})
export const UselessPaste = meta.story({
  args: { second: 12, state: entering({ error: { kind: 'noCodeFound' } }) },
})
export const CodeOverWhileAnotherIsUnconfirmed = meta.story({
  args: { second: 310, state: refused('codeExpired', { uncheckedCode: '482914' }) },
})
export const CheckBusy = meta.story({
  args: {
    second: 40,
    state: entering({
      code: '482913',
      error: { kind: 'rateLimited', retryAt: now + 5_000 },
      notBefore: { check: now + 5_000 },
    }),
  },
})
/** The error is gone with the first key; what it asked to wait for is not. */
export const CheckBusyWhileTyping = meta.story({
  args: {
    second: 40,
    state: entering({ code: '4829', notBefore: { check: now + 5_000 } }),
  },
})
export const CancelBusy = meta.story({
  args: {
    second: 40,
    state: entering({
      error: { kind: 'rateLimited', retryAt: now + 10_000 },
      notBefore: { cancel: now + 10_000 },
    }),
  },
})
export const NewCodeBusy = meta.story({
  args: {
    second: 40,
    state: entering({
      error: { kind: 'rateLimited', retryAt: now + 10_000 },
      notBefore: { start: now + 10_000 },
    }),
  },
})
export const CheckLimitReached = meta.story({
  args: {
    second: 40,
    state: entering({
      code: '482913',
      error: { kind: 'tooManyTries', retryAt: now + 60_000 },
      notBefore: { check: now + 60_000 },
    }),
  },
})
export const Cancelling = meta.story({
  args: {
    second: 40,
    state: (verification) => ({ step: { name: 'cancelling', verification, request } }),
  },
})
export const CancelFailed = meta.story({
  args: { second: 40, state: refused('cancelFailed', { code: '' }) },
})
export const NotCancellable = meta.story({
  args: {
    second: 70,
    state: entering({
      error: { kind: 'notCancellable', retryAt: now + 230_000 },
      notBefore: { newCode: now + 230_000, cancel: now + 230_000 },
    }),
  },
})
export const NewCodeNotYet = meta.story({
  args: {
    second: 70,
    state: entering({
      error: { kind: 'newCodeNotYet', retryAt: now + 230_000 },
      notBefore: { newCode: now + 230_000, cancel: now + 230_000 },
    }),
  },
})
export const SendingNewCode = meta.story({
  args: {
    second: 40,
    state: (verification) => ({
      step: { name: 'resendCancelling', verification, start, codeBefore: '', request },
    }),
  },
})
export const SendingNewCodeHalfWay = meta.story({
  args: {
    second: 41,
    state: () => ({ step: { name: 'starting', start, mode: 'afterCancel', request } }),
  },
})
export const SendingNewCodeSlowly = meta.story({
  args: {
    second: 50,
    state: () => ({
      step: {
        name: 'starting',
        start: { ...start, pressedAt: now - 9_000 },
        mode: 'afterCancel',
        request,
      },
    }),
  },
})
export const NewCodeSent = meta.story({
  args: { second: 1, state: entering({ notice: { kind: 'newCodeSent' }, codesSent: 2 }) },
})
export const NewCodeFailed = meta.story({ args: { second: 50, state: refused('newCodeFailed') } })
export const Resumed = meta.story({
  args: { second: 40, state: entering({ notice: { kind: 'alreadySent' } }) },
})
export const ResumedInDoubt = meta.story({
  args: { second: 40, state: entering({ notice: { kind: 'mayStillWork' } }) },
})
export const ReplacedInAnotherTab = meta.story({
  args: { second: 3, state: entering({ notice: { kind: 'replacedElsewhere' } }) },
})
const limitHelp = (
  <a href="#help" style={{ color: 'inherit' }}>
    Contact Acme
  </a>
)
/** As many codes as the number may get. */
const all = { codesSent: 3, sentTo: [phone, phone, phone] }

export const LastCode = meta.story({ args: { second: 50, state: entering(all), limitHelp } })
export const LastCodeInTheCooldown = meta.story({
  args: { second: 10, state: entering(all), limitHelp },
})
export const LastCodeOver = meta.story({
  args: {
    second: 300,
    state: (verification) => ({ step: { name: 'expired', verification, cause: 'time' }, ...all }),
    limitHelp,
  },
})
export const LastCodeLocked = meta.story({
  args: {
    second: 90,
    state: (verification) => ({ step: { name: 'locked', verification }, ...all }),
    limitHelp,
  },
})
export const PhoneWithoutAnotherCode = meta.story({ args: { state: () => all, limitHelp } })
export const Expired = meta.story({
  args: {
    second: 300,
    state: (verification) => ({ step: { name: 'expired', verification, cause: 'time' } }),
  },
})
export const SendingNewCodeAfterTheEnd = meta.story({
  args: {
    second: 302,
    state: (verification) => ({
      step: {
        name: 'starting',
        start,
        mode: 'afterExpiry',
        request,
        problem: { name: 'expired', verification, cause: 'time' },
      },
    }),
  },
})
export const ExpiredAndBusy = meta.story({
  args: {
    second: 302,
    state: (verification) => ({
      step: { name: 'expired', verification, cause: 'time' },
      error: { kind: 'rateLimited', retryAt: now + 12_000 },
      notBefore: { start: now + 12_000 },
    }),
  },
})
export const ExpiredWhileChecking = meta.story({
  args: {
    second: 301,
    state: (verification) => ({ step: { name: 'expired', verification, cause: 'whileChecking' } }),
  },
})
export const Ended = meta.story({
  args: {
    second: 90,
    state: (verification) => ({ step: { name: 'expired', verification, cause: 'ended' } }),
  },
})
export const ExpiredUnconfirmed = meta.story({
  args: {
    second: 350,
    state: (verification) => ({ step: { name: 'expired', verification, cause: 'unconfirmed' } }),
  },
})
export const Locked = meta.story({
  args: { second: 90, state: (verification) => ({ step: { name: 'locked', verification } }) },
})
export const LockedUntilItsCancelIsAllowed = meta.story({
  args: {
    second: 18,
    state: (verification) => ({
      step: { name: 'locked', verification },
      cancelQueue: [
        { verification, request: { sendAt: now + 12_000, sentAt: undefined, repeats: 0 } },
      ],
    }),
  },
})
export const LockedUntilItsCancelIsDone = meta.story({
  args: {
    second: 90,
    state: (verification) => ({
      step: { name: 'locked', verification },
      cancelQueue: [{ verification, request }],
    }),
  },
})
export const Landline = meta.story({
  args: { second: 5, state: enteringOf({ phone: landline }) },
})
export const LandlineThatNothingReaches = meta.story({
  args: { second: 40, state: enteringOf({ phone: landline, terms: termsOf(textMagic, 6) }) },
})
export const TextsBeforeTheCall = meta.story({
  args: { second: 40, state: enteringOf({ terms: termsOf(textMagic, 2) }) },
})
export const CallsOnly = meta.story({
  args: { second: 40, state: enteringOf({ terms: termsOf(textMagic, 3) }) },
})
export const PhoneOfCallsOnly = meta.story({
  args: { state: () => ({ settings: { ...defaultSettings, terms: termsOf(textMagic, 3) } }) },
})
export const MaskedPhone = meta.story({
  args: { second: 63, state: entering(), maskPhone: true },
})
export const Verified = meta.story({
  args: {
    second: 20,
    state: (verification) => ({
      step: { name: 'verified', verification, at: now, source: 'this-tab' },
    }),
  },
})
export const VerifiedAsItRang = meta.story({
  args: {
    second: 61,
    state: (verification) => ({
      step: { name: 'verified', verification, at: now, source: 'this-tab' },
    }),
  },
})
export const RightToLeft = meta.story({
  args: { second: 40, state: refused('wrongCode', { failedAttempts: 1 }) },
  globals: { locale: 'ar' },
})
export const Dark = meta.story({
  args: { second: 40, state: refused('wrongCode', { failedAttempts: 1 }) },
  globals: { theme: 'dark' },
})
export const FourDigits = meta.story({
  args: {
    second: 12,
    state: (verification) => ({
      step: { name: 'entering', verification: { ...verification, codeLength: 4 } },
    }),
  },
})

/** The happy path, once, as a demonstration; the text message is shown under it. */
export const HappyPath = meta.story({
  async play({ canvas, userEvent, globals }) {
    const { codeInput, phoneEntry, verificationFlow } = localeFor(
      String(globals['locale']),
    ).messages
    await userEvent.type(canvas.getByRole('textbox', { name: phoneEntry.label }), '07400 123456')
    await userEvent.click(canvas.getByRole('button', { name: verificationFlow.sendCode }))
    const field = await canvas.findByRole('textbox', { name: codeInput.label })
    const message = await canvas.findByText(/^Your Acme PIN is \d{6}$/)
    await userEvent.type(field, message.textContent.slice(-6))
    await waitFor(() =>
      expect(canvas.getByRole('heading', { name: verificationFlow.verifiedHeading })).toHaveFocus(),
    )
  },
})
