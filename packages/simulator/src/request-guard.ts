import type { Clock } from '@phoneproof/client'
import type { ServiceOptions } from './service-options.ts'
import { byStatus, unauthorized, type Reply } from './replies.ts'
import { createRateLimit } from './rules/rate-limit.ts'

/** Checks a request before any rule is asked: credentials, then rate (verify-api.md 8, row 27). */
export interface RequestGuard {
  /** The answer to a request that may not pass. */
  refuse(headers: Headers): Reply | undefined
  clear(): void
}

export function createRequestGuard(clock: Clock, serviceOptions: ServiceOptions): RequestGuard {
  const limit = createRateLimit(serviceOptions.requestsPerSecond)
  return {
    refuse(headers) {
      if (!isAllowed(headers, serviceOptions.credentials)) return unauthorized
      return limit.allows(clock.now()) ? undefined : byStatus(429)
    },
    clear: () => limit.clear(),
  }
}

/** Either kind of credentials will do: HTTP Basic, or the two headers (verify-api.md 2). */
function isAllowed(headers: Headers, wanted: ServiceOptions['credentials']): boolean {
  if (wanted === 'none') return true
  const given = readBasic(headers) ?? {
    username: headers.get('x-tm-username') ?? '',
    key: headers.get('x-tm-key') ?? '',
  }
  if (wanted === 'any') return given.username !== '' && given.key !== ''
  return given.username === wanted.username && given.key === wanted.key
}

/** A username has no colon; a key may have one. */
function readBasic(headers: Headers): { username: string; key: string } | undefined {
  const [, encoded] = /^Basic (.+)$/i.exec(headers.get('authorization') ?? '') ?? []
  if (encoded === undefined) return undefined
  const [username = '', ...key] = decodeBasic(encoded).split(':')
  return { username, key: key.join(':') }
}

function decodeBasic(encoded: string): string {
  try {
    const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0))
    return new TextDecoder().decode(bytes)
  } catch {
    return ''
  }
}
