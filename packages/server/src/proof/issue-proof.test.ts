import { createPrivateKey } from 'node:crypto'
import { proofIn } from '@phoneproof/client'
import { createManualClock } from '@phoneproof/simulator'
import { decodeJwt, decodeProtectedHeader } from 'jose'
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
import type { ProofOptions } from './proof-options.ts'

const options: ProofOptions = { issuer, audience, key: secret }

const issue = async (given: Partial<ProofOptions> = {}, of = proved): Promise<string> =>
  (await createProofs({ ...options, ...given }, createManualClock(T0)).issue(of)) ??
  expect.fail('no proof')

test('says who was verified, for what, for whom and when, and nothing else', async () => {
  const proof = await issue()
  expect(decodeProtectedHeader(proof)).toEqual({ alg: 'HS256', typ: 'phone-proof+jwt' })
  expect(decodeJwt(proof)).toEqual({
    iss: issuer,
    aud: audience,
    sub: 'session-7',
    phone_number: '+447860021130',
    phone_number_verified: true,
    purpose,
    jti: expect.stringMatching(/^[\w-]{43}$/),
    iat: T0 / 1000,
    exp: T0 / 1000 + 600,
  })
})

test.each([
  ['a secret', secret],
  ['a private key', keyPair().privateKey],
])('has the form that a page knows a proof by, with %s', async (_what, key) => {
  const proof = await issue({ key, audience: ['https://a.example', 'https://b.example'] })
  expect(proofIn({ proof })).toBe(proof)
  // A body of some hundred bytes, and far from what is refused unread.
  expect(proof.length).toBeLessThan(1000)
})

test('gives no id of a verification away', async () => {
  expect(JSON.stringify(decodeJwt(await issue()))).not.toContain(proved.id)
})

test.each([
  ['a secret', secret],
  ['a private key', keyPair().privateKey],
])('makes the same proof of one verification again, with %s', async (_what, key) => {
  const clock = createManualClock(T0)
  const first = await createProofs({ ...options, key }, clock).issue(proved)
  await clock.advance('5m')
  await expect(createProofs({ ...options, key }, clock).issue(proved)).resolves.toBe(first)
})

test('gives another verification another id', async () => {
  const [one, other] = [await issue(), await issue({}, { ...proved, id: 'another' })]
  expect(decodeJwt(one).jti).not.toBe(decodeJwt(other).jti)
})

test('counts its time from the right code, and makes none once that is over', async () => {
  const clock = createManualClock(T0)
  const proofs = createProofs({ ...options, lifetimeMs: 60_000 }, clock)
  await clock.advance(59_999)
  const { iat = 0, exp } = decodeJwt((await proofs.issue(proved)) ?? '')
  expect([iat, exp]).toEqual([T0 / 1000, T0 / 1000 + 60])
  await clock.advance(1)
  await expect(proofs.issue(proved)).resolves.toBeUndefined()
})

test('names all who may rely on it, and the key that signed it', async () => {
  const jwk = {
    ...createPrivateKey(keyPair().privateKey).export({ format: 'jwk' }),
    kid: '2026-11',
  }
  const proof = await issue({ audience: ['a', 'b'], key: jwk as ProofOptions['key'] })
  expect(decodeJwt(proof).aud).toEqual(['a', 'b'])
  expect(decodeProtectedHeader(proof)).toMatchObject({ alg: 'EdDSA', kid: '2026-11' })
})

test('signs nothing that is not a number', async () => {
  await expect(issue({}, { ...proved, phone: '447860021130' })).rejects.toThrow(
    '[phoneproof] A proof was asked for something that is not an E.164 number.',
  )
})

test.each<[option: string, Partial<ProofOptions> | Record<string, unknown>]>([
  ['proof.issuer', { issuer: '' }],
  ['proof.issuer', { issuer: undefined }],
  ['proof.audience', { audience: '' }],
  ['proof.audience', { audience: [] }],
  ['proof.audience', { audience: ['a', ''] }],
  ['proof.lifetimeMs', { lifetimeMs: 0 }],
  ['proof.lifetimeMs', { lifetimeMs: 600_001 }],
  ['proof.lifetimeMs', { lifetimeMs: Number.NaN }],
  ['proof.lifetimeMs', { lifetimeMs: '60' }],
  ['proof.key', { key: 'short' }],
  ['proof.key', { key: undefined }],
])('refuses a wrong %s by name when it is created: %o', (option, given) => {
  const create = () => createProofs({ ...options, ...given } as ProofOptions, createManualClock(T0))
  expect(create).toThrow(`[phoneproof] ${option} must`)
})
