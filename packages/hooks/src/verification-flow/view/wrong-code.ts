import type { ErrorDetails } from './error-details.ts'

/** The sentences that make up the message about a wrong code. */
export interface WrongCodeTexts {
  wrong: string
  /** After the first wrong code. */
  check: string
  /** After a second wrong code, or when several codes were sent: it may be an older one. */
  newest: string
  /** How many attempts are left, from 3 down. */
  left: (attempts: number) => string
  /** Between two sentences. @default a space */
  gap?: string
}

/** Puts the message about a wrong code together, in the same way in every language (flow.md E-7, E-13). */
export const wrongCode =
  ({ gap = ' ', ...texts }: WrongCodeTexts) =>
  ({ failedAttempts, codesSent, attemptsLeft }: ErrorDetails): string => {
    const sentences = [
      texts.wrong,
      failedAttempts > 1 || codesSent > 1 ? texts.newest : texts.check,
    ]
    if (attemptsLeft !== undefined && attemptsLeft <= 3) sentences.push(texts.left(attemptsLeft))
    return sentences.join(gap)
  }
