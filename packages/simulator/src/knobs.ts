/** What the documents leave open (verify-api.md section 8), as settings. */
export interface Knobs {
  /** Credit taken when a verification completes. @default 0.05 */
  price: number
  /** Credit of the account; a start it cannot pay is refused (row 29). @default Infinity */
  balance: number
  /** Status of a check of a dead id (row 2). @default 400 */
  notActiveStatus: 400 | 404
  /** Status of a cancel before 30 s, or too late (row 3). @default 400 */
  notCancellableStatus: 400 | 409
  /** E.164 numbers that are refused as not valid (row 12). @default [] */
  refusedNumbers: readonly string[]
  /** A completed verification frees its number at once (row 19). @default true */
  completionFreesNumber: boolean
  /** Requests a second and account until 429; Infinity for no limit (row 28). @default Infinity */
  requestsPerSecond: number
  /**
   * Who may come in (row 26): everybody, whoever brings some credentials, or whoever brings these.
   * A page has none, so a simulator asks for `none`, and the sandbox for `any`. @default 'none'
   */
  credentials: 'none' | 'any' | { username: string; key: string }
}

export const defaultKnobs: Knobs = {
  price: 0.05,
  balance: Number.POSITIVE_INFINITY,
  notActiveStatus: 400,
  notCancellableStatus: 400,
  refusedNumbers: [],
  completionFreesNumber: true,
  requestsPerSecond: Number.POSITIVE_INFINITY,
  credentials: 'none',
}
