import { createVerifyClient } from '@phoneproof/client'
import {
  initialState,
  PhoneproofProvider,
  type FlowErrorKind,
  type Verification,
  type VerificationState,
} from '@phoneproof/hooks'
import { createManualClock, createSimulator } from '@phoneproof/simulator'
import { useState, useSyncExternalStore, type ReactNode } from 'react'
import { expect, waitFor } from 'storybook/test'
import preview from '../../../../.storybook/preview.tsx'
import { VerificationFlow, type VerificationFlowProps } from './verification-flow.tsx'

/** Every story shows the flow at this instant, held still. */
const now = Date.UTC(2026, 10, 23, 9, 41)
const phone = '+447400123456'

interface FlowAtProps extends Partial<VerificationFlowProps> {
  /** Seconds since the code was sent. */
  second?: number
  state?: (verification: Verification) => Partial<VerificationState>
}

/** The flow, started in a state, with the simulation behind it and a clock that stands still. */
function FlowAt({ second = 0, state, ...props }: FlowAtProps): ReactNode {
  const [world] = useState(() => {
    const clock = createManualClock(now)
    const simulator = createSimulator({ clock })
    const client = createVerifyClient({ baseUrl: '/api/v2', clock, fetch: simulator.fetch })
    const startedAt = now - second * 1000
    const verification: Verification = {
      verifyId: 'story',
      phone,
      codeLength: 6,
      workflowId: 1,
      earliestStart: startedAt,
      latestStart: startedAt,
    }
    return { clock, simulator, client, verification }
  })
  const [start] = useState(() =>
    state ? initialState({ phone, starts: 1, ...state(world.verification) }) : undefined,
  )
  return (
    <PhoneproofProvider client={world.client} clock={world.clock} locale="en">
      <div style={{ inlineSize: 'min(24rem, calc(100vw - 2rem))' }}>
        <VerificationFlow
          brand="Acme"
          defaultCountry="GB"
          storage="none"
          initialState={start ?? initialState()}
          {...props}
        />
      </div>
    </PhoneproofProvider>
  )
}

const meta = preview.meta({ title: 'VerificationFlow', component: FlowAt })

const entering =
  (changes: Partial<VerificationState> = {}) =>
  (verification: Verification): Partial<VerificationState> => ({
    main: { step: 'entering', verification },
    ...changes,
  })

const refused = (kind: FlowErrorKind, changes: Partial<VerificationState> = {}) =>
  entering({ code: '482913', error: { kind }, ...changes })

const attempt = {
  attemptId: 'story',
  phone,
  country: 'GB',
  uncertain: true,
  acceptedBefore: now,
}
const request = { sendAt: now, sentAt: now, tries: 0 }

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
      cooldowns: { start: now + 12_000 },
    }),
  },
})
export const PhoneAfterCancel = meta.story({
  args: { state: () => ({ notice: { kind: 'cancelled' } }) },
})
export const PhoneWithNumberToKeep = meta.story({
  args: {
    second: 5,
    state: (verification) => ({
      queue: [{ verification, request: { sendAt: now + 50_000, sentAt: undefined, tries: 0 } }],
    }),
  },
})
export const Starting = meta.story({
  args: { state: () => ({ main: { step: 'starting', attempt, mode: 'fresh', request } }) },
})
export const StartingSlowly = meta.story({
  args: {
    state: () => ({
      main: {
        step: 'starting',
        attempt,
        mode: 'fresh',
        request: { ...request, sentAt: now - 9_000 },
      },
    }),
  },
})
export const StartUncertain = meta.story({
  args: { state: () => ({ main: { step: 'startUncertain', attempt, mode: 'fresh' } }) },
})
export const Blocked = meta.story({
  args: {
    state: () => ({
      main: {
        step: 'blocked',
        attempt: { ...attempt, uncertain: false },
        until: now + 252_000,
        retryAt: now + 12_000,
      },
    }),
  },
})
export const BlockedAfterLostAnswer = meta.story({
  args: {
    state: () => ({
      main: { step: 'blocked', attempt, until: now + 281_000, retryAt: now - 1_000 },
    }),
  },
})
export const CodeAt5Seconds = meta.story({ args: { second: 5, state: entering() } })
export const CodeAt31Seconds = meta.story({ args: { second: 31, state: entering() } })
export const CodeAt55Seconds = meta.story({
  args: { second: 55, state: entering({ code: '482' }) },
})
export const CallingNow = meta.story({ args: { second: 63, state: entering() } })
export const SecondCallSoon = meta.story({ args: { second: 112, state: entering() } })
export const NothingLeftToCome = meta.story({ args: { second: 160, state: entering() } })
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
      main: { step: 'checking', verification, code: '482913', request },
    }),
  },
})
export const WrongCode = meta.story({
  args: { second: 40, state: refused('wrongCode', { wrong: 1 }) },
})
export const WrongCodeAgain = meta.story({
  args: { second: 70, state: refused('wrongCode', { wrong: 2, attemptsLeft: 1 }) },
})
export const AlreadyTried = meta.story({ args: { second: 40, state: refused('alreadyTried') } })
export const IncompleteCode = meta.story({
  args: { second: 40, state: refused('incompleteCode', { code: '48' }) },
})
export const CheckUncertain = meta.story({ args: { second: 40, state: refused('checkUncertain') } })
export const CheckOffline = meta.story({ args: { second: 40, state: refused('offline') } })
export const CheckBusy = meta.story({
  args: {
    second: 40,
    state: entering({
      code: '482913',
      error: { kind: 'rateLimited', retryAt: now + 5_000 },
      cooldowns: { check: now + 5_000 },
    }),
  },
})
export const Cancelling = meta.story({
  args: {
    second: 40,
    state: (verification) => ({ main: { step: 'cancelling', verification, request } }),
  },
})
export const CancelFailed = meta.story({
  args: { second: 40, state: refused('cancelFailed', { code: '' }) },
})
export const NotCancellable = meta.story({
  args: { second: 70, state: refused('notCancellable', { code: '' }) },
})
export const NewCodeNotYet = meta.story({
  args: {
    second: 70,
    state: entering({
      error: { kind: 'newCodeNotYet', retryAt: now + 230_000 },
      cooldowns: { start: now + 230_000, cancel: now + 230_000 },
    }),
  },
})
export const SendingNewCode = meta.story({
  args: {
    second: 40,
    state: (verification) => ({
      main: { step: 'resendCancelling', verification, attempt, keptCode: '', request },
    }),
  },
})
export const NewCodeSent = meta.story({
  args: { second: 1, state: entering({ notice: { kind: 'newCodeSent' }, starts: 2 }) },
})
export const TooManyCodes = meta.story({
  args: { second: 50, state: entering({ error: { kind: 'tooManyCodes' }, starts: 3 }) },
})
export const Expired = meta.story({
  args: {
    second: 300,
    state: (verification) => ({ main: { step: 'expired', verification, cause: 'time' } }),
  },
})
export const ExpiredWhileChecking = meta.story({
  args: {
    second: 301,
    state: (verification) => ({ main: { step: 'expired', verification, cause: 'whileChecking' } }),
  },
})
export const Ended = meta.story({
  args: {
    second: 90,
    state: (verification) => ({ main: { step: 'expired', verification, cause: 'ended' } }),
  },
})
export const Locked = meta.story({
  args: { second: 90, state: (verification) => ({ main: { step: 'locked', verification } }) },
})
export const Verified = meta.story({
  args: {
    second: 20,
    state: (verification) => ({
      main: { step: 'verified', verification, at: now, source: 'this-tab' },
    }),
  },
})
export const VerifiedAsItRang = meta.story({
  args: {
    second: 61,
    state: (verification) => ({
      main: { step: 'verified', verification, at: now, source: 'this-tab' },
    }),
  },
})
export const RightToLeft = meta.story({
  args: { second: 40, state: refused('wrongCode', { wrong: 1 }) },
  globals: { direction: 'rtl' },
})
export const Dark = meta.story({
  args: { second: 40, state: refused('wrongCode', { wrong: 1 }) },
  globals: { theme: 'dark' },
})
export const FourDigits = meta.story({
  args: {
    second: 12,
    state: (verification) => ({
      main: { step: 'entering', verification: { ...verification, codeLength: 4 } },
    }),
  },
})

/** The happy path, once, as a demonstration; the text message is shown under it. */
function HappyPathFlow(): ReactNode {
  const [world] = useState(() => {
    const clock = createManualClock(now)
    const simulator = createSimulator({ clock })
    const client = createVerifyClient({ baseUrl: '/api/v2', clock, fetch: simulator.fetch })
    return { clock, simulator, client }
  })
  const { handset } = world.simulator
  const messages = useSyncExternalStore(handset.subscribe, handset.getSnapshot)
  return (
    <PhoneproofProvider client={world.client} clock={world.clock} locale="en">
      <div style={{ inlineSize: 'min(24rem, calc(100vw - 2rem))' }}>
        <VerificationFlow brand="Acme" defaultCountry="GB" storage="none" flowId="story" />
        <p>{messages.at(-1)?.text}</p>
      </div>
    </PhoneproofProvider>
  )
}

export const HappyPath = meta.story({
  render: () => <HappyPathFlow />,
  async play({ canvas, userEvent }) {
    await userEvent.type(canvas.getByRole('textbox', { name: 'Phone number' }), '07400 123456')
    await userEvent.click(canvas.getByRole('button', { name: 'Send code' }))
    const field = await canvas.findByRole('textbox', { name: 'Verification code' })
    const message = await canvas.findByText(/^Your Acme PIN is \d{6}$/)
    await userEvent.type(field, message.textContent.slice(-6))
    await waitFor(() =>
      expect(canvas.getByRole('heading', { name: 'Phone number verified' })).toHaveFocus(),
    )
  },
})
