import {
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  generateKeyPairSync,
} from 'node:crypto'
import { createManualClock } from '@phoneproof/simulator'
import { createLocalJWKSet, importPKCS8, importSPKI } from 'jose'
import { expect, test } from 'vitest'
import {
  audience,
  issuer,
  keyPair,
  proved,
  purpose,
  secret,
  T0,
} from '../../../../test/support/proof-world.ts'
import { createProofs } from './issue-proof.ts'
import { publicJwks, verifyProof, type ProofOptions, type VerifyProofOptions } from './index.ts'

type Key = ProofOptions['key']
type VerifyingKey = VerifyProofOptions['key']

const bytes = new TextEncoder().encode(secret)
const { privateKey: pem, publicKey: publicPem } = keyPair()
const jwkOf = (text: string, isPrivate: boolean): Key =>
  (isPrivate ? createPrivateKey(text) : createPublicKey(text)).export({ format: 'jwk' }) as Key
const hmac = (name: string, key: Uint8Array<ArrayBuffer> = bytes) =>
  crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: name }, false, ['sign', 'verify'])
const secretJwk: Key = { kty: 'oct', k: Buffer.from(secret).toString('base64url') }

async function roundTrip(key: Key, verifyingKey: VerifyingKey): Promise<string> {
  const clock = createManualClock(T0)
  const proof = await createProofs({ issuer, audience, key }, clock).issue(proved)
  const expected = { issuer, audience, purpose, key: verifyingKey, store: 'none', clock } as const
  return (await verifyProof(proof, expected)).phone
}

test.each<[string, () => unknown]>([
  ['a text', () => secret],
  ['bytes', () => bytes],
  ['a JWK', () => secretJwk],
  ['a JWK for HS256', () => ({ ...(secretJwk as object), alg: 'HS256', use: 'sig' })],
  ['a KeyObject', () => createSecretKey(bytes)],
  ['a CryptoKey', () => hmac('SHA-256')],
])('takes a secret as %s, on both sides', async (_what, make) => {
  const key = (await make()) as Key
  await expect(roundTrip(key, secret)).resolves.toBe(proved.phone)
  await expect(roundTrip(secret, key)).resolves.toBe(proved.phone)
})

test.each<[string, () => unknown]>([
  ['PEM', () => pem],
  ['PEM in one line of an environment', () => pem.trim().replaceAll('\n', String.raw`\n`)],
  ['a JWK', () => jwkOf(pem, true)],
  ['a JWK that names its use', () => ({ ...(jwkOf(pem, true) as object), alg: 'Ed25519' })],
  ['a KeyObject', () => createPrivateKey(pem)],
  ['a CryptoKey', () => importPKCS8(pem, 'EdDSA')],
])('takes a private key as %s', async (_what, make) => {
  await expect(roundTrip((await make()) as Key, publicPem)).resolves.toBe(proved.phone)
})

test.each<[string, () => unknown]>([
  ['PEM', () => publicPem],
  ['a JWK', () => jwkOf(publicPem, false)],
  ['a KeyObject', () => createPublicKey(pem)],
  ['a CryptoKey', () => importSPKI(publicPem, 'EdDSA')],
  ['a function', () => async () => importSPKI(publicPem, 'EdDSA')],
])('takes a public key as %s', async (_what, make) => {
  await expect(roundTrip(pem, (await make()) as VerifyingKey)).resolves.toBe(proved.phone)
})

const pemOf = (type: 'rsa' | 'ec' | 'ed448', half: 'privateKey' | 'publicKey'): string => {
  const pair =
    type === 'rsa'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : type === 'ec'
        ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
        : generateKeyPairSync('ed448')
  const form = half === 'privateKey' ? 'pkcs8' : 'spki'
  return pair[half].export({ type: form as 'pkcs8', format: 'pem' }) as string
}

/** Never a private key where proofs are read, nor a public one where they are signed. */
const foreign: [string, () => unknown][] = [
  ['a number', () => 7],
  ['nothing', () => null],
  ['an empty object', () => ({})],
  ['a secret of 31 bytes', () => 'x'.repeat(31)],
  ['31 bytes', () => new Uint8Array(31)],
  ['a JWK with a short secret', () => ({ kty: 'oct', k: 'c2hvcnQ' })],
  ['a JWK that is no base64url', () => ({ kty: 'oct', k: '=='.repeat(40) })],
  ['a JWK for another algorithm', () => ({ ...(secretJwk as object), alg: 'HS512' })],
  ['a JWK for encryption', () => ({ ...(secretJwk as object), use: 'enc' })],
  ['a short KeyObject', () => createSecretKey(bytes.slice(0, 31))],
  ['a CryptoKey of another hash', () => hmac('SHA-512')],
  ['a short CryptoKey', () => hmac('SHA-256', bytes.slice(0, 31))],
  ['PEM that is cut', () => pem.slice(0, 60)],
  ['PEM of nothing', () => '-----BEGIN PRIVATE KEY-----\n!\n-----END PRIVATE KEY-----'],
  ['RSA', () => pemOf('rsa', 'privateKey')],
  ['P-256', () => pemOf('ec', 'privateKey')],
  ['Ed448', () => pemOf('ed448', 'privateKey')],
  ['a public RSA key', () => pemOf('rsa', 'publicKey')],
]

test.each([
  ...foreign,
  ['a public key', () => publicPem],
  ['a public JWK', () => jwkOf(publicPem, false)],
  ['a public CryptoKey', () => importSPKI(publicPem, 'EdDSA')],
  ['a function', () => () => pem],
])('does not sign with %s, and does not show it', async (_what, make) => {
  const key = (await (make as () => unknown)()) as Key
  const create = () => createProofs({ issuer, audience, key }, createManualClock(T0))
  expect(create).toThrow('[phoneproof] proof.key must')
  if (typeof key === 'string') expect(create).not.toThrow(key)
})

test.each([
  ...foreign,
  ['a private key', () => pem],
  ['a private JWK', () => jwkOf(pem, true)],
  ['a private KeyObject', () => createPrivateKey(pem)],
])('does not read proofs with %s', async (_what, make) => {
  const key = (await (make as () => unknown)()) as VerifyingKey
  await expect(roundTrip(secret, key)).rejects.toThrow('[phoneproof] key of verifyProof() must')
})

test.each<[string, () => unknown]>([
  ['PEM', () => pem],
  ['a JWK with an id', () => ({ ...(jwkOf(pem, true) as object), kid: '2026-11' })],
  ['a KeyObject', () => createPrivateKey(pem)],
  ['an extractable CryptoKey', () => importPKCS8(pem, 'EdDSA', { extractable: true })],
])('publishes the public half of %s, by which its proofs are read', async (_what, make) => {
  const key = (await make()) as Key
  const published = await publicJwks({ issuer, audience, key })
  expect(published.keys).toHaveLength(1)
  expect(published.keys[0]).not.toHaveProperty('d')
  await expect(roundTrip(key, createLocalJWKSet(published))).resolves.toBe(proved.phone)
})

test('publishes no secret', async () => {
  await expect(publicJwks({ issuer, audience, key: secret })).rejects.toThrow(
    '[phoneproof] proof.key must be a private Ed25519 key.',
  )
})
