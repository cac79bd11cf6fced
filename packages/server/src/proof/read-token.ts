import { errors, jwtVerify } from 'jose'
import type { JWTPayload, JWTVerifyGetKey } from 'jose'
import { e164, longestLifetimeMs, proofType, toleranceS, type ProofClaims } from './proof-claims.ts'
import { ProofError, type ProofErrorReason } from './proof-error.ts'
import type { ProofKey } from './proof-key.ts'

interface Expected {
  issuer: string
  audience: string
  /** Milliseconds since the epoch. */
  now: number
}

/** A proof has some 700 characters. */
const longestToken = 8192

/** The claims of a token that is a proof, and is valid now. Rejects with a `ProofError` for any other. */
export async function readToken(
  token: unknown,
  key: ProofKey | JWTVerifyGetKey,
  { issuer, audience, now }: Expected,
): Promise<ProofClaims> {
  if (typeof token !== 'string' || token.length > longestToken) throw new ProofError('malformed')
  const isFound = typeof key === 'function'
  const options = {
    // Where keys are published they are public, so a token signed with one as a secret is a forgery.
    algorithms: [isFound ? 'EdDSA' : key.algorithm],
    typ: proofType,
    issuer,
    audience,
    currentDate: new Date(now),
    clockTolerance: toleranceS,
    maxTokenAge: longestLifetimeMs / 1000,
  }
  let payload: JWTPayload
  try {
    payload = (await jwtVerify(token, isFound ? finding(key) : await key.load(), options)).payload
  } catch (error) {
    // Not as its cause: that holds the claims, and so the number.
    if (error instanceof errors.JOSEError) throw new ProofError(reasonOf(error))
    throw error
  }
  if (!isProof(payload)) throw new ProofError('malformed')
  if ((payload.exp - payload.iat) * 1000 > longestLifetimeMs) throw new ProofError('lifetime')
  return payload
}

const finding =
  (find: JWTVerifyGetKey): JWTVerifyGetKey =>
  async (header, token) => {
    try {
      return await find(header, token)
    } catch (cause) {
      if (cause instanceof errors.JWKSNoMatchingKey) throw new ProofError('signature')
      throw new ProofError('unavailable', { cause })
    }
  }

const reasonsOfClaims: Readonly<Record<string, ProofErrorReason>> = {
  typ: 'type',
  iss: 'issuer',
  aud: 'audience',
  iat: 'notYetValid',
  nbf: 'notYetValid',
}

function reasonOf(error: InstanceType<typeof errors.JOSEError>): ProofErrorReason {
  if (error instanceof errors.JWTExpired) return 'expired'
  if (error instanceof errors.JOSEAlgNotAllowed) return 'algorithm'
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature'
  const isClaim =
    error instanceof errors.JWTClaimValidationFailed && error.reason === 'check_failed'
  return (isClaim && reasonsOfClaims[error.claim]) || 'malformed'
}

function isProof(payload: JWTPayload): payload is ProofClaims {
  const { sub, jti, iat, exp, phone_number: phone, purpose } = payload
  return (
    [sub, jti, purpose].every((each) => typeof each === 'string' && each !== '') &&
    Number.isInteger(iat) &&
    Number.isInteger(exp) &&
    typeof phone === 'string' &&
    e164.test(phone) &&
    payload['phone_number_verified'] === true
  )
}
