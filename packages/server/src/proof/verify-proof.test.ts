import { createPrivateKey, createPublicKey } from 'node:crypto'
import { inspect } from 'node:util'
import { createManualClock } from '@phoneproof/simulator'
import { createLocalJWKSet, importSPKI, SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import {
  audience,
  claims,
  issuer,
  keyPair,
  proofWith,
  proved,
  purpose,
  secret,
  T0,
  token,
} from '../../../../test/support/proof-world.ts'
import { memoryStore } from '../stores/memory.ts'
import type { Store } from '../stores/store.ts'
import { createProofs } from './issue-proof.ts'
import { ProofError, verifyProof, type PhoneProof, type VerifyProofOptions } from './index.ts'

const { privateKey, publicKey } = keyPair()
const now = T0 / 1000

const verify = (given: unknown, options: Partial<VerifyProofOptions> = {}): Promise<PhoneProof> =>
  verifyProof(given, {
    issuer,
    audience,
    purpose,
    key: secret,
    store: memoryStore(),
    clock: createManualClock(T0),
    ...options,
  })

const reasonOf = (given: unknown, options: Partial<VerifyProofOptions> = {}): Promise<string> =>
  verify(given, options).then(
    () => 'passed',
    (error: unknown) => (error instanceof ProofError ? error.reason : Promise.reject(error)),
  )

const ofEdDsa = async (): Promise<string> =>
  (await createProofs({ issuer, audience, key: privateKey }, createManualClock(T0)).issue(
    proved,
  )) ?? ''

test('gives the number of a proof, and what it was verified for, when and in which session', async () => {
  await expect(verify(proofWith())).resolves.toEqual({
    phone: '+447860021130',
    subject: 'session-7',
    purpose,
    verifiedAt: T0,
    id: 'verification-1',
  })
})

test('passes for each of those that it is for', async () => {
  const proof = proofWith({ aud: ['https://other.example', audience] })
  await expect(reasonOf(proof)).resolves.toBe('passed')
})

describe('single use', () => {
  test('lets a proof pass once, however often and wherever it is shown at the same time', async () => {
    const store = memoryStore()
    const proof = proofWith()
    const all = await Promise.all(Array.from({ length: 200 }, () => reasonOf(proof, { store })))
    expect(all.filter((each) => each === 'passed')).toHaveLength(1)
    expect(new Set(all)).toEqual(new Set(['passed', 'used']))
  })

  test('lets a verification pass once, also by a proof that was made anew', async () => {
    const clock = createManualClock(T0)
    const store = memoryStore()
    const proofOf = (lifetimeMs: number) =>
      createProofs({ issuer, audience, key: secret, lifetimeMs }, clock).issue(proved)
    const [first, longer] = [await proofOf(60_000), await proofOf(600_000)]
    expect(longer).not.toBe(first)
    await expect(reasonOf(first, { store, clock })).resolves.toBe('passed')
    await expect(reasonOf(longer, { store, clock })).resolves.toBe('used')
    // As long as it is valid, the tolerance included.
    await clock.advance(604_999)
    await expect(reasonOf(longer, { store, clock })).resolves.toBe('used')
    await clock.advance(1)
    await expect(reasonOf(longer, { store, clock })).resolves.toBe('expired')
  })

  test('is held for each who may rely on it, and for each who vouches', async () => {
    const store = memoryStore()
    const forBoth = proofWith({ aud: ['https://other.example', audience] })
    await expect(reasonOf(forBoth, { store })).resolves.toBe('passed')
    const other = { store, audience: 'https://other.example' }
    await expect(reasonOf(forBoth, other)).resolves.toBe('passed')
    await expect(reasonOf(forBoth, other)).resolves.toBe('used')
    const foreign = { store, issuer: 'https://partner.example' }
    await expect(reasonOf(proofWith({ iss: foreign.issuer }), foreign)).resolves.toBe('passed')
  })

  test('uses nothing up that is refused', async () => {
    const store = memoryStore()
    await expect(reasonOf(proofWith(), { store, purpose: 'payment' })).resolves.toBe('purpose')
    await expect(reasonOf(proofWith(), { store })).resolves.toBe('passed')
  })

  test('refuses when the store cannot say, and does not blame the proof', async () => {
    const cause = new Error('connection lost')
    const store: Store = { ...memoryStore(), commit: () => Promise.reject(cause) }
    await expect(verify(proofWith(), { store })).rejects.toMatchObject({
      reason: 'unavailable',
      cause,
    })
  })

  test('is given up only by saying so', async () => {
    const options = { store: 'none' } as const
    await expect(reasonOf(proofWith(), options)).resolves.toBe('passed')
    await expect(reasonOf(proofWith(), options)).resolves.toBe('passed')
  })
})

describe('time', () => {
  test.each([
    ['before its end', -1, 600, 'passed'],
    ['within what two clocks may differ', -604, 600, 'passed'],
    ['after its end', -605, 600, 'expired'],
    ['from a clock that is a little ahead', 5, 600, 'passed'],
    ['from the future', 6, 600, 'notYetValid'],
    ['that would live for longer than ten minutes', 0, 601, 'lifetime'],
    ['that would live for ever', 0, 1e12, 'lifetime'],
  ])('a proof %s', async (_what, iat, seconds, reason) => {
    const proof = proofWith({ iat: now + iat, exp: now + iat + seconds })
    await expect(reasonOf(proof)).resolves.toBe(reason)
  })

  test('a proof that is not valid before later', async () => {
    await expect(reasonOf(proofWith({ nbf: now + 60 }))).resolves.toBe('notYetValid')
  })
})

test.each([
  ['nothing', undefined, 'malformed'],
  ['a form field that is missing', null, 'malformed'],
  ['a file', new File(['proof'], 'proof.txt'), 'malformed'],
  ['an empty text', '', 'malformed'],
  ['words', 'please', 'malformed'],
  ['three parts of nothing', 'a.b.c', 'malformed'],
  ['a megabyte', `${'a'.repeat(1_000_000)}.b.c`, 'malformed'],
  ['a proof of somebody else', proofWith({ iss: 'https://evil.example' }), 'issuer'],
  ['a proof for somebody else', proofWith({ aud: 'https://evil.example' }), 'audience'],
  ['a proof for nobody', proofWith({ aud: [] }), 'audience'],
  ['a proof for another purpose', proofWith({ purpose: 'payment' }), 'purpose'],
  ['a proof without a purpose', proofWith({ purpose: undefined }), 'malformed'],
  ['a proof without an issuer', proofWith({ iss: undefined }), 'malformed'],
  ['a proof without an audience', proofWith({ aud: undefined }), 'malformed'],
  ['a proof without a beginning', proofWith({ iat: undefined }), 'malformed'],
  ['a proof without an end', proofWith({ exp: undefined }), 'malformed'],
  ['a proof with half a second', proofWith({ exp: now + 60.5 }), 'malformed'],
  ['a proof without an id', proofWith({ jti: undefined }), 'malformed'],
  ['a proof without a session', proofWith({ sub: '' }), 'malformed'],
  ['a number that is not verified', proofWith({ phone_number_verified: false }), 'malformed'],
  ['a number that says it is', proofWith({ phone_number_verified: 'true' }), 'malformed'],
  ['a number without a plus', proofWith({ phone_number: '447860021130' }), 'malformed'],
  ['no number', proofWith({ phone_number: undefined }), 'malformed'],
  ['an ordinary token of the same key', proofWith({}, { typ: 'JWT' }), 'type'],
  ['a token without a type', proofWith({}, { typ: undefined }), 'type'],
  ['what nobody understands', proofWith({}, { crit: ['exp'], exp: 1 }), 'malformed'],
  ['a payload that is not encoded', proofWith({}, { crit: ['b64'], b64: false }), 'malformed'],
  ['no signature', token({ alg: 'none', typ: 'phone-proof+jwt' }, claims), 'algorithm'],
  ['another algorithm', proofWith({}, { alg: 'HS512' }), 'algorithm'],
  ['another secret', token({ alg: 'HS256', typ: 'phone-proof+jwt' }, claims, 'guess'), 'signature'],
])('refuses %s', async (_what, given, reason) => {
  await expect(reasonOf(given)).resolves.toBe(reason)
})

test('refuses a proof whose number was changed, and one whose signature was cut off', async () => {
  const [header = '', payload = '', signature = ''] = proofWith().split('.')
  const [, changed = ''] = proofWith({ phone_number: '+447860021131' }).split('.')
  await expect(reasonOf(`${header}.${changed}.${signature}`)).resolves.toBe('signature')
  await expect(reasonOf(`${header}.${payload}.`)).resolves.toBe('signature')
})

describe('with a public key', () => {
  test('refuses a proof that is signed with the public key as a secret', async () => {
    for (const key of [publicKey, publicKey.trim()]) {
      const forged = token({ alg: 'HS256', typ: 'phone-proof+jwt' }, claims, key)
      await expect(reasonOf(forged, { key: publicKey })).resolves.toBe('algorithm')
      const find = () => importSPKI(publicKey, 'EdDSA')
      await expect(reasonOf(forged, { key: find })).resolves.toBe('algorithm')
    }
  })

  test('refuses a proof without a signature, whatever its header calls it', async () => {
    for (const alg of ['none', 'None', 'NONE', '', 'EdDSA']) {
      const forged = token({ alg, typ: 'phone-proof+jwt' }, claims).replace(/[^.]*$/, '')
      expect(['algorithm', 'signature', 'malformed']).toContain(
        await reasonOf(forged, { key: publicKey }),
      )
    }
  })

  test('takes no key from the proof itself', async () => {
    const other = createPrivateKey(keyPair().privateKey)
    const jwk = createPublicKey(other).export({ format: 'jwk' })
    const header = { alg: 'EdDSA', typ: 'phone-proof+jwt', jwk, jku: 'https://evil.example/keys' }
    const theirs = await new SignJWT(claims).setProtectedHeader(header).sign(other)
    await expect(reasonOf(theirs, { key: publicKey })).resolves.toBe('signature')
    const key = createPublicKey(other).export({ type: 'spki', format: 'pem' }) as string
    await expect(reasonOf(theirs, { key })).resolves.toBe('passed')
  })

  test('says that nobody knows when the key cannot be found out', async () => {
    const key = () => Promise.reject(new TypeError('fetch failed'))
    await expect(reasonOf(await ofEdDsa(), { key })).resolves.toBe('unavailable')
  })

  test('refuses a proof of a key that is not published', async () => {
    const key = createLocalJWKSet({ keys: [] })
    await expect(reasonOf(await ofEdDsa(), { key })).resolves.toBe('signature')
  })
})

test('tells logs neither the proof nor the number', async () => {
  for (const wrong of [{ iss: 'https://evil.example' }, { exp: now - 60 }, { purpose: 'other' }]) {
    const proof = proofWith(wrong)
    const error: unknown = await verify(proof).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ProofError)
    const logged = inspect(error, { depth: 9 })
    expect(logged).not.toContain('7860021130')
    expect(logged).not.toContain(proof)
  }
})

test.each([
  ['issuer', { issuer: undefined }],
  ['audience', { audience: '' }],
  ['audience', { audience: [audience] }],
  ['purpose', { purpose: undefined }],
  ['store', { store: undefined }],
  ['store', { store: 'memory' }],
  ['key', { key: undefined }],
])('says which option is wrong, and lets nothing pass: %s', async (name, options) => {
  // SAFETY: what plain JavaScript may pass.
  const verified = verify(proofWith(), options as Partial<VerifyProofOptions>)
  await expect(verified).rejects.toThrow(`[phoneproof] ${name} of verifyProof() must`)
  await expect(verified).rejects.not.toBeInstanceOf(ProofError)
})
