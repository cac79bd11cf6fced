import { codeValidForMs } from '@phoneproof/client'
import type { SimulatedVerification } from '../verification.ts'

/** A finished verification is forgotten after this long; its id then answers as before. */
const keptAfterEndMs = codeValidForMs

/** The code is dead at exactly 300 seconds (section 7). */
export const expiresAt = ({ startedAt }: SimulatedVerification): number =>
  startedAt + codeValidForMs

export const isPending = (verification: SimulatedVerification, now: number): boolean =>
  verification.state === 'pending' && now < expiresAt(verification)

export const isForgettable = ({ endedAt }: SimulatedVerification, now: number): boolean =>
  endedAt !== undefined && endedAt + keptAfterEndMs <= now

/** Whether a second start of the number is a 409 (section 7; section 8, row 19). */
export function holdsNumber(
  verification: SimulatedVerification,
  now: number,
  {
    completionFreesNumber,
    busyAfterCancelMs,
  }: { completionFreesNumber: boolean; busyAfterCancelMs: number },
): boolean {
  if (isPending(verification, now)) return true
  const { state, endedAt = 0 } = verification
  if (state === 'cancelled') return now < endedAt + busyAfterCancelMs
  return state === 'completed' && !completionFreesNumber && now < expiresAt(verification)
}
