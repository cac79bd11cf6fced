import { base64url, importJWK, importPKCS8, importSPKI } from 'jose'
import type { CryptoKey, JWK, KeyObject } from 'jose'
import { isEd25519Pem } from './ed25519-pem.ts'
import { refuseOption } from './refuse-option.ts'

/** A key with the one algorithm it is for. A token has no say in that. */
export interface ProofKey {
  readonly algorithm: 'HS256' | 'EdDSA'
  readonly keyId?: string | undefined
  readonly load: (extractable?: boolean) => Promise<CryptoKey | KeyObject | Uint8Array>
}

type Half = 'private' | 'public'

/** Reads a secret, or this half of an Ed25519 key, in any form. Throws for anything else. */
export function readProofKey(given: unknown, half: Half, option: string): ProofKey {
  const key =
    typeof given === 'string'
      ? readText(given, half)
      : given instanceof Uint8Array
        ? readSecret(given)
        : readObject(Object(given) as object, half)
  if (key === 'short') {
    refuseOption(option, 'must have 32 bytes or more', 'A shorter secret can be found by trying')
  }
  if (key === undefined) {
    const rule = `must be a secret of 32 bytes or more, or a ${half} Ed25519 key`
    refuseOption(option, rule, reasons[half])
  }
  return key
}

const reasons = {
  private: 'Only who has the private key can vouch',
  public: 'Whoever has the private key can vouch, so it does not belong where proofs are only read',
} as const satisfies Record<Half, string>

type Read = ProofKey | 'short' | undefined

const shortestSecret = 32

function readSecret(bytes: Uint8Array): Read {
  if (bytes.length < shortestSecret) return 'short'
  const copy = bytes.slice()
  return { algorithm: 'HS256', load: async () => copy }
}

function readText(text: string, half: Half): Read {
  // In the environment the lines of a PEM are often joined by a written-out \n.
  const pem = text.trim().replaceAll(String.raw`\n`, '\n')
  if (!pem.startsWith('-----BEGIN')) return readSecret(new TextEncoder().encode(text))
  const importPem = half === 'private' ? importPKCS8 : importSPKI
  return isEd25519Pem(pem, half)
    ? {
        algorithm: 'EdDSA',
        load: (extractable = false) => importPem(pem, 'EdDSA', { extractable }),
      }
    : undefined
}

function readObject(given: object, half: Half): Read {
  // SAFETY: members that are not there are undefined, and each is looked at.
  return 'kty' in given ? readJwk(given as JWK, half) : readKeyObject(given as KeyMembers, half)
}

const is32Bytes = (text: unknown): boolean => typeof text === 'string' && /^[\w-]{43}$/.test(text)

function readJwk({ alg, ...jwk }: JWK, half: Half): Read {
  const { kty, crv, k, x, d, use = 'sig', kid: keyId } = jwk
  if (use !== 'sig') return undefined
  if (kty === 'oct' && typeof k === 'string' && (alg ?? 'HS256') === 'HS256') {
    const secret = /^[\w-]+$/.test(k) ? readSecret(base64url.decode(k)) : undefined
    return typeof secret === 'object' ? { ...secret, keyId } : secret
  }
  const isOfHalf = half === 'private' ? is32Bytes(d) : d === undefined
  const isOfUse = alg === undefined || alg === 'EdDSA' || alg === 'Ed25519'
  if (kty !== 'OKP' || crv !== 'Ed25519' || !is32Bytes(x) || !isOfHalf || !isOfUse) return undefined
  return {
    algorithm: 'EdDSA',
    keyId,
    load: (extractable = false) => importJWK(jwk, 'EdDSA', { extractable }),
  }
}

/** What a `CryptoKey` and a `KeyObject` of Node say of themselves. */
type KeyMembers = Partial<{
  type: string
  algorithm: { name: string; length?: number; hash?: { name: string } }
  usages: readonly string[]
  symmetricKeySize: number
  asymmetricKeyType: string
}>

function readKeyObject(key: KeyMembers, half: Half): Read {
  const { type, algorithm, usages, symmetricKeySize, asymmetricKeyType } = key
  // SAFETY: jose takes what has this type, and it is one of its two kinds.
  const load = async () => key as CryptoKey | KeyObject
  if (usages && !usages.includes(half === 'private' ? 'sign' : 'verify')) return undefined
  if (type === 'secret') {
    if (algorithm && algorithm.hash?.name !== 'SHA-256') return undefined
    const size = symmetricKeySize ?? (algorithm?.length ?? 0) / 8
    return size < shortestSecret ? 'short' : { algorithm: 'HS256', load }
  }
  const name = asymmetricKeyType ?? algorithm?.name
  return type === half && name?.toLowerCase() === 'ed25519'
    ? { algorithm: 'EdDSA', load }
    : undefined
}
