const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** What is made of the secret: signatures, keys that give nothing away, encryption. */
export interface Secrets {
  /** A signature of the first secret. */
  sign(text: string): Promise<string>
  /** Whether any of the secrets made this signature. */
  isSigned(text: string, signature: string): Promise<boolean>
  /** The same text gives the same tag, which tells nothing about the text. */
  tag(text: string): Promise<string>
  /** `place` is where it is kept: what was sealed for one place cannot be opened at another. */
  seal(text: string, place: string): Promise<string>
  /** Undefined when none of the secrets has sealed it, or somebody has changed it. */
  open(sealed: string, place: string): Promise<string | undefined>
}

interface Keys {
  sign: CryptoKey
  tag: CryptoKey
  seal: CryptoKey
}

export function createSecrets(secrets: readonly string[]): Secrets {
  // Derived when first needed: a server is made synchronously.
  let derived: Promise<Keys[]> | undefined
  const keys = (): Promise<Keys[]> => (derived ??= Promise.all(secrets.map(derive)))

  const at = async (index: number): Promise<Keys> => {
    const key = (await keys()).at(index)
    if (!key) throw new Error('There is no secret.')
    return key
  }

  return {
    async sign(text) {
      return toText(await crypto.subtle.sign('HMAC', (await at(0)).sign, encoder.encode(text)))
    },
    async isSigned(text, signature) {
      const bytes = toBytes(signature)
      if (!bytes) return false
      for (const { sign } of await keys()) {
        // Compares in constant time.
        if (await crypto.subtle.verify('HMAC', sign, bytes, encoder.encode(text))) return true
      }
      return false
    },
    async tag(text) {
      const whole = await crypto.subtle.sign('HMAC', (await at(-1)).tag, encoder.encode(text))
      return toText(whole.slice(0, 18))
    },
    async seal(text, place) {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const algorithm = { name: 'AES-GCM', iv, additionalData: encoder.encode(place) }
      const sealed = await crypto.subtle.encrypt(
        algorithm,
        (await at(0)).seal,
        encoder.encode(text),
      )
      return `${toText(iv)}.${toText(sealed)}`
    },
    async open(sealed, place) {
      const [iv, bytes] = sealed.split('.').map(toBytes)
      if (!iv || !bytes) return undefined
      const algorithm = { name: 'AES-GCM', iv, additionalData: encoder.encode(place) }
      for (const { seal } of await keys()) {
        try {
          return decoder.decode(await crypto.subtle.decrypt(algorithm, seal, bytes))
        } catch {
          // Sealed with another secret, or changed.
        }
      }
      return undefined
    },
  }
}

async function derive(secret: string): Promise<Keys> {
  const raw = await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, [
    'deriveKey',
  ])
  const from = (
    info: string,
    type: HmacKeyGenParams | AesKeyGenParams,
    usages: readonly KeyUsage[],
  ): Promise<CryptoKey> => {
    const how = {
      name: 'HKDF',
      hash: 'SHA-256',
      salt: new Uint8Array(),
      info: encoder.encode(`phoneproof ${info}`),
    }
    return crypto.subtle.deriveKey(how, raw, type, false, [...usages])
  }
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 }
  const [sign, tag, seal] = await Promise.all([
    from('session cookie', hmac, ['sign', 'verify']),
    from('key of a record', hmac, ['sign']),
    from('record', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']),
  ])
  return { sign, tag, seal }
}

/** A text of 128 random bits that nobody can guess. */
export const randomId = (): string => toText(crypto.getRandomValues(new Uint8Array(16)).buffer)

/** base64url, which fits into cookies, headers and URLs. */
const toText = (bytes: ArrayBuffer | Uint8Array): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
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
