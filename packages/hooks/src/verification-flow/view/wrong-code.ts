import type { ErrorDetails } from './error-details.ts'

/** The sentences of which the message about a wrong code is made. */
export interface WrongCodeTexts {
  wrong: string
  /** After the first wrong code. */
  check: string
  /** After a second one, or a second message: the code may be of an older one. */
  newest: string
  /** How many attempts are left, from 3 down. */
  left: (attempts: number) => string
  /** Between two sentences. @default a space */
  gap?: string
}

/** Puts the message about a wrong code together, the same in every language (flow.md E-7, E-13). */
export const wrongCode =
  ({ gap = ' ', ...words }: WrongCodeTexts) =>
  ({ failedAttempts, codesSent, attemptsLeft }: ErrorDetails): string => {
    const sentences = [
      words.wrong,
      failedAttempts > 1 || codesSent > 1 ? words.newest : words.check,
    ]
    if (attemptsLeft !== undefined && attemptsLeft <= 3) sentences.push(words.left(attemptsLeft))
    return sentences.join(gap)
  }
