import type { Attempt } from './verification.state.ts'

/**
 * A random id in UUID form. `crypto.randomUUID` is missing on pages without https, where demos
 * on a local network run; `getRandomValues` is not.
 */
export function newAttemptId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
  ]
  return [...groups, hex.slice(20)].join('-')
}

/** The idempotency key of an attempt: its id, with another end for each key that is used up. */
export function keyOf({ attemptId, keysUsed = 0 }: Attempt): string {
  if (keysUsed === 0) return attemptId
  const last = Number.parseInt(attemptId.slice(-2), 16)
  return attemptId.slice(0, -2) + ((last ^ keysUsed) & 0xff).toString(16).padStart(2, '0')
}
