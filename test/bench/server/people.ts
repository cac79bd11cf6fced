// People who verify a number each, as requests of their pages.
const origin = 'https://app.example'

/** The n-th of 10 million numbers that mobile phones in Britain can have. */
export const phoneOf = (n: number): string => `+44740${String(n % 10_000_000).padStart(7, '0')}`

/** The n-th of 16 million addresses. */
export const addressOf = (n: number): string => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`

export const startRequest = (n: number): Request =>
  request('POST', '', { phone: phoneOf(n).slice(1), brand: 'Acme', codeLength: 6 })

export const checkRequest = (verifyId: string, code: string, cookie?: string): Request =>
  request('PUT', '', { verifyId, code }, cookie)

export const cancelRequest = (verifyId: string, cookie?: string): Request =>
  request('DELETE', `/${verifyId}`, undefined, cookie)

export const currentRequest = (cookie?: string): Request =>
  request('GET', '/current', undefined, cookie)

function request(method: string, path: string, body?: object, cookie?: string): Request {
  return new Request(`${origin}/api/v2/verify${path}`, {
    method,
    headers: {
      accept: 'application/json',
      ...(method !== 'GET' && { origin }),
      ...(body && { 'content-type': 'application/json' }),
      ...(cookie !== undefined && { cookie }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
}

export const cookieOf = (response: Response): string | undefined =>
  response.headers.get('set-cookie')?.split(';')[0]

/** The code that is not this one. */
export const notThe = (code: string): string => String((Number(code) + 1) % 1e6).padStart(6, '0')

export const serverOptions = {
  brand: 'Acme',
  secret: 'a secret of the benchmark, long enough for it',
  origins: [origin],
  countries: ['GB'],
} as const
