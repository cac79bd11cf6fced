import type { VerifyEvent } from '@phoneproof/server'

/** What happened, in one line of a terminal: no number, code or id is in an event. */
export function eventLine({ name, time, severity, attributes }: VerifyEvent): string {
  const details = Object.entries(attributes).map(([key, value]) => `${key}=${String(value)}`)
  const at = new Date(time).toLocaleTimeString('en-GB')
  return [at, severity.padEnd(5), name, ...details].join(' ')
}
