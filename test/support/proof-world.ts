import { createHmac, generateKeyPairSync } from 'node:crypto'
import type { JWTPayload } from 'jose'

/** A pair of Ed25519 keys, as PEM. */
export function keyPair(): { privateKey: string; publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }) as string,
  }
}

export const secret = 'a secret of the tests, with more than 32 bytes'
export const issuer = 'https://app.example'
export const audience = 'https://orders.example'
export const purpose = 'sign-up'

export const T0 = 1_795_426_860_000

/** What a record says of a number that was verified a moment ago. */
export const proved = {
  phone: '+447860021130',
  subject: 'session-7',
  purpose,
  verifiedAt: T0,
  id: '123e4567-e89b-12d3-a456-426655440000',
}

export const claims: JWTPayload = {
  iss: issuer,
  aud: audience,
  sub: 'session-7',
  phone_number: '+447860021130',
  phone_number_verified: true,
  purpose,
  jti: 'verification-1',
  iat: T0 / 1000,
  exp: T0 / 1000 + 600,
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A token of any header and payload, which no library would make. */
export function token(header: object, payload: object, key: string = secret): string {
  const input = `${part(header)}.${part(payload)}`
  return `${input}.${createHmac('sha256', key).update(input).digest('base64url')}`
}

/** A proof with the right secret, in which something else may be wrong. */
export const proofWith = (given: object = {}, header: object = {}): string =>
  token({ alg: 'HS256', typ: 'phone-proof+jwt', ...header }, { ...claims, ...given })
