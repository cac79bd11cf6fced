import { expect, test } from 'vitest'
import { createSecrets, randomId } from './secrets.ts'

const secret = 'a secret of the tests, long enough for all'
const older = 'another secret of the tests, long enough too'
const bytes = (text: string) => new TextEncoder().encode(text)

/** What WebCrypto makes of it. */
async function hmacOf(text: string, info: string): Promise<string> {
  const raw = await crypto.subtle.importKey('raw', bytes(secret), 'HKDF', false, ['deriveKey'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: bytes(info) }
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 }
  const key = await crypto.subtle.deriveKey(how, raw, hmac, false, ['sign'])
  return Buffer.from(await crypto.subtle.sign('HMAC', key, bytes(text))).toString('base64url')
}

test('signs and tags as WebCrypto does, with keys of their own', async () => {
  const secrets = createSecrets([secret])
  for (const text of ['', 'a session', '+447400123456\n900000', 'ü'.repeat(100)]) {
    expect(secrets.sign(text)).toBe(await hmacOf(text, 'phoneproof session cookie'))
    const whole = await hmacOf(text, 'phoneproof key of a record')
    expect(secrets.tag(text)).toBe(whole.slice(0, 24))
  }
})

test('takes a signature of any of its secrets, and nothing that only looks like one', () => {
  const rotated = createSecrets([secret, older])
  const signature = createSecrets([older]).sign('a session')
  expect(rotated.isSigned('a session', signature)).toBe(true)
  expect(rotated.isSigned('a session', rotated.sign('a session'))).toBe(true)
  const last = signature.endsWith('A') ? 'B' : 'A'
  const wrong = ['', signature.slice(1), `${signature}=`, signature.slice(0, -1) + last]
  for (const each of wrong) expect(rotated.isSigned('a session', each)).toBe(false)
  expect(rotated.isSigned('another session', signature)).toBe(false)
  expect(createSecrets([secret]).isSigned('a session', signature)).toBe(false)
})

test('never makes an id twice', () => {
  const ids = Array.from({ length: 1000 }, randomId)
  expect(new Set(ids).size).toBe(1000)
  for (const id of ids) expect(id).toMatch(/^[\w-]{22}$/)
})

test('opens what it has sealed, at its place only, and nothing that was changed', () => {
  const secrets = createSecrets([secret])
  expect(secrets.seal('a number', 'here')).not.toBe(secrets.seal('a number', 'here'))
  const sealed = createSecrets([older]).seal('a number', 'here')
  const rotated = createSecrets([secret, older])
  expect(rotated.open(sealed, 'here')).toBe('a number')
  expect(rotated.open(sealed, 'there')).toBeUndefined()
  expect(secrets.open(sealed, 'here')).toBeUndefined()
  const changed = (at: number) =>
    sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
  for (let at = 0; at < sealed.length - 1; at += 1) {
    expect(rotated.open(changed(at), 'here')).toBeUndefined()
  }
  for (const each of ['', '.', 'a number', sealed.slice(0, 32), sealed.slice(0, 40)]) {
    expect(rotated.open(each, 'here')).toBeUndefined()
  }
})
