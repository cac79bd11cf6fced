/** What an error message can mention. */
export interface ErrorDetails {
  codeLength: number
  /** Wrong codes so far. */
  failedAttempts: number
  /** Codes sent so far. With more than one, the person may be reading an older message. */
  codesSent: number
  attemptsLeft: number | undefined
}
