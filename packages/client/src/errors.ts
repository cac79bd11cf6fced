/** The three calls of the service, and the optional one of a backend of your own. */
export type Operation = 'start' | 'check' | 'cancel' | 'resume'

/**
 * What a failure means, whatever it looked like on the wire.
 *
 * - `invalidPhone`: the service refuses this number.
 * - `invalidRequest`: another start argument is refused; an integration mistake.
 * - `active`: a verification of this number is already running (409).
 * - `wrongCode`: not the code; the verification goes on.
 * - `notActive`: the verification is unknown, expired, completed or cancelled.
 * - `locked`: too many wrong codes; this verification is over.
 * - `notCancellable`: it cannot be cancelled now (too early, or too late).
 * - `rateLimited`: the service is too busy; `retryAt` says when to come back, if it said so.
 * - `limitReached`: your own backend's limit for this number or person; `retryAt` likewise.
 * - `unavailable`: refused for reasons a person cannot mend (credentials, credit, a wrong URL).
 * - `uncertain`: no usable answer came; the request may or may not have been carried out.
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
  /** HTTP status, when an answer came. */
  status?: number | undefined
  /** Messages of the service by request member. For logs, not for people. */
  fields?: Readonly<Record<string, readonly string[]>> | undefined
  /** Messages of the service about the request as a whole. */
  common?: readonly string[] | undefined
  /** The service's own `message`. For logs, not for people. */
  serviceMessage?: string | undefined
  /** When the request may be repeated, in milliseconds since the epoch by the client's clock. */
  retryAt?: number | undefined
  /** Wrong codes still allowed, when the backend says so. */
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

/** The service answered with a failure, or with something that cannot be understood. */
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

  /** `shown` is the received value as it may stand in a log. */
  constructor(operation: string, argument: string, rule: string, shown: string) {
    super(
      `[phoneproof] ${operation}() was called with ${argument}: ${shown}. ` +
        `That cannot work, so nothing was sent. ${argument} ${rule}.`,
    )
    this.argument = argument
  }
}

export const isVerifyError = (error: unknown): error is VerifyError => error instanceof VerifyError
