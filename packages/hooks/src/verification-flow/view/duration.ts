/** The units of a time, each in the form that goes with its count. */
export interface DurationTexts {
  days: (count: number) => string
  hours: (count: number) => string
  minutes: (count: number) => string
  seconds: (count: number) => string
  /** Between two of them. @default a space */
  gap?: string
}

const secondsIn = { days: 86_400, hours: 3_600, minutes: 60, seconds: 1 } as const
const units = Object.keys(secondsIn) as (keyof typeof secondsIn)[]

const upTo = (seconds: number, unit: keyof typeof secondsIn): number =>
  Math.ceil(seconds / secondsIn[unit]) * secondsIn[unit]

/**
 * `4 minutes 20 seconds`, `1 hour 59 minutes`, `2 days 3 hours`: the two largest units, in the form that
 * follows "in" or "for". It is rounded up, so that nobody waits too short.
 */
export const duration =
  ({ gap = ' ', ...texts }: DurationTexts) =>
  (total: number): string => {
    let rest = total < secondsIn.hours ? total : upTo(total, 'minutes')
    if (rest >= secondsIn.days) rest = upTo(rest, 'hours')
    const parts: string[] = []
    for (const unit of units) {
      const count = Math.floor(rest / secondsIn[unit])
      rest %= secondsIn[unit]
      if (count > 0) parts.push(texts[unit](count))
    }
    return parts.join(gap) || texts.seconds(0)
  }
