import type { CountryCode } from 'libphonenumber-js'
import type { ServiceProfile } from '@phoneproof/client'
import type { Kept, RecordWrite } from './records.ts'

/**
 * What is kept of a verification. It stands under its session and its id, so whoever lacks either
 * does not find it.
 */
export interface Verification {
  /** What the page knows it by. Not the id of the service. */
  readonly id: string
  readonly phone: string
  readonly country: CountryCode | undefined
  /** What it was started for. It verifies for nothing else. */
  readonly purpose: string
  /**
   * - `starting`: the service is being asked.
   * - `unanswered`: no answer came, so a code may have been sent.
   * - `running`: a code was sent.
   * - `decoy`: nothing was sent, and no code is right.
   * - `locked`, `ended`, `verified`: over.
   */
  readonly state: 'starting' | 'unanswered' | 'running' | 'decoy' | 'locked' | 'ended' | 'verified'
  /** Before the service was first asked, in ms since the epoch: from here on the code is valid. */
  readonly startedAt: number
  /** When the service was asked last. */
  readonly askedAt: number
  /** When it answered: from here on it counts until it lets a verification be cancelled. */
  readonly answeredAt?: number | undefined
  /** The id of the service. */
  readonly serviceId?: string | undefined
  /** Codes that were asked about. */
  readonly checks: number
  /** Until then a check is under way. */
  readonly checkingUntil?: number | undefined
  /** When it will be cancelled, as was promised. */
  readonly cancelAt?: number | undefined
  /** How often the service has refused that. */
  readonly refusals?: number
  /** A keyed tag of the right code, once it was entered. */
  readonly codeTag?: string
  readonly verifiedAt?: number
  /** Until then somebody is telling the host that the number is verified. Undefined once it knows. */
  readonly tellingUntil?: number | undefined
}

/** Which session is verifying a number: for as long as the service would refuse a second start. */
export interface NumberLock {
  readonly session: string
  readonly id: string
  readonly startedAt: number
}

/** A verification that a session has started last, or with an `Idempotency-Key`. */
export interface Pointer {
  readonly id: string
}

/** The fact that a session has verified a number, for one purpose. */
export interface VerifiedFact {
  readonly id: string
  readonly phone: string
  readonly verifiedAt: number
}

/** How long the right code is taken again after the first time, whose answer may have been lost. */
export const repeatableForMs: number = 5 * 60_000

/**
 * For how long a verification is kept: longer than its code is valid, because the service decides when that is over and
 * not our clock.
 */
const keptForMs = ({ codeValidForMs }: ServiceProfile): number =>
  codeValidForMs + repeatableForMs + 60_000

/** Writes a verification. What was promised stays due. */
export const writeOf = (
  key: string,
  value: Verification,
  profile: ServiceProfile,
  over?: Kept<Verification> | null,
): RecordWrite => ({ key, value, ttlMs: keptForMs(profile), over, dueAt: value.cancelAt })

export const expiresAt = (
  { startedAt }: Verification,
  { codeValidForMs }: ServiceProfile,
): number => startedAt + codeValidForMs

/**
 * When the service has accepted it, at the latest. What counts from there, such as the cancel window, is
 * not over too early, neither here nor in the page.
 */
export const acceptedAt = ({ startedAt, answeredAt = startedAt }: Verification): number =>
  answeredAt

/** From when on the service lets it be cancelled. */
export const cancellableAt = (
  verification: Verification,
  { cancelAllowedAfterMs }: ServiceProfile,
): number => acceptedAt(verification) + cancelAllowedAfterMs

// SAFETY of the assertions below: each kind of key is written by one operation, with this type.
export const asVerification = (kept: Kept<object> | undefined): Kept<Verification> | undefined =>
  kept as Kept<Verification> | undefined
export const asNumberLock = (kept: Kept<object> | undefined): Kept<NumberLock> | undefined =>
  kept as Kept<NumberLock> | undefined
export const asPointer = (kept: Kept<object> | undefined): Kept<Pointer> | undefined =>
  kept as Kept<Pointer> | undefined
export const asFact = (kept: Kept<object> | undefined): Kept<VerifiedFact> | undefined =>
  kept as Kept<VerifiedFact> | undefined
