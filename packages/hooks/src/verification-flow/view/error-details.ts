/** What an error message can mention. */
export interface ErrorDetails {
  codeLength: number
  /** Wrong codes so far. */
  failedAttempts: number
  /** Codes sent so far: with more than one, an older message may be at hand. */
  codesSent: number
  attemptsLeft: number | undefined
}
