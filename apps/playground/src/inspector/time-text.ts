/** The time of day to the millisecond, such as `14:03:07.250`. `at` is in milliseconds since the epoch. */
export function timeText(at: number, timeZone?: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
  }).format(at)
}

/** The day in ISO order, such as `2026-11-23`. */
export const dayText = (at: number, timeZone?: string): string =>
  // Swedish writes dates so.
  new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short' }).format(at)

/** How long something took, such as `120 ms`, `10 s` or `1.5 s`. */
export const durationText = (ms: number): string => (ms < 1000 ? `${ms} ms` : `${ms / 1000} s`)
