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

/**
 * A session that a signed cookie names. `__Host-` keeps other hosts of the domain from setting it. Such a cookie
 * must be `Secure`, and not every browser takes one from `http://localhost`, where it has a plain name.
 */
export const cookieSessions = (secrets: Secrets): Sessions => ({
  canBegin: true,
  async of(request) {
    const isLocal = isLoopback(new URL(request.url).hostname)
    const name = isLocal ? 'phoneproof' : '__Host-phoneproof'
    const [id, signature] = (cookieOf(request, name) ?? '').split('.')
    if (id && signature && (await secrets.isSigned(id, signature))) return { id, isKnown: true }
    const fresh = randomId()
    const value = `${fresh}.${await secrets.sign(fresh)}`
    const flags = `Path=/; Max-Age=${maxAgeS}; HttpOnly; SameSite=Lax${isLocal ? '' : '; Secure'}`
    return { id: fresh, isKnown: false, setCookie: `${name}=${value}; ${flags}` }
  },
})

function cookieOf(request: Request, name: string): string | undefined {
  const all = request.headers.get('cookie')?.split(/;\s*/) ?? []
  return all.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1)
}

export const isLoopback = (hostname: string): boolean =>
  /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)
