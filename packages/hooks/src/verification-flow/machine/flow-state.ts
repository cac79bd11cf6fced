import { textMagic } from '@phoneproof/client'
import {
  checkTimeoutMs,
  staleAfterMs,
  startUncertainAfterMs,
  type RequestTimes,
} from './request-times.ts'
import { termsOf, type Terms, type Verification } from './deadlines.ts'

/** Why something did not work, as data. The view asks `messages` for words. */
export type FlowErrorKind =
  | 'invalidPhone'
  | 'unavailable'
  | 'offline'
  | 'rateLimited'
  | 'limitReached'
  | 'notSent'
  | 'incompleteCode'
  | 'noCodeFound'
  | 'wrongCode'
  | 'alreadyTried'
  | 'tooManyTries'
  | 'codeExpired'
  | 'checkOffline'
  | 'checkUnavailable'
  | 'checkUncertain'
  | 'cancelFailed'
  | 'notCancellable'
  | 'newCodeFailed'
  | 'newCodeNotYet'
  | 'oldCodeStopped'

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
  | 'mayStillWork'
  | 'cancelled'
  | 'cancelledElsewhere'
  | 'replacedElsewhere'
  | 'expiredWhileAway'
  | 'mayStillCall'
  | 'oldCodeStopped'
  | 'backOnline'

export interface FlowNotice {
  readonly kind: FlowNoticeKind
  /** The number it is about, when that is not the one on screen. */
  readonly phone?: string | undefined
  /** From here it is no news any more. */
  readonly until?: number | undefined
}

/** A press of *Send code*, whatever becomes of it. */
export interface Start {
  /** The idempotency key is made from it; the same for repeats that mean the same request. */
  readonly startId: string
  /** Keys that are not sent again: each has met a 409, which a backend may have kept under it. */
  readonly keysUsed?: number | undefined
  /** The last press. */
  readonly pressedAt: number
  readonly phone: string
  /** When the key was sent first: a backend may answer a repeat with what it made then. */
  readonly firstSentAt?: number | undefined
  /** True once a request of this start may have reached the service unanswered. */
  readonly uncertain: boolean
  /** Milliseconds for which its code is valid, if there is one. */
  readonly validForMs: number
  /** The service accepted it no later than this, if at all. */
  readonly acceptedBefore: number | undefined
}

/** What a start follows on. A 409 right after a cancel or an expiry is repeated quietly. */
export type StartMode = 'fresh' | 'afterCancel' | 'afterExpiry'

/** Where the flow is. Waiting is never a step: it is an instant beside it. */
export type FlowStep =
  | { readonly name: 'phone' }
  | {
      readonly name: 'starting'
      readonly start: Start
      readonly mode: StartMode
      readonly request: RequestTimes
      /** The request whose answer is waited for. */
      readonly token?: number | undefined
      /** When the service first said 409 to this press. */
      readonly conflictAt?: number | undefined
      /** What stays on screen until the answer, where that is not the number or the code. */
      readonly problem?: ProblemStep | undefined
    }
  | {
      readonly name: 'startUncertain'
      readonly start: Start
      readonly mode: StartMode
      /** The last request, while its answer may still come. */
      readonly token?: number | undefined
    }
  | {
      readonly name: 'blocked'
      readonly start: Start
      /** The number is free by then at the latest. */
      readonly until: number
      readonly retryAt: number
    }
  | { readonly name: 'entering'; readonly verification: Verification }
  | {
      readonly name: 'checking'
      readonly verification: Verification
      readonly code: string
      readonly request: RequestTimes
      /** Cancelled meanwhile: only a check that was right before can still count. */
      readonly isCancelled?: boolean | undefined
    }
  | {
      readonly name: 'resendCancelling'
      readonly verification: Verification
      readonly start: Start
      /** Given back when the old code turns out to live on. */
      readonly codeBefore: string
      readonly request: RequestTimes
    }
  | {
      readonly name: 'cancelling'
      readonly verification: Verification
      readonly request: RequestTimes
    }
  | {
      readonly name: 'expired'
      readonly verification: Verification
      readonly cause: 'time' | 'whileChecking' | 'ended' | 'unconfirmed'
    }
  | { readonly name: 'locked'; readonly verification: Verification }
  | {
      readonly name: 'verified'
      readonly verification: Verification
      readonly at: number
      readonly source: 'this-tab' | 'other-tab'
    }

/** Where the flow is, by name. */
export type FlowStepName = FlowStep['name']

export type StepNamed<S extends FlowStepName> = Extract<FlowStep, { name: S }>

/** A step in which no code can be entered. */
export type ProblemStep = StepNamed<'startUncertain' | 'blocked' | 'expired' | 'locked'>

export interface FlowSettings {
  readonly codeLength: number
  /** What the service promises for the next code. */
  readonly terms: Terms
  /** Codes that one number may get before the person is asked to check it. */
  readonly maxCodes: number
  /** Wrong codes of one verification after which no more are sent. The service has its own limit. */
  readonly maxAttempts?: number | undefined
  /** The backend takes a cancel at any time and carries it out as soon as the service allows. */
  readonly defersCancel?: boolean | undefined
}

/** What may have to wait. A new code waits as a start does, and where its cancel was refused. */
export type LimitedAction = 'start' | 'check' | 'cancel' | 'newCode'

/** A start request without an answer yet. Repeats of one press differ by their token. */
export interface StartInFlight {
  readonly start: Start
  readonly token: number
  readonly sentAt: number
  /** Nothing was sent for this start before it. */
  readonly isFirst: boolean
  /** Of the finished flow before this one: no press here means it, and its key leads to what is over. */
  readonly isHandedOver?: boolean | undefined
}

/** A number that the person left while its code lives. It is cancelled before its next text or call. */
export interface AbandonedNumber {
  readonly verification: Verification
  readonly request: RequestTimes
  /** Its code takes no more attempts. */
  readonly isLocked?: boolean | undefined
  /** A cancel was sent and not answered: its code may be dead. */
  readonly isInDoubt?: boolean | undefined
}

/** Everything a flow knows. It holds instants, never counters, and is plain data. */
export interface FlowState {
  readonly step: FlowStep
  readonly settings: FlowSettings
  /** The number in the field: the last one submitted, or the default. */
  readonly phone: string | undefined
  /** In memory only. Never stored, logged or put into an event. */
  readonly code: string
  /** Codes the service refused, of the verification on screen and of those left. In memory only. */
  readonly refusedCodes: readonly { readonly verifyId: string; readonly code: string }[]
  /** A code whose check got no answer; it may be sent again. In memory only. */
  readonly uncheckedCode: string | undefined
  /** Wrong codes since the flow began, over all its codes. */
  readonly failedAttempts: number
  readonly attemptsLeft: number | undefined
  /** Codes sent since the flow began, to whichever number. */
  readonly codesSent: number
  /** The numbers they went to, one for each. */
  readonly sentTo: readonly string[]
  readonly error: FlowError | undefined
  readonly notice: FlowNotice | undefined
  /** Actions the service asked to wait for, with the instant from which they may be used. */
  readonly notBefore: Readonly<Partial<Record<LimitedAction, number | undefined>>>
  /** 429s in a row, of each action, that did not say how long to wait. */
  readonly unsaidWaits: Readonly<Partial<Record<LimitedAction, number | undefined>>>
  readonly inFlight: readonly StartInFlight[]
  /** Start requests sent so far; the newest has this number as its token. */
  readonly startRequests: number
  /** The last number that was ours, and until when: the service may be a little behind. */
  readonly freed: { readonly phone: string; readonly at: number } | undefined
  /** The last check that was sent and not answered yet. In memory only. */
  readonly checkInFlight:
    | { readonly verifyId: string; readonly code: string; readonly sentAt: number }
    | undefined
  /** Verifications the person has left, to be cancelled before they ring. */
  readonly cancelQueue: readonly AbandonedNumber[]
  readonly online: boolean
}

/** The only form in which a number is worked with. */
export const e164: RegExp = /^\+[1-9]\d{6,14}$/

export const defaultSettings: FlowSettings = {
  codeLength: textMagic.defaultCodeLength,
  terms: termsOf(textMagic),
  maxCodes: 3,
}

/** How long an unanswered check may be repeated after the code's end. */
export const unconfirmedGraceMs = 60_000

export const initialState = (from: Partial<FlowState> = {}): FlowState => ({
  step: { name: 'phone' },
  settings: defaultSettings,
  phone: undefined,
  code: '',
  refusedCodes: [],
  uncheckedCode: undefined,
  failedAttempts: 0,
  attemptsLeft: undefined,
  codesSent: 0,
  sentTo: [],
  error: undefined,
  notice: undefined,
  notBefore: {},
  unsaidWaits: {},
  inFlight: [],
  startRequests: 0,
  freed: undefined,
  checkInFlight: undefined,
  cancelQueue: [],
  online: true,
  ...from,
})

/** The state, with the instant at which it is looked at. */
export interface FlowMoment {
  readonly state: FlowState
  readonly now: number
}

/** The verification on screen, if any. */
export const verificationOf = (state: FlowState): Verification | undefined =>
  'verification' in state.step ? state.step.verification : undefined

/** The number it is all about: of the press or the code on screen, or the one in the field. */
export const phoneOf = (state: FlowState): string | undefined =>
  'start' in state.step ? state.step.start.phone : (verificationOf(state)?.phone ?? state.phone)

export const isCancelling = (
  step: FlowStep,
): step is StepNamed<'cancelling' | 'resendCancelling'> =>
  step.name === 'cancelling' || step.name === 'resendCancelling'

/** True when `action` has to wait for the service. */
export const mustWait = (state: FlowState, action: LimitedAction, now: number): boolean =>
  now < (state.notBefore[action] ?? 0)

/** Had it to wait for longer, nobody would expect a text or a call from it. */
export const startIsStaleAfter = ({ start, conflictAt }: StepNamed<'starting'>): number =>
  (conflictAt ?? start.pressedAt) + staleAfterMs

/** True when a request within its window is on its way, so another start must wait. */
export const isStartInFlight = (state: FlowState, now: number): boolean =>
  state.inFlight.some(({ sentAt }) => now < sentAt + startUncertainAfterMs)

/** True when a check within its window is on its way, so another one must wait. */
export const isCheckInFlight = ({ checkInFlight }: FlowState, now: number): boolean =>
  checkInFlight !== undefined && now < checkInFlight.sentAt + checkTimeoutMs
