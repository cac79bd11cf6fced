/** How the service, the network or a phone departs from the ordinary. */
export interface Behaviour {
  /** Milliseconds before each answer, on the simulator's clock. */
  latencyMs: number
  /** Wrong codes until a verification ends; Infinity for no limit (section 8, row 20). */
  maxAttempts: number
  /** The first checks of a verification that are answered as wrong, whatever the code. */
  refusedChecks: number
  /** A verification started elsewhere a minute ago holds the number when it is first asked for. */
  isPendingElsewhere: boolean
  /** The service carries out the first start of a number, and its answer is lost. */
  losesStartAnswer: boolean
  /** The first start of a number is answered with 429. */
  isBusy: boolean
  /** Seconds in the `Retry-After` of a 429; none when undefined. */
  retryAfterS: number | undefined
  /** Everything is answered with 503. */
  isDown: boolean
  /** Text messages arrive. */
  deliversTexts: boolean
  /** A cancel is refused once a follow-up, mostly a call, was due, as upstream (section 8, row 21). */
  refusesCancelAfterCall: boolean
  /** A number stays taken this long after a cancel, in milliseconds. */
  busyAfterCancelMs: number
  /** Codes start with a zero (section 8, row 9). */
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
