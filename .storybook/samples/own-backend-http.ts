import { isVerifyError, type VerifyErrorKind } from '@phoneproof/client'

/** Each of the two is enough against the pages of others, and so is it to take nothing but JSON. */
export function isForeign({ method, headers }: Request, own: string): boolean {
  const origin = headers.get('origin') ?? (method === 'GET' ? own : '')
  return origin !== own || (headers.get('sec-fetch-site') ?? 'same-origin') !== 'same-origin'
}

export type Body = Readonly<Record<string, unknown>>

/** What the `JSON.stringify` of a page has written: short, flat, and no name twice. */
export async function readBody(request: Request): Promise<Body | Response> {
  const { headers } = request
  if (headers.get('content-type') !== 'application/json') return answer(415)
  // A browser says how long a body is.
  const length = Number(headers.get('content-length') ?? Number.NaN)
  if (!(length <= 4096)) return answer(413)
  try {
    const json = await request.text()
    const body: Body = { ...Object(JSON.parse(json)) }
    const isFlat = Object.values(body).every((value) => typeof value !== 'object')
    return isFlat && JSON.stringify(body) === json ? body : answer(400)
  } catch {
    return answer(400)
  }
}

export function answer(status: number, body: object = {}, retryAfterMs?: number): Response {
  const headers = new Headers({ 'cache-control': 'no-store' })
  if (retryAfterMs !== undefined) {
    headers.set('retry-after', String(Math.max(1, Math.ceil(retryAfterMs / 1000))))
  }
  if (status === 204) return new Response(null, { status, headers })
  return Response.json(body, { status, headers })
}

export const invalid = (field: 'phone' | 'code', more: object = {}): Response =>
  answer(400, { errors: { fields: { [field]: ['This is not valid.'] } }, ...more })

/** For what has ended, is somebody else's, or never was. */
export const gone = (): Response => answer(404)

export const kindOf = (error: unknown): VerifyErrorKind =>
  isVerifyError(error) ? error.kind : 'uncertain'

/** What the page is told when the service has not done what it was asked for. */
export function failed(kind: VerifyErrorKind): Response {
  if (kind === 'notActive') return gone()
  if (kind === 'active') return answer(409, {}, 60_000)
  if (kind === 'rateLimited' || kind === 'limitReached') return answer(429, {}, 5000)
  return kind === 'uncertain' ? answer(503, {}, 5000) : answer(403)
}
