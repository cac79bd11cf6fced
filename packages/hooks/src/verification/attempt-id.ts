import { safely } from '../lib/safely.ts'
import type { Attempt } from './verification.state.ts'

/**
 * A random id in UUID form. `crypto.randomUUID` is missing on pages without https, where demos
 * on a local network run; `getRandomValues` is not.
 */
export function newAttemptId(): string {
  // It has to be nobody else's, not a secret.
  const digits =
    safely(() => Array.from(crypto.getRandomValues(new Uint8Array(30)))) ??
    // oxlint-disable-next-line no-restricted-properties -- where there is no better chance
    Array.from({ length: 30 }, () => Math.random() * 16)
  let next = 0
  return 'xxxxxxxx-xxxx-4xxx-axxx-xxxxxxxxxxxx'.replaceAll('x', () =>
    ((digits[next++] ?? 0) & 15).toString(16),
  )
}

/** The idempotency key of an attempt: its id, with another end for each key that is used up. */
export function keyOf({ attemptId, keysUsed = 0 }: Attempt): string {
  if (keysUsed === 0) return attemptId
  const last = Number.parseInt(attemptId.slice(-2), 16)
  return attemptId.slice(0, -2) + ((last ^ keysUsed) & 0xff).toString(16).padStart(2, '0')
}
