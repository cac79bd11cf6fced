import type { Clock } from '@phoneproof/client'
import type { Knobs } from './knobs.ts'
import { byStatus, unauthorized, type Reply } from './replies.ts'
import { createRateLimit } from './rules/rate-limit.ts'

/** What is asked before a body is looked at: who is there, and how often (row 27). */
export interface Gate {
  /** The answer to somebody who may not come in. */
  refuse(headers: Headers): Reply | undefined
  clear(): void
}

export function createGate(clock: Clock, knobs: Knobs): Gate {
  const limit = createRateLimit(knobs.requestsPerSecond)
  return {
    refuse(headers) {
      if (!isAllowed(headers, knobs.credentials)) return unauthorized
      return limit.allows(clock.now()) ? undefined : byStatus(429)
    },
    clear: () => limit.clear(),
  }
}

/** Either kind of credentials will do: HTTP Basic, or the two headers (section 2). */
function isAllowed(headers: Headers, wanted: Knobs['credentials']): boolean {
  if (wanted === 'none') return true
  const given = readBasic(headers) ?? {
    username: headers.get('x-tm-username') ?? '',
    key: headers.get('x-tm-key') ?? '',
  }
  if (wanted === 'any') return given.username !== '' && given.key !== ''
  return given.username === wanted.username && given.key === wanted.key
}

/** A username holds no colon; a key may. */
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
