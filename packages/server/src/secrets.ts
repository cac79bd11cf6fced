import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'

// Not by WebCrypto: it takes each of a start's fifteen short texts to another thread and back, which is ten
// times the work that is to be done there.

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** What is made of the secret: signatures, keys that give nothing away, encryption. */
export interface Secrets {
  /** A signature of the first secret. */
  sign: (text: string) => string
  /** Whether any of the secrets made this signature. */
  isSigned: (text: string, signature: string) => boolean
  /** The same text gives the same tag, which tells nothing about the text. */
  tag: (text: string) => string
  /** `place` is where it is kept: what was sealed for one place cannot be opened at another. */
  seal: (text: string, place: string) => string
  /** Undefined when none of the secrets has sealed it, or somebody has changed it. */
  open: (sealed: string, place: string) => string | undefined
}

interface Keys {
  sign: (text: string) => Uint8Array
  tag: (text: string) => Uint8Array
  seal: Uint8Array
}

const nonceLength = 24

export function createSecrets(secrets: readonly string[]): Secrets {
  const keys = secrets.map(derive)
  const [first, last] = [keys[0], keys.at(-1)]
  if (!first || !last) throw new Error('There is no secret.')

  return {
    sign: (text) => toText(first.sign(text)),
    isSigned: (text, signature) => keys.some(({ sign }) => isSame(toText(sign(text)), signature)),
    tag: (text) => toText(last.tag(text).subarray(0, 18)),
    seal(text, place) {
      const nonce = randomBytes(nonceLength)
      const cipher = xchacha20poly1305(first.seal, nonce, encoder.encode(place))
      return toText(nonce) + toText(cipher.encrypt(encoder.encode(text)))
    },
    open(sealed, place) {
      const bytes = toBytes(sealed)
      if (!bytes || bytes.length <= nonceLength) return undefined
      const nonce = bytes.subarray(0, nonceLength)
      for (const { seal } of keys) {
        try {
          const cipher = xchacha20poly1305(seal, nonce, encoder.encode(place))
          return decoder.decode(cipher.decrypt(bytes.subarray(nonceLength)))
        } catch {
          // Sealed with another secret, or changed.
        }
      }
      return undefined
    },
  }
}

function derive(secret: string): Keys {
  const from = (info: string): Uint8Array =>
    hkdf(sha256, encoder.encode(secret), undefined, encoder.encode(`phoneproof ${info}`), 32)
  const macWith = (key: Uint8Array): ((text: string) => Uint8Array) => {
    const keyed = hmac.create(sha256, key)
    return (text) => keyed.clone().update(encoder.encode(text)).digest()
  }
  return {
    sign: macWith(from('session cookie')),
    tag: macWith(from('key of a record')),
    seal: from('record'),
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

/** A text of 128 random bits that nobody can guess. */
export const randomId = (): string => toText(randomBytes(16))

let random = new Uint8Array()

function randomBytes(length: number): Uint8Array {
  // Asking for many costs as much as asking for a few.
  if (random.length < length) random = crypto.getRandomValues(new Uint8Array(1024))
  const bytes = random.subarray(0, length)
  random = random.subarray(length)
  return bytes
}

/** base64url, which fits into cookies, headers and URLs. */
const toText = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

function toBytes(text: string): Uint8Array | undefined {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return Uint8Array.from(binary, (character) => character.charCodeAt(0))
  } catch {
    return undefined
  }
}
