import type { Reservation, Write } from '@phoneproof/server'

/** When tests of stores begin, in milliseconds since the epoch. */
export const startsAt: number = Date.UTC(2026, 10, 23, 9, 41)

const minute = 60_000

export const some = (key: string, more: Partial<Reservation> = {}): Reservation => ({
  key,
  amount: 1,
  max: 5,
  windowMs: minute,
  ...more,
})

export const put = (key: string, value: string | undefined, more: Partial<Write> = {}): Write => ({
  key,
  value,
  ttlMs: minute,
  ...more,
})
