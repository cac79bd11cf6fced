import type { CryptoKey, JWK, KeyObject } from 'jose'

/** How proofs are signed. */
export interface ProofOptions {
  /** Who vouches: the `iss` of the token, such as `https://app.example`. */
  issuer: string
  /** Who may rely on it: the `aud` of the token. */
  audience: string | string[]
  /** A secret of 32 bytes or more (HS256), or a private key (EdDSA). */
  key: string | Uint8Array | CryptoKey | KeyObject | JWK
  /** Milliseconds, at most 600000. @default 600000 */
  lifetimeMs?: number | undefined
}
