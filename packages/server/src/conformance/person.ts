import type { Answer } from './answer.ts'
import { send, type RawRequest } from './send.ts'

/** Where the backend is, and what its page sends with each request. */
export interface Site {
  /** The base of its routes, such as `http://localhost:3000/api/v2`. */
  readonly url: URL
  /** The origin of its pages. */
  readonly origin: string
  readonly brand: string
  /** Headers that put a request into the session with this number, from 1. */
  readonly sessionHeaders: ((session: number) => Readonly<Record<string, string>>) | undefined
}

/** What one request has other than the page's. An undefined header is left out. */
export interface Unusual {
  readonly method?: string
  /** After the base of the routes. */
  readonly path?: string
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly body?: RawRequest['body']
  readonly isChunked?: boolean
}

/** Somebody at a page of the backend: one session, with its own cookies. */
export interface Person {
  start(phone: string, unusual?: Unusual & { key?: string }): Promise<Answer>
  /** `more` goes into the body. */
  check(verifyId: string, code: unknown, more?: object, unusual?: Unusual): Promise<Answer>
  cancel(verifyId: string, unusual?: Unusual): Promise<Answer>
  current(): Promise<Answer>
  send(unusual: Unusual): Promise<Answer>
  /** True when the backend has given this person a session, or requests bring their own. */
  readonly hasSession: boolean
}

/** What the page sends with a start: the digits without their plus (verify-api.md 13). */
export const startBody = (phone: string, { brand }: Pick<Site, 'brand'>): object => ({
  phone: phone.slice(1),
  brand,
  codeLength: 6,
})

export function createPerson(site: Site, session: number): Person {
  const { url, origin } = site
  const cookies = new Map<string, string>()
  const basePath = url.pathname.replace(/\/$/, '')
  const own = site.sessionHeaders?.(session) ?? {}
  const pageHeaders = {
    accept: 'application/json',
    origin,
    // Also where pages and backend stand behind one proxy.
    'sec-fetch-site': 'same-origin',
    'sec-fetch-mode': 'cors',
    'sec-fetch-dest': 'empty',
  }

  function keep(given: readonly string[]): void {
    for (const each of given) {
      const [pair = ''] = each.split(';')
      const [name = '', ...value] = pair.split('=')
      if (/;\s*max-age=0/i.test(each)) cookies.delete(name.trim())
      else cookies.set(name.trim(), value.join('=').trim())
    }
  }

  /** Both ways of giving cookies make one header. */
  function cookieHeader(): Record<string, string> {
    const jar = [...cookies].map(([name, value]) => `${name}=${value}`)
    const all = own['cookie'] === undefined ? jar : [own['cookie'], ...jar]
    return all.length === 0 ? {} : { cookie: all.join('; ') }
  }

  async function sendOne(unusual: Unusual): Promise<Answer> {
    const { method = 'POST', path = '/verify', headers = {}, body, isChunked } = unusual
    const type = body === undefined ? {} : { 'content-type': 'application/json' }
    const all = { host: url.host, ...pageHeaders, ...type, ...own, ...cookieHeader(), ...headers }
    const given = Object.entries(all).filter(([, value]) => value !== undefined)
    // SAFETY: those without a value were taken out.
    const present = Object.fromEntries(given) as Record<string, string>
    const full = `${basePath}${path}`
    const answer = await send(url, { method, path: full, headers: present, body, isChunked })
    keep(answer.cookies)
    return answer
  }

  return {
    send: sendOne,
    start: (phone, { key, headers, ...rest } = {}) =>
      sendOne({
        body: JSON.stringify(startBody(phone, site)),
        headers: { 'idempotency-key': key ?? crypto.randomUUID(), ...headers },
        ...rest,
      }),
    check: (verifyId, code, more = {}, unusual = {}) =>
      sendOne({ method: 'PUT', body: JSON.stringify({ code, verifyId, ...more }), ...unusual }),
    cancel: (verifyId, unusual = {}) =>
      sendOne({ method: 'DELETE', path: `/verify/${encodeURIComponent(verifyId)}`, ...unusual }),
    // A browser sends no origin with a GET to its own.
    current: () =>
      sendOne({ method: 'GET', path: '/verify/current', headers: { origin: undefined } }),
    get hasSession() {
      return cookies.size > 0 || Object.keys(own).length > 0
    },
  }
}

/** Another id of the same shape, which nobody was given. */
export function strangeIdLike(verifyId: string): string {
  const digits = '0123456789abcdef'
  const chance = crypto.getRandomValues(new Uint8Array(verifyId.length))
  const letters = Array.from(verifyId, (letter, index) =>
    /[0-9a-f]/.test(letter) ? (digits[(chance[index] ?? 0) % 16] ?? letter) : letter,
  )
  return letters.join('')
}

export const wrongFor = (code: string): string =>
  code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10))
