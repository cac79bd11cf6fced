import type { Clock } from '@phoneproof/client'
import { base64url, SignJWT } from 'jose'
import { e164, longestLifetimeMs, proofType, type ProofClaims } from './proof-claims.ts'
import { checkProofOptions, type ProofOptions } from './proof-options.ts'

/** A number that was verified, as the server's record has it. */
export interface ProvedNumber {
  /** E.164. */
  readonly phone: string
  /** Whose session it was: an opaque tag that says nothing to others. */
  readonly subject: string
  readonly purpose: string
  /** When the right code was accepted, in milliseconds since the epoch. */
  readonly verifiedAt: number
  /** The verification. It does not get into the proof as it is. */
  readonly id: string
}

/** Makes proofs. */
export interface Proofs {
  /**
   * The proof of a verification, to the letter the same each time, so that single use holds however often
   * a page asks. Undefined once its time is over.
   */
  issue(proved: ProvedNumber): Promise<string | undefined>
}

/** Throws when an option cannot work. */
export function createProofs(options: ProofOptions, clock: Clock): Proofs {
  const { issuer, audience, lifetimeMs = longestLifetimeMs } = options
  const { algorithm, keyId, load } = checkProofOptions(options)
  const header = { alg: algorithm, typ: proofType, ...(keyId !== undefined && { kid: keyId }) }
  let key: ReturnType<typeof load> | undefined

  return {
    async issue({ phone, subject, purpose, verifiedAt, id }) {
      if (!e164.test(phone)) throw new Error(notANumber)
      const iat = Math.floor(verifiedAt / 1000)
      const exp = iat + Math.floor(lifetimeMs / 1000)
      if (clock.now() >= exp * 1000) return undefined
      const claims: ProofClaims = {
        iss: issuer,
        aud: audience,
        sub: subject,
        phone_number: phone,
        phone_number_verified: true,
        purpose,
        jti: await tokenIdOf(id),
        iat,
        exp,
      }
      key ??= load()
      return new SignJWT(claims).setProtectedHeader(header).sign(await key)
    },
  }
}

const notANumber =
  '[phoneproof] A proof was asked for something that is not an E.164 number. ' +
  'Others rely on what is signed, so nothing was. Pass the number of the record.'

async function tokenIdOf(id: string): Promise<string> {
  const bytes = new TextEncoder().encode(`phoneproof verification ${id}`)
  return base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}
