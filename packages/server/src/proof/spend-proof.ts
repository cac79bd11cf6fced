import { base64url } from 'jose'
import type { Outcome, Store } from '../stores/store.ts'
import { ProofError } from './proof-error.ts'

/**
 * Writes down that a proof was used. Rejects when it was before, and also when nobody can say. Two issuers may give the
 * same id, and a proof for two services can be used once by each.
 */
export async function spendProof(
  identity: readonly string[],
  store: Store,
  now: number,
  forgetAt: number,
): Promise<void> {
  const bytes = new TextEncoder().encode(JSON.stringify(identity))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const key = `proof:${base64url.encode(digest)}`
  const ttlMs = forgetAt - now + marginMs
  let outcome: Outcome
  try {
    outcome = await store.commit({ writes: [{ key, value: 'used', expected: null, ttlMs }] }, now)
  } catch (cause) {
    throw new ProofError('unavailable', { cause })
  }
  if (!outcome.done) throw new ProofError('used')
}

/** A store may go by a clock of its own. */
const marginMs = 60_000
