import { hkdf } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** What is made of the secret: signatures, keys that give nothing away, encryption. */
export interface Secrets {
  /** A signature of the first secret. */
  sign(text: string): string
  /** Whether any of the secrets made this signature. */
  isSigned(text: string, signature: string): boolean
  /** The same text gives the same tag, which tells nothing about the text. */
  tag(text: string): string
  /** `place` is where it is kept: what was sealed for one place cannot be opened at another. */
  seal(text: string, place: string): Promise<string>
  /** Undefined when none of the secrets has sealed it, or somebody has changed it. */
  open(sealed: string, place: string): Promise<string | undefined>
}

type Mac = (text: string) => Uint8Array

interface Keys {
  sign: Mac
  tag: Mac
  seal: () => Promise<CryptoKey>
}

export function createSecrets(secrets: readonly string[]): Secrets {
  const keys = secrets.map(derive)
  const [first, last] = [keys[0], keys.at(-1)]
  if (!first || !last) throw new Error('There is no secret.')

  return {
    sign: (text) => toText(first.sign(text)),
    isSigned: (text, signature) => keys.some(({ sign }) => isSame(toText(sign(text)), signature)),
    tag: (text) => toText(last.tag(text).subarray(0, 18)),
    async seal(text, place) {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const algorithm = { name: 'AES-GCM', iv, additionalData: encoder.encode(place) }
      const key = await first.seal()
      const sealed = await crypto.subtle.encrypt(algorithm, key, encoder.encode(text))
      return `${toText(iv)}.${toText(new Uint8Array(sealed))}`
    },
    async open(sealed, place) {
      const [iv, bytes] = sealed.split('.').map(toBytes)
      if (!iv || !bytes) return undefined
      const algorithm = { name: 'AES-GCM', iv, additionalData: encoder.encode(place) }
      for (const { seal } of keys) {
        try {
          return decoder.decode(await crypto.subtle.decrypt(algorithm, await seal(), bytes))
        } catch {
          // Sealed with another secret, or changed.
        }
      }
      return undefined
    },
  }
}

/**
 * WebCrypto would take each of a start's fifteen short texts to another thread and back, which is ten times
 * the work of hashing it. Only records are long enough for that.
 */
function derive(secret: string): Keys {
  const raw = encoder.encode(secret)
  const from = (info: string): Uint8Array<ArrayBuffer> =>
    new Uint8Array(hkdf(sha256, raw, undefined, encoder.encode(`phoneproof ${info}`), 32))
  const macOf = (key: Uint8Array): Mac => {
    const keyed = hmac.create(sha256, key)
    return (text) => keyed.clone().update(encoder.encode(text)).digest()
  }
  const sealKey = from('record')
  // Imported when first needed: a server is made synchronously.
  let imported: Promise<CryptoKey> | undefined
  return {
    sign: macOf(from('session cookie')),
    tag: macOf(from('key of a record')),
    seal: () =>
      (imported ??= crypto.subtle.importKey('raw', sealKey, 'AES-GCM', false, [
        'encrypt',
        'decrypt',
      ])),
  }
}

/** Takes the same time for all signatures of the right length. */
function isSame(ours: string, theirs: string): boolean {
  if (ours.length !== theirs.length) return false
  let difference = 0
  for (let at = 0; at < ours.length; at += 1) {
    difference |= ours.charCodeAt(at) ^ theirs.charCodeAt(at)
  }
  return difference === 0
}

let random = new Uint8Array()

/** A text of 128 random bits that nobody can guess. */
export function randomId(): string {
  // Asking for many costs as much as asking for one.
  if (random.length === 0) random = crypto.getRandomValues(new Uint8Array(1024))
  const id = random.subarray(0, 16)
  random = random.subarray(16)
  return toText(id)
}

/** base64url, which fits into cookies, headers and URLs. */
const toText = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

function toBytes(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return Uint8Array.from(binary, (character) => character.charCodeAt(0))
  } catch {
    return undefined
  }
}
