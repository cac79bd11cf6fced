/** How the service, the network or a phone differs from the ordinary. */
export interface Behaviour {
  /** Milliseconds before each answer, on the simulator's clock. */
  latencyMs: number
  /** Wrong codes until a verification ends; Infinity for no limit (verify-api.md 8, row 20). */
  maxAttempts: number
  /** How many checks of a verification, from the first, are answered as wrong whatever the code. */
  refusedChecks: number
  /** A verification from elsewhere, a minute old, holds a number at its first start. */
  isPendingElsewhere: boolean
  /** The first start of a number works, and its answer is lost. */
  losesStartAnswer: boolean
  /** The first start of a number is answered with 429. */
  isBusy: boolean
  /** Seconds in the `Retry-After` of a 429; none when undefined. */
  retryAfterS: number | undefined
  /** Everything is answered with 503. */
  isDown: boolean
  /** Text messages arrive. */
  deliversTexts: boolean
  /** A cancel is refused once the code was due a second time (verify-api.md 8, row 21). */
  refusesCancelAfterCall: boolean
  /** A number stays taken this long after a cancel, in milliseconds. */
  busyAfterCancelMs: number
  /** Codes start with a zero (verify-api.md 8, row 9). */
  hasLeadingZero: boolean
}

export const ordinary: Behaviour = {
  latencyMs: 0,
  maxAttempts: Number.POSITIVE_INFINITY,
  refusedChecks: 0,
  isPendingElsewhere: false,
  losesStartAnswer: false,
  isBusy: false,
  retryAfterS: undefined,
  isDown: false,
  deliversTexts: true,
  refusesCancelAfterCall: false,
  busyAfterCancelMs: 0,
  hasLeadingZero: false,
}
