import type { JWTPayload } from 'jose'

/** The `typ` of the header, so that no other token of the same key passes for a proof. */
export const proofType = 'phone-proof+jwt'

/** Milliseconds for which a proof can be used at most. */
export const longestLifetimeMs = 600_000

/** Clocks of two servers may be so many seconds apart. */
export const toleranceS = 5

/** What a proof says: the payload of the token. Instants are in seconds since the epoch. */
export interface ProofClaims extends JWTPayload {
  iss: string
  aud: string | string[]
  /** The session, as an opaque tag. */
  sub: string
  /** E.164. */
  phone_number: string
  phone_number_verified: true
  purpose: string
  /** One for each verification. */
  jti: string
  /** When the right code was accepted. */
  iat: number
  exp: number
}

export const e164: RegExp = /^\+[1-9]\d{6,14}$/
