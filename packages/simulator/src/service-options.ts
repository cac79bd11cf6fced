/**
 * What the contract leaves open (verify-api.md 8), as settings. A `ServiceProfile` says which
 * service is simulated; these say how it decides where its documents do not.
 */
export interface ServiceOptions {
  /** Credit taken when a verification completes. @default 0.05 */
  price: number
  /** Credit that starts are paid from (verify-api.md 8, row 29). @default Infinity */
  balance: number
  /** Status of a check of an id that is not active (verify-api.md 8, row 2). @default 400 */
  notActiveStatus: 400 | 404
  /** Status of a cancel that comes too early or too late (verify-api.md 8, row 3). @default 400 */
  notCancellableStatus: 400 | 409
  /** E.164 numbers that are refused as not valid (verify-api.md 8, row 12). @default [] */
  refusedNumbers: readonly string[]
  /** A completed verification frees its number at once (verify-api.md 8, row 19). @default true */
  completionFreesNumber: boolean
  /** Requests in a second before a 429 (verify-api.md 8, row 28). @default Infinity */
  requestsPerSecond: number
  /**
   * Which credentials a request needs (verify-api.md 8, row 26): none, any, or these. A page has
   * none, so a simulator asks for none; the sandbox asks for any. @default 'none'
   */
  credentials: 'none' | 'any' | { username: string; key: string }
}

export const defaultServiceOptions: ServiceOptions = {
  price: 0.05,
  balance: Number.POSITIVE_INFINITY,
  notActiveStatus: 400,
  notCancellableStatus: 400,
  refusedNumbers: [],
  completionFreesNumber: true,
  requestsPerSecond: Number.POSITIVE_INFINITY,
  credentials: 'none',
}
