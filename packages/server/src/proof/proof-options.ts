import type { CryptoKey, JWK, KeyObject } from 'jose'
import { longestLifetimeMs } from './proof-claims.ts'
import { readProofKey, type ProofKey } from './proof-key.ts'
import { refuseOption } from './refuse-option.ts'

/** How proofs are signed. */
export interface ProofOptions {
  /** Who vouches: the `iss` of the token, such as `https://app.example`. */
  issuer: string
  /** Who may rely on it: the `aud` of the token. */
  audience: string | string[]
  /**
   * A secret of 32 bytes or more (HS256), or a private Ed25519 key (EdDSA): as text, PEM in PKCS #8.
   * The `kid` of a JWK goes into the header.
   */
  key: string | Uint8Array | CryptoKey | KeyObject | JWK
  /** Milliseconds from the right code on, at most 600000. @default 600000 */
  lifetimeMs?: number | undefined
}

/** The key of these options. Throws when one of them cannot work, by its name. */
export function checkProofOptions(options: ProofOptions): ProofKey {
  const { issuer, audience, key, lifetimeMs = longestLifetimeMs } = options
  if (!isName(issuer)) {
    refuseOption('proof.issuer', 'must be a text', 'Whoever relies on a proof asks who vouches')
  }
  const audiences = Array.isArray(audience) ? audience : [audience]
  if (audiences.length === 0 || !audiences.every(isName)) {
    const why = 'A proof that names nobody could be used anywhere'
    refuseOption('proof.audience', 'must be a text, or an array with one or more', why)
  }
  // Instants of a JWT are whole seconds.
  if (!(lifetimeMs >= 1000 && lifetimeMs <= longestLifetimeMs)) {
    const why = 'A number changes hands, and a token that leaks can be used for as long as it lives'
    refuseOption('proof.lifetimeMs', `must be from 1000 to ${longestLifetimeMs}`, why)
  }
  return readProofKey(key, 'private', 'proof.key')
}

export const isName = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== ''
