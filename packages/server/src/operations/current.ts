import { answers } from '../answers.ts'
import {
  acceptedAt,
  asPointer,
  asVerification,
  expiresAt,
  repeatableForMs,
} from '../records/verification.ts'
import { proofOf } from './accept.ts'
import type { Asked, Parts } from './parts.ts'

/** `GET /verify/current`: what this session is verifying, or has just verified. Changes nothing. */
export async function current({ session }: Asked, parts: Parts): Promise<Response> {
  const { records, clock, profile, settings } = parts
  const { purpose, codeLength, limits } = settings
  const [pointer] = await records.read(records.keyOf('current', session.id, purpose))
  const id = asPointer(pointer)?.value.id
  if (id === undefined) return answers.done()
  const [kept] = await records.read(records.keyOf('verification', session.id, id))
  const value = asVerification(kept)?.value
  const now = clock.now()
  if (!value) return answers.done()
  const { phone, state, cancelAt, checks, tellingUntil, verifiedAt } = value
  // For as long as the right code is taken again: its first answer may have been lost.
  const endsAt = verifiedAt === undefined ? expiresAt(value, profile) : verifiedAt + repeatableForMs
  if (now >= endsAt) return answers.done()
  const times = { startedAt: acceptedAt(value), expiresAt: expiresAt(value, profile), now }
  const common = { verifyId: id, phone, codeLength, ...times }
  // While the host does not know of it, the page can only ask again.
  if (state === 'verified' && tellingUntil === undefined) {
    const proof = await proofOf(value, session.id, parts)
    return answers.ok({ ...common, verified: true, ...(proof !== undefined && { proof }) })
  }
  // What will be cancelled is over for the person who has cancelled it.
  const isOpen = state === 'running' || state === 'decoy' || state === 'verified'
  if (!isOpen || cancelAt !== undefined) return answers.done()
  return answers.ok({ ...common, attemptsLeft: limits.attemptsPerVerification - checks })
}
