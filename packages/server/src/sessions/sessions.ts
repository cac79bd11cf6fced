import { randomId, type Secrets } from '../secrets.ts'

/** Whose request it is. */
export interface Session {
  id: string
  /** False when the request brought none. `id` is then one that nobody has used. */
  isKnown: boolean
  /** For the answer to a start, when the session is new. */
  setCookie?: string
}

export interface Sessions {
  of(request: Request): Promise<Session>
  /** Whether a start may begin a session. Otherwise the host has to have one. */
  readonly canBegin: boolean
}

const maxAgeS = 24 * 60 * 60

/** The host's own sessions. */
export const ownSessions = (
  idOf: (request: Request) => string | undefined | Promise<string | undefined>,
): Sessions => ({
  canBegin: false,
  async of(request) {
    const id = await idOf(request)
    return id === undefined || id === ''
      ? { id: randomId(), isKnown: false }
      : { id, isKnown: true }
  },
})

const secureName = '__Host-phoneproof'
const localName = 'phoneproof'

/**
 * A session that a signed cookie names. `__Host-` keeps other hosts of the domain from setting it. Such a
 * cookie must be `Secure`, which not every browser takes from a page on this machine. That one gets a plain
 * cookie, which is only read where such a page is listed.
 */
export function cookieSessions(secrets: Secrets, origins: readonly string[]): Sessions {
  const names = origins.some(isLocal) ? [secureName, localName] : [secureName]

  function known(request: Request): string | undefined {
    for (const name of names) {
      const [id, signature] = (cookieOf(request, name) ?? '').split('.')
      if (id && signature && secrets.isSigned(id, signature)) return id
    }
    return undefined
  }

  return {
    canBegin: true,
    async of(request) {
      const id = known(request)
      if (id !== undefined) return { id, isKnown: true }
      const fresh = randomId()
      const value = `${fresh}.${secrets.sign(fresh)}`
      const isPlain = isLocal(request.headers.get('origin') ?? '')
      const rest = `Path=/; Max-Age=${maxAgeS}; HttpOnly; SameSite=Lax${isPlain ? '' : '; Secure'}`
      const setCookie = `${isPlain ? localName : secureName}=${value}; ${rest}`
      return { id: fresh, isKnown: false, setCookie }
    },
  }
}

function cookieOf(request: Request, name: string): string | undefined {
  const all = request.headers.get('cookie')?.split(/;\s*/) ?? []
  return all.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1)
}

const isLocal = (origin: string): boolean =>
  /^http:\/\/(?:(?:[\w-]+\.)*localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/.test(origin)
