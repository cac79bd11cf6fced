import type { ServiceProfile } from './service-profile.ts'

/** Times by the backend's clock, in milliseconds since the epoch. */
export interface ServerTime {
  /** When the service accepted the start request. */
  startedAt: number
  /** When the code expires, if the backend says so. */
  expiresAt?: number | undefined
  /** When the backend wrote this answer. Its difference to our clock is the clock offset. */
  now: number
}

/**
 * Reads `now`, `startedAt` and `expiresAt`, in milliseconds or ISO 8601 (verify-api.md 16).
 * Undefined unless `now` comes with at least one of the others.
 */
export function serverTimeFrom(
  reply: Record<string, unknown>,
  { codeValidForMs }: ServiceProfile,
): ServerTime | undefined {
  const expiresAt = instantFrom(reply['expiresAt'])
  const startedAt =
    instantFrom(reply['startedAt']) ??
    (expiresAt === undefined ? undefined : expiresAt - codeValidForMs)
  const now = instantFrom(reply['now'])
  return startedAt === undefined || now === undefined ? undefined : { startedAt, expiresAt, now }
}

function instantFrom(value: unknown): number | undefined {
  const instant = typeof value === 'string' ? Date.parse(value) : value
  return typeof instant === 'number' && Number.isFinite(instant) ? instant : undefined
}
