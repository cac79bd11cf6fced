import type { WorkflowId } from '@phoneproof/client'
import type { Abandoned } from './abandoned.state.ts'
import {
  cancelTimeoutMs,
  checkTimeoutMs,
  slowAfterMs,
  startUncertainAfterMs,
  type RequestTimes,
} from './request.state.ts'
import { boundariesOf, timelineOf, type Verification } from './timeline.state.ts'

/** Why something did not work, as data. The view asks `messages` for words. */
export type FlowErrorKind =
  | 'invalidPhone'
  | 'unavailable'
  | 'offline'
  | 'rateLimited'
  | 'incompleteCode'
  | 'wrongCode'
  | 'alreadyTried'
  | 'checkUncertain'
  | 'cancelFailed'
  | 'notCancellable'
  | 'newCodeFailed'
  | 'newCodeNotYet'
  | 'oldCodeStopped'
  | 'tooManyCodes'

export interface FlowError {
  readonly kind: FlowErrorKind
  /** When the action can be repeated, in milliseconds since the epoch. */
  readonly retryAt?: number | undefined
}

/** Good or neutral news about the last change, as data. */
export type FlowNoticeKind =
  | 'codeSent'
  | 'newCodeSent'
  | 'alreadySent'
  | 'cancelled'
  | 'cancelledElsewhere'
  | 'replacedElsewhere'
  | 'expiredWhileAway'
  | 'mayStillCall'
  | 'backOnline'

export interface FlowNotice {
  readonly kind: FlowNoticeKind
  /** The number it is about, when that is not the one on screen. */
  readonly phone?: string | undefined
}

/** A press of *Send code*, whatever becomes of it. */
export interface Attempt {
  /** Sent as idempotency key; the same for repeats of one press. */
  readonly attemptId: string
  readonly phone: string
  readonly country: string | undefined
  /** True once a request of this attempt may have reached the service unanswered. */
  readonly uncertain: boolean
  /** The service accepted it no later than this, if at all. */
  readonly acceptedBefore: number | undefined
}

/** What a start follows on. A 409 right after a cancel or an expiry is repeated quietly. */
export type StartMode = 'fresh' | 'afterCancel' | 'afterExpiry'

/** Where the flow is. Waiting is never a step: it is an instant beside it. */
export type Main =
  | { readonly step: 'phone' }
  | {
      readonly step: 'starting'
      readonly attempt: Attempt
      readonly mode: StartMode
      readonly request: RequestTimes
    }
  | { readonly step: 'startUncertain'; readonly attempt: Attempt; readonly mode: StartMode }
  | {
      readonly step: 'blocked'
      readonly attempt: Attempt
      /** The number is free by then at the latest. */
      readonly until: number
      readonly retryAt: number
    }
  | { readonly step: 'entering'; readonly verification: Verification }
  | {
      readonly step: 'checking'
      readonly verification: Verification
      readonly code: string
      readonly request: RequestTimes
    }
  | {
      readonly step: 'resendCancelling'
      readonly verification: Verification
      readonly attempt: Attempt
      /** Given back when the old code turns out to live on. */
      readonly keptCode: string
      readonly request: RequestTimes
    }
  | {
      readonly step: 'cancelling'
      readonly verification: Verification
      readonly request: RequestTimes
    }
  | {
      readonly step: 'expired'
      readonly verification: Verification
      readonly cause: 'time' | 'whileChecking' | 'ended' | 'unconfirmed'
    }
  | { readonly step: 'locked'; readonly verification: Verification }
  | {
      readonly step: 'verified'
      readonly verification: Verification
      readonly at: number
      readonly source: 'this-tab' | 'other-tab'
    }

export type Step = Main['step']

export interface FlowSettings {
  readonly codeLength: number
  readonly workflowId: WorkflowId
  /** Starts a flow may make before it asks the person to check the number. */
  readonly maxStarts: number
}

export type Action = 'start' | 'check' | 'cancel'

export interface VerificationState {
  readonly main: Main
  readonly settings: FlowSettings
  /** The number in the field: the last one submitted, or the default. */
  readonly phone: string | undefined
  readonly country: string | undefined
  /** In memory only. Never stored, logged or put into an event. */
  readonly code: string
  /** Codes the service refused for this verification. In memory only. */
  readonly refused: readonly string[]
  /** A code whose check got no answer; it may be sent again. In memory only. */
  readonly unanswered: string | undefined
  readonly wrong: number
  readonly attemptsLeft: number | undefined
  readonly starts: number
  readonly error: FlowError | undefined
  readonly notice: FlowNotice | undefined
  /** Actions the service asked to wait for, with the instant from which they may be used. */
  readonly cooldowns: Readonly<Partial<Record<Action, number>>>
  /** 429s in a row that did not say how long to wait. */
  readonly busy: number
  /** Start requests without an answer yet. */
  readonly inFlight: readonly (Attempt & { readonly sentAt: number })[]
  /** Verifications the person has left, to be cancelled before they ring. */
  readonly queue: readonly Abandoned[]
  readonly online: boolean
}

export const defaultSettings: FlowSettings = { codeLength: 6, workflowId: 1, maxStarts: 3 }

/** How long an unanswered check may be repeated after the code's end. */
export const unconfirmedGraceMs = 60_000

export const initialState = (from: Partial<VerificationState> = {}): VerificationState => ({
  main: { step: 'phone' },
  settings: defaultSettings,
  phone: undefined,
  country: undefined,
  code: '',
  refused: [],
  unanswered: undefined,
  wrong: 0,
  attemptsLeft: undefined,
  starts: 0,
  error: undefined,
  notice: undefined,
  cooldowns: {},
  busy: 0,
  inFlight: [],
  queue: [],
  online: true,
  ...from,
})

/** The verification on screen, if any. */
export const verificationOf = (state: VerificationState): Verification | undefined =>
  'verification' in state.main ? state.main.verification : undefined

/** True when `action` has to wait for the service. */
export const isCooling = (state: VerificationState, action: Action, now: number): boolean =>
  now < (state.cooldowns[action] ?? 0)

/** True when a request within its window is on its way, so another start must wait. */
export const isStartInFlight = (state: VerificationState, now: number): boolean =>
  state.inFlight.some(({ sentAt }) => now < sentAt + startUncertainAfterMs)

/** The first instant after `now` at which the state, or what is shown of it, changes. */
export const nextBoundary = (state: VerificationState, now: number): number | undefined =>
  firstAfter(now, [...queueInstants(state), ...shownInstants(state)])

/** The same while nothing is on screen: only cancels of abandoned numbers go on. */
export const nextQueueBoundary = (state: VerificationState, now: number): number | undefined =>
  firstAfter(now, queueInstants(state))

const queueInstants = ({ queue }: VerificationState): number[] =>
  queue.map(({ request }) =>
    request.sentAt === undefined ? request.sendAt : request.sentAt + cancelTimeoutMs,
  )

function shownInstants(state: VerificationState): number[] {
  const { main, cooldowns, inFlight, unanswered } = state
  const instants = Object.values(cooldowns)
  if ('request' in main) instants.push(...requestInstants(main))
  switch (main.step) {
    case 'starting':
      // It may be waiting for the answer of another start.
      instants.push(...inFlight.map(({ sentAt }) => sentAt + startUncertainAfterMs))
      break
    case 'blocked':
      instants.push(main.retryAt, main.until)
      break
    case 'entering':
    case 'checking':
      instants.push(...boundariesOf(main.verification))
      if (unanswered !== undefined) {
        instants.push(timelineOf(main.verification).expiresAt + unconfirmedGraceMs)
      }
      break
    case 'cancelling':
    case 'resendCancelling':
      instants.push(timelineOf(main.verification).expiresAt)
      break
    case 'locked':
      instants.push(timelineOf(main.verification).startAgainAt)
      break
    default:
      break
  }
  return instants
}

function requestInstants(main: Extract<Main, { request: RequestTimes }>): number[] {
  const { sentAt, sendAt } = main.request
  if (sentAt === undefined) return [sendAt]
  if (main.step === 'starting') return [sentAt + slowAfterMs, sentAt + startUncertainAfterMs]
  return [sentAt + (main.step === 'checking' ? checkTimeoutMs : cancelTimeoutMs)]
}

function firstAfter(now: number, instants: readonly number[]): number | undefined {
  const coming = instants.filter((instant) => instant > now && Number.isFinite(instant))
  return coming.length === 0 ? undefined : Math.min(...coming)
}
