import type { ServiceProfile } from './service-profile.ts'

/** Times by the backend's clock, in milliseconds since the epoch. */
export interface ServerTime {
  /** When the service accepted the start request. */
  startedAt: number
  /** When the code ends, if the backend says so itself. */
  expiresAt?: number | undefined
  /** When the backend wrote this answer. The difference to our own clock is the offset. */
  now: number
}

/**
 * Reads `startedAt`, `expiresAt` and `now` (milliseconds, or ISO 8601). `now` with either of the
 * others, or nothing.
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
