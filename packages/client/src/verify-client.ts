import type { ServerTime } from './server-time.ts'
import type { ServiceProfile } from './service-profile.ts'
import type { CodeLength, Language, WorkflowId } from './text-magic.ts'
import type { CheckBody } from './wire.ts'

/**
 * What the hooks need. `createVerifyClient` makes one, and any object of this shape will do. A call
 * rejects with a `VerifyError` when it fails, with a `VerifyArgumentError` when an argument cannot
 * work and nothing was sent, and with the reason of its signal when it was aborted.
 */
export interface VerifyClient {
  /** Sends a code. */
  start(request: StartRequest, options?: StartOptions): Promise<StartResult>
  /**
   * Resolves when the code is right: with nothing, or with a proof and nothing else. A wrong one
   * rejects with kind `wrongCode`.
   */
  check(request: CheckBody, options?: RequestOptions): Promise<CheckResult | void>
  /** Ends a verification. With TextMagic that is possible from 30 s after the start on. */
  cancel(request: { verifyId: string }, options?: RequestOptions): Promise<CancelResult>
  /** Asks a backend with sessions what is running. Changes nothing. */
  resume?(options?: RequestOptions): Promise<RunningVerification | undefined>
  /** The service behind the backend. @default textMagic */
  readonly service?: ServiceProfile | undefined
}

export interface StartRequest {
  /** E.164, such as `+447860021130`; or a local number together with `country`. */
  phone: string
  /** Your name in the text message: 1 to 18 letters, digits and inner spaces. See `isBrand`. */
  brand: string
  /** 4 or 6 digits with TextMagic. Another service has lengths of its own. */
  codeLength: CodeLength | (number & {})
  /** Language of text and voice. By default the service goes by the number. */
  language?: Language | (string & {}) | undefined
  /** A sender setting of the account. Where it is not allowed, the service uses another. */
  senderId?: string | undefined
  /** ISO 3166-1 alpha-2, for a local number. Not sent with an international one. */
  country?: string | undefined
  /** Which deliveries come when. By default TextMagic's 1: a text, then two calls. */
  workflowId?: WorkflowId | (number & {}) | undefined
}

export interface RequestOptions {
  signal?: AbortSignal | undefined
}

export interface StartOptions extends RequestOptions {
  /** Sent as `Idempotency-Key`: a backend that honours it answers a repeat with the same id. */
  idempotencyKey?: string | undefined
}

export interface StartResult {
  /** The only handle to check or cancel. Opaque. */
  verifyId: string
  /** Credit taken on completion. Undefined when the backend does not say. */
  price: number | undefined
  /** Times by the backend's clock, if it sends them. */
  serverTime: ServerTime | undefined
  /** Digits of the code, where the backend decides. One of those that the service has. */
  codeLength?: number | undefined
}

export interface CheckResult {
  /** A JWT that says to other services which number was verified. Keep it in memory only. */
  proof: string
}

export interface CancelResult {
  /** True when the backend answered 202: it cancels as soon as the service allows. */
  deferred: boolean
}

/** The verification that is running for this session, as the backend knows it. */
export interface RunningVerification {
  verifyId: string
  /** The number. Undefined when the backend sends only a masked one, or none. */
  phone: string | undefined
  /** The number with most digits hidden, such as `+44 •••• ••• 130`. */
  phoneMasked?: string | undefined
  codeLength: number | undefined
  serverTime: ServerTime
  attemptsLeft: number | undefined
  /** True when the right code has been entered already, if the backend keeps that. */
  isVerified?: boolean | undefined
  /** The proof of a verified one, where proofs are asked for. */
  proof?: string | undefined
}
