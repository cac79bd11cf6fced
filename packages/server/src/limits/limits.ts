/**
 * At most `max` in a window of `windowMs` milliseconds, which begins with the first. Around the edge of two
 * windows there can be twice as many.
 */
export interface Limit {
  max: number
  windowMs: number
}

/** What is counted, and how much of it is allowed. */
export interface Limits {
  /** Wrong codes until a verification ends. */
  attemptsPerVerification: number
  /** Wrong codes for a number, across new codes. */
  attemptsPerNumber: readonly Limit[]
  startsPerNumber: readonly Limit[]
  /** An IPv6 address counts as its /64 network. */
  startsPerAddress: readonly Limit[]
  startsPerSession: readonly Limit[]
  startsPerAccount: readonly Limit[]
  /**
   * Starts in a range of neighbouring numbers that were not followed by a right code. What is over
   * it is suspicious.
   */
  unverifiedPerRange: readonly Limit[]
  /** The same for a country. */
  unverifiedPerCountry: readonly Limit[]
  /** Money per day, in the currency of the prices that the service answers. */
  spendPerDay: number
  /** The part of it that one country can use. */
  spendPerCountryPerDay: number
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** What a server allows unless told otherwise (flow.md SEC-6). */
export const defaultLimits: Limits = {
  attemptsPerVerification: 5,
  attemptsPerNumber: [{ max: 10, windowMs: hour }],
  startsPerNumber: [
    { max: 3, windowMs: 15 * minute },
    { max: 10, windowMs: day },
  ],
  startsPerAddress: [{ max: 5, windowMs: 10 * minute }],
  startsPerSession: [{ max: 10, windowMs: day }],
  startsPerAccount: [{ max: 2000, windowMs: day }],
  unverifiedPerRange: [{ max: 10, windowMs: hour }],
  unverifiedPerCountry: [{ max: 200, windowMs: hour }],
  spendPerDay: 100,
  spendPerCountryPerDay: 50,
}
