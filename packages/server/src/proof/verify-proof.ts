import { systemClock, type Clock } from '@phoneproof/client'
import type { CryptoKey, JWK, JWTVerifyGetKey, KeyObject } from 'jose'
import type { Store } from '../stores/store.ts'
import { longestLifetimeMs, toleranceS } from './proof-claims.ts'
import { ProofError } from './proof-error.ts'
import { readProofKey, type ProofKey } from './proof-key.ts'
import { isName } from './proof-options.ts'
import { readToken } from './read-token.ts'
import { refuseOption } from './refuse-option.ts'
import { spendProof } from './spend-proof.ts'

export interface VerifyProofOptions {
  /** Who has to vouch: the `issuer` of the server that makes the proofs. */
  issuer: string
  /** Who you are: the `audience`, or one of them. */
  audience: string
  /** What the number has to be verified for. */
  purpose: string
  /**
   * The secret, the public Ed25519 key (as text, PEM in SPKI), or a function that finds a public key, such as
   * `createRemoteJWKSet(url)` of jose.
   */
  key: string | Uint8Array | CryptoKey | KeyObject | JWK | JWTVerifyGetKey
  /**
   * Remembers which proofs were used: all instances of a service share it. `'none'`: whoever sees a proof can use
   * it again until it expires.
   */
  store: Store | 'none'
  /** @default systemClock */
  clock?: Clock | undefined
}

/** What a proof says. */
export interface PhoneProof {
  /** E.164. */
  phone: string
  /** The session that verified it, as an opaque tag. The same session has the same one. */
  subject: string
  purpose: string
  /** When the right code was accepted, in milliseconds since the epoch. */
  verifiedAt: number
  /** The verification, as an opaque tag. */
  id: string
}

/**
 * Resolves with what a proof says, and uses it up. Rejects with a `ProofError` for anything else, such as a form field
 * that is missing.
 */
export async function verifyProof(
  token: unknown,
  options: VerifyProofOptions,
): Promise<PhoneProof> {
  const { issuer, audience, purpose, store, clock = systemClock } = options
  const key = checkOptions(options)
  const now = clock.now()
  const claims = await readToken(token, key, { issuer, audience, now })
  if (claims.purpose !== purpose) throw new ProofError('purpose')
  const { iss, sub, phone_number: phone, jti, iat } = claims
  if (store !== 'none') {
    // Counted from the beginning: a proof that was made anew, with a later end, is the same proof.
    const forgetAt = iat * 1000 + longestLifetimeMs + toleranceS * 1000
    await spendProof([iss, audience, jti], store, now, forgetAt)
  }
  return { phone, subject: sub, purpose, verifiedAt: iat * 1000, id: jti }
}

/** A check that is left out would let anything pass, so nothing can be left out. */
function checkOptions(options: VerifyProofOptions): ProofKey | JWTVerifyGetKey {
  const { key, store } = options
  for (const name of ['issuer', 'audience', 'purpose'] as const) {
    if (isName(options[name])) continue
    refuseOption(
      `${name} of verifyProof()`,
      'must be a text',
      'A proof for somebody else would pass',
    )
  }
  if (store !== 'none' && typeof store?.commit !== 'function') {
    const why = 'Without one, whoever sees a proof can use it again'
    refuseOption('store of verifyProof()', "must be a store, or 'none'", why)
  }
  return typeof key === 'function' ? key : readProofKey(key, 'public', 'key of verifyProof()')
}
