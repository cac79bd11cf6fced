import { textMagic } from '@phoneproof/client'
import {
  checkTimeoutMs,
  staleAfterMs,
  startUncertainAfterMs,
  type RequestTimes,
} from './request-times.ts'
import { termsOf, type Terms, type Verification } from './deadlines.ts'

/** Why something did not work, as data. The view finds its text in the messages. */
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
  /** When the action can be repeated. Milliseconds since the epoch. */
  readonly retryAt?: number | undefined
}

/** News about the last change that is no error, as data. */
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
  /** When it goes by itself. Milliseconds since the epoch. */
  readonly until?: number | undefined
}

/** A press of *Send code* and the requests it leads to. */
export interface Start {
  /** The idempotency key is made from it. Repeats of the same press have the same one. */
  readonly startId: string
  /** How many keys are used up. A backend may keep a 409 under its key, so that key is not sent again. */
  readonly keysUsed?: number | undefined
  /** When it was pressed last. */
  readonly pressedAt: number
  readonly phone: string
  /** When the key was sent first. A backend may answer a repeat with what it made then. */
  readonly firstSentAt?: number | undefined
  /** True once a request may have reached the service and was not answered. */
  readonly uncertain: boolean
  /** Milliseconds for which its code is valid, if there is one. */
  readonly validForMs: number
  /** If the service accepted it, then no later than this. */
  readonly acceptedBefore: number | undefined
}

/** What a start follows. A 409 right after a cancel or an expiry is repeated quietly. */
export type StartMode = 'fresh' | 'afterCancel' | 'afterExpiry'

/** Where the flow is. Waiting is not a step: it is an instant in the state, beside the step. */
export type FlowStep =
  | { readonly name: 'phone' }
  | {
      readonly name: 'starting'
      readonly start: Start
      readonly mode: StartMode
      readonly request: RequestTimes
      /** The request whose answer is waited for. */
      readonly token?: number | undefined
      /** When the service first answered this press with 409. */
      readonly conflictAt?: number | undefined
      /** The problem that stays on screen until the answer, if the press was made there. */
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
      /** Cancelled meanwhile. Only a check that was right before can still verify. */
      readonly isCancelled?: boolean | undefined
    }
  | {
      readonly name: 'resendCancelling'
      readonly verification: Verification
      readonly start: Start
      /** The digits, in case the old code turns out to live on. */
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
      /** In memory only. Never stored, logged, put into an event or told to other tabs. */
      readonly proof?: string | undefined
    }

/** Where the flow is, by name. */
export type FlowStepName = FlowStep['name']

export type StepNamed<S extends FlowStepName> = Extract<FlowStep, { name: S }>

/** A step in which the flow cannot go on by itself. */
export type ProblemStep = StepNamed<'startUncertain' | 'blocked' | 'expired' | 'locked'>

export interface FlowSettings {
  readonly codeLength: number
  /** What the service promises for the next code. */
  readonly terms: Terms
  /** Codes that one number may get before the person is asked to check it. */
  readonly maxCodes: number
  /** Wrong codes of one verification after which no more are checked. The service has its own limit. */
  readonly maxAttempts?: number | undefined
  /** The backend accepts a cancel at any time and carries it out as soon as the service allows. */
  readonly defersCancel?: boolean | undefined
}

/** What may have to wait. A new code waits like a start, and also when its cancel was refused. */
export type LimitedAction = 'start' | 'check' | 'cancel' | 'newCode'

/** A start request without an answer yet. Repeats of one press differ by their token. */
export interface StartInFlight {
  readonly start: Start
  readonly token: number
  readonly sentAt: number
  /** Nothing was sent for this start before it. */
  readonly isFirst: boolean
  /** Sent before a success, or by a finished flow. No press since then waits for its answer. */
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
  /** Codes the service refused, of the verification on screen and of abandoned ones. In memory only. */
  readonly refusedCodes: readonly { readonly verifyId: string; readonly code: string }[]
  /** A code whose check got no answer. It may be sent again. In memory only. */
  readonly uncheckedCode: string | undefined
  /** Wrong codes since the flow began, over all its codes. */
  readonly failedAttempts: number
  readonly attemptsLeft: number | undefined
  /** Codes sent since the flow began, over all numbers. */
  readonly codesSent: number
  /** The number that each of them went to. */
  readonly sentTo: readonly string[]
  readonly error: FlowError | undefined
  readonly notice: FlowNotice | undefined
  /** Until when an action has to wait, because the service said so. */
  readonly notBefore: Readonly<Partial<Record<LimitedAction, number | undefined>>>
  /** For each action: how many 429s in a row did not say how long to wait. */
  readonly unsaidWaits: Readonly<Partial<Record<LimitedAction, number | undefined>>>
  readonly inFlight: readonly StartInFlight[]
  /** Start requests sent so far. The newest has this number as its token. */
  readonly startRequests: number
  /** The last number that was freed, and when. The service may be a little behind. */
  readonly freed: { readonly phone: string; readonly at: number } | undefined
  /** The last check, while it is not answered. In memory only. */
  readonly checkInFlight:
    | { readonly verifyId: string; readonly code: string; readonly sentAt: number }
    | undefined
  /** The numbers the person has left. */
  readonly cancelQueue: readonly AbandonedNumber[]
  /** The last verification that succeeded. Late answers about it change nothing any more. */
  readonly verifiedId: string | undefined
  readonly online: boolean
}

/** E.164: the only form in which the flow works with a number. */
export const e164: RegExp = /^\+[1-9]\d{6,14}$/

export const defaultSettings: FlowSettings = {
  codeLength: textMagic.defaultCodeLength,
  terms: termsOf(textMagic),
  maxCodes: 3,
}

/** For so many milliseconds after the code's end an unanswered check may be repeated. */
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
  verifiedId: undefined,
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

/** The number the flow is about: that of the start or the code on screen, or the one in the field. */
export const phoneOf = (state: FlowState): string | undefined =>
  'start' in state.step ? state.step.start.phone : (verificationOf(state)?.phone ?? state.phone)

export const isCancelling = (
  step: FlowStep,
): step is StepNamed<'cancelling' | 'resendCancelling'> =>
  step.name === 'cancelling' || step.name === 'resendCancelling'

/** True when `action` has to wait for the service. */
export const mustWait = (state: FlowState, action: LimitedAction, now: number): boolean =>
  now < (state.notBefore[action] ?? 0)

/** After this, a text or a call would come as a surprise. */
export const startIsStaleAfter = ({ start, conflictAt }: StepNamed<'starting'>): number =>
  (conflictAt ?? start.pressedAt) + staleAfterMs

/** True while a start request is waited for. Another one must wait. */
export const isStartInFlight = (state: FlowState, now: number): boolean =>
  state.inFlight.some(({ sentAt }) => now < sentAt + startUncertainAfterMs)

/** True while a check is waited for. Another one must wait. */
export const isCheckInFlight = ({ checkInFlight }: FlowState, now: number): boolean =>
  checkInFlight !== undefined && now < checkInFlight.sentAt + checkTimeoutMs
