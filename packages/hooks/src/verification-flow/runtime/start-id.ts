import { safely } from '../../lib/safely.ts'
import type { Start } from '../machine/flow-state.ts'

/**
 * A random id in the form of a UUID. Pages without https, such as demos on a local network, have no
 * `crypto.randomUUID`, but they have `getRandomValues`.
 */
export function newStartId(): string {
  // It has to be unique. It need not be secret.
  const digits =
    safely(() => Array.from(crypto.getRandomValues(new Uint8Array(30)))) ??
    // oxlint-disable-next-line no-restricted-properties -- where there is no better chance
    Array.from({ length: 30 }, () => Math.random() * 16)
  let next = 0
  return 'xxxxxxxx-xxxx-4xxx-axxx-xxxxxxxxxxxx'.replaceAll('x', () =>
    ((digits[next++] ?? 0) & 15).toString(16),
  )
}

/** The idempotency key of a start: its id, with another ending for each key that is used up. */
export function idempotencyKeyOf({ startId, keysUsed = 0 }: Start): string {
  if (keysUsed === 0) return startId
  const last = Number.parseInt(startId.slice(-2), 16)
  return startId.slice(0, -2) + ((last ^ keysUsed) & 0xff).toString(16).padStart(2, '0')
}
