import { exportJWK } from 'jose'
import type { JWK } from 'jose'
import { checkProofOptions, type ProofOptions } from './proof-options.ts'
import { refuseOption } from './refuse-option.ts'

/**
 * The public half of the key, to publish at an address that `createRemoteJWKSet` of jose reads. Give the key a `kid` if
 * you will ever replace it. Rejects for a secret, and for a `CryptoKey` that is not extractable.
 */
export async function publicJwks(options: ProofOptions): Promise<{ keys: JWK[] }> {
  const { algorithm, keyId, load } = checkProofOptions(options)
  if (algorithm !== 'EdDSA') {
    refuseOption('proof.key', 'must be a private Ed25519 key', 'A secret has no half to publish')
  }
  const { kty, crv, x } = await exportJWK(await load(true))
  // Named one by one: the private half is a member as well.
  const shown = {
    kty,
    crv,
    x,
    alg: algorithm,
    use: 'sig',
    ...(keyId !== undefined && { kid: keyId }),
  }
  // SAFETY: what jose gives for such a key.
  return { keys: [shown as JWK] }
}
