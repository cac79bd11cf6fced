/** Times by the backend's clock, in milliseconds since the epoch. */
export interface ServerTime {
  /** When the service accepted the start request. */
  startedAt: number
  /** When the backend wrote this answer. The difference to our own clock is the offset. */
  now: number
}

/** Reads `startedAt` and `now` (milliseconds, or ISO 8601). Both or nothing. */
export function serverTimeFrom(reply: Record<string, unknown>): ServerTime | undefined {
  const startedAt = instantFrom(reply['startedAt'])
  const now = instantFrom(reply['now'])
  return startedAt === undefined || now === undefined ? undefined : { startedAt, now }
}

function instantFrom(value: unknown): number | undefined {
  const instant = typeof value === 'string' ? Date.parse(value) : value
  return typeof instant === 'number' && Number.isFinite(instant) ? instant : undefined
}
