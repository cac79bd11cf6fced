import type { ServerTime } from './server-time.ts'
import type { ServiceProfile } from './service-profile.ts'
import type { CodeLength, Language, WorkflowId } from './text-magic.ts'
import type { CheckBody } from './wire.ts'

/**
 * What the hooks need. `createVerifyClient` makes one; any object of this shape will do. Each call
 * rejects with a `VerifyError` when it fails, with a `VerifyArgumentError` when nothing was sent
 * because an argument cannot work, and with the signal's reason when it was aborted.
 */
export interface VerifyClient {
  /** Sends a code. */
  start(request: StartRequest, options?: StartOptions): Promise<StartResult>
  /** Resolves with nothing when the code is right. A wrong one rejects with kind `wrongCode`. */
  check(request: CheckBody, options?: RequestOptions): Promise<void>
  /** Ends a verification. TextMagic does so from 30 s after its start on. */
  cancel(request: { verifyId: string }, options?: RequestOptions): Promise<CancelResult>
  /** Asks a session-bound backend what is running. Reads only. */
  resume?(options?: RequestOptions): Promise<RunningVerification | undefined>
  /** The service behind it. @default textMagic */
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
  /** A sender setting of the account. The service falls back where it is not allowed. */
  senderId?: string | undefined
  /** ISO 3166-1 alpha-2, for a local number. Not sent with an international one. */
  country?: string | undefined
  /**
   * Which deliveries come when. By default the service's own: with TextMagic 1, a text and two
   * calls.
   */
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
  /** Credit taken on completion. Undefined when the backend keeps it to itself. */
  price: number | undefined
  /** Times by the backend's clock, when it sends them. */
  serverTime: ServerTime | undefined
}

export interface CancelResult {
  /** True when the backend answered 202: it will cancel as soon as the service allows. */
  deferred: boolean
}

/** A verification the backend knows to be running for this session. */
export interface RunningVerification {
  verifyId: string
  /** The number, or none where the backend gives only a mask of it, or nothing. */
  phone: string | undefined
  /** The number with most digits hidden, such as `+44 •••• ••• 130`. */
  phoneMasked?: string | undefined
  codeLength: number | undefined
  serverTime: ServerTime
  attemptsLeft: number | undefined
  /** True when the right code has been entered meanwhile, for a backend that remembers. */
  isVerified?: boolean | undefined
}
