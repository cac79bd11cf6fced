import type { ServiceProfile } from '@phoneproof/client'
import type { SimulatedVerification } from '../verification.ts'

type Validity = Pick<ServiceProfile, 'codeValidForMs'>

/** The instant at which the code is no longer valid (verify-api.md 7). */
export const expiresAt = (
  { startedAt }: SimulatedVerification,
  { codeValidForMs }: Validity,
): number => startedAt + codeValidForMs

export const isPending = (
  verification: SimulatedVerification,
  now: number,
  service: Validity,
): boolean => verification.state === 'pending' && now < expiresAt(verification, service)

/**
 * A finished verification is kept for as long as a code is valid. After that its id is unknown,
 * which is answered the same.
 */
export const isForgettable = (
  { endedAt }: SimulatedVerification,
  now: number,
  { codeValidForMs }: Validity,
): boolean => endedAt !== undefined && endedAt + codeValidForMs <= now

/** Whether a second start of the number is a 409 (verify-api.md 7; verify-api.md 8, row 19). */
export function holdsNumber(
  verification: SimulatedVerification,
  now: number,
  service: Validity,
  {
    completionFreesNumber,
    busyAfterCancelMs,
  }: { completionFreesNumber: boolean; busyAfterCancelMs: number },
): boolean {
  if (isPending(verification, now, service)) return true
  const { state, endedAt = 0 } = verification
  if (state === 'cancelled') return now < endedAt + busyAfterCancelMs
  return state === 'completed' && !completionFreesNumber && now < expiresAt(verification, service)
}
