import type { VerifyEvent } from './events.ts'

/** An event as one line of a log that a person reads: `09:41:07 info  verify.start outcome=sent country=GB`. */
export function eventLine({ name, time, severity, attributes }: VerifyEvent): string {
  const details = Object.entries(attributes).map(([key, value]) => `${key}=${String(value)}`)
  const at = new Date(time).toISOString().slice(11, 19)
  return [at, severity.padEnd(5), name, ...details].join(' ')
}
