/** The two nouns of a time, each in the form that goes with its count. */
export interface DurationWords {
  minutes: (count: number) => string
  seconds: (count: number) => string
  /** Between the two. @default a space */
  gap?: string
}

/** `4 minutes 20 seconds`, as it stands after "in" or "for", the same in every language. */
export const duration =
  ({ minutes, seconds, gap = ' ' }: DurationWords) =>
  (total: number): string => {
    const rest = total % 60
    const whole = (total - rest) / 60
    if (whole === 0) return seconds(rest)
    return rest === 0 ? minutes(whole) : minutes(whole) + gap + seconds(rest)
  }
