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
      if (knobs.credentials && !isAllowed(headers, knobs.credentials)) return unauthorized
      return limit.allows(clock.now()) ? undefined : byStatus(429)
    },
    clear: () => limit.clear(),
  }
}

/** Either kind of credentials will do: HTTP Basic, or the two headers (section 2). */
function isAllowed(
  headers: Headers,
  { username, key }: { username: string; key: string },
): boolean {
  const basic = /^Basic (.+)$/i.exec(headers.get('authorization') ?? '')?.[1]
  if (basic !== undefined) return decodeBasic(basic) === `${username}:${key}`
  return headers.get('x-tm-username') === username && headers.get('x-tm-key') === key
}

function decodeBasic(encoded: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0))
    return new TextDecoder().decode(bytes)
  } catch {
    return undefined
  }
}
