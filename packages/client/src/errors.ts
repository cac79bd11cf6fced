/** The three calls of the service, and `resume`, which only your own backend can have. */
export type Operation = 'start' | 'check' | 'cancel' | 'resume'

/**
 * What a failure means, whatever the answer looked like.
 *
 * - `invalidPhone`: the service refuses this number.
 * - `invalidRequest`: the service refuses another argument of the start: a mistake in your code.
 * - `active`: a verification of this number is already running.
 * - `wrongCode`: the code is wrong, and the verification is still running.
 * - `notActive`: the verification is unknown, expired, completed or cancelled.
 * - `locked`: too many wrong codes, so this verification is over.
 * - `notCancellable`: it is too early to cancel, or too late.
 * - `rateLimited`: the service is too busy. `retryAt` says when to try again, if it is known.
 * - `limitReached`: a limit of your backend for this number or person. `retryAt` as above.
 * - `unavailable`: the person cannot fix it: credentials, credit, a wrong URL.
 * - `uncertain`: no usable answer came. The request may have been carried out or not.
 */
export type VerifyErrorKind =
  | 'invalidPhone'
  | 'invalidRequest'
  | 'active'
  | 'wrongCode'
  | 'notActive'
  | 'locked'
  | 'notCancellable'
  | 'rateLimited'
  | 'limitReached'
  | 'unavailable'
  | 'uncertain'

export interface VerifyErrorDetails {
  kind: VerifyErrorKind
  operation: Operation
  /** HTTP status, if an answer came. */
  status?: number | undefined
  /** Messages of the service by request member. For logs, not for people. */
  fields?: Readonly<Record<string, readonly string[]>> | undefined
  /** Messages of the service about the request as a whole. */
  common?: readonly string[] | undefined
  /** The service's own `message`. For logs, not for people. */
  serviceMessage?: string | undefined
  /** When the request may be repeated, in milliseconds since the epoch by the client's clock. */
  retryAt?: number | undefined
  /** How many more attempts are allowed, if the backend says so. */
  attemptsLeft?: number | undefined
  cause?: unknown
}

/** Every failure of a call is one of these. Branch on `kind`. */
export class VerifyError extends Error {
  override readonly name: string = 'VerifyError'
  declare readonly kind: VerifyErrorKind
  declare readonly operation: Operation
  declare readonly status: number | undefined
  declare readonly fields: Readonly<Record<string, readonly string[]>>
  declare readonly common: readonly string[]
  declare readonly serviceMessage: string | undefined
  declare readonly retryAt: number | undefined
  declare readonly attemptsLeft: number | undefined

  constructor(message: string, details: VerifyErrorDetails) {
    super(message, { cause: details.cause })
    this.kind = details.kind
    this.operation = details.operation
    this.status = details.status
    this.fields = details.fields ?? {}
    this.common = details.common ?? []
    this.serviceMessage = details.serviceMessage
    this.retryAt = details.retryAt
    this.attemptsLeft = details.attemptsLeft
  }
}

/** The service answered with a failure, or with something that cannot be read. */
export class VerifyHttpError extends VerifyError {
  override readonly name = 'VerifyHttpError'
}

/** No answer came: the connection failed. */
export class VerifyNetworkError extends VerifyError {
  override readonly name = 'VerifyNetworkError'
}

/** No answer came in time. */
export class VerifyTimeoutError extends VerifyError {
  override readonly name = 'VerifyTimeoutError'
}

/** A call was made with an argument that cannot work. Nothing was sent. */
export class VerifyArgumentError extends TypeError {
  override readonly name = 'VerifyArgumentError'
  declare readonly argument: string

  /** `shown` is the received value in a form that is safe in a log. */
  constructor(operation: string, argument: string, rule: string, shown: string) {
    super(
      `[phoneproof] ${operation}() was called with ${argument}: ${shown}. ` +
        `That cannot work, so nothing was sent. ${argument} ${rule}.`,
    )
    this.argument = argument
  }
}

export const isVerifyError = (error: unknown): error is VerifyError => error instanceof VerifyError
