import { answers } from '../answers.ts'

export interface OriginRules {
  origins: readonly string[]
  crossOrigin: boolean
}

/**
 * The refusal of a request that a page of another site has sent, or none. What changes something needs
 * a listed `Origin`. A page that was rebound to this server's address has its own name as origin.
 */
export function refuseForeign(
  request: Request,
  { origins, crossOrigin }: OriginRules,
): Response | undefined {
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  const isListed = origin !== null && origins.includes(origin)
  // A page that asks for its own origin sends no `Origin` with a GET.
  const isOwnRead = request.method === 'GET' && origin === null
  if (!isListed && !isOwnRead) return answers.notAllowed()
  if (site === null || site === 'same-origin') return undefined
  return crossOrigin && isListed ? undefined : answers.notAllowed()
}

const allowed = {
  'access-control-allow-methods': 'GET, POST, PUT, DELETE',
  'access-control-allow-headers': 'content-type, idempotency-key, bot-token',
  'access-control-max-age': '600',
}

/** The answer to a browser that asks whether another origin may send a request. */
export const answerPreflight = (request: Request, rules: OriginRules): Response =>
  refuseForeign(request, rules) ?? new Response(null, { status: 204, headers: allowed })

/** Lets the page of a listed origin read the answer. */
export function withCors(
  response: Response,
  request: Request,
  { origins, crossOrigin }: OriginRules,
): Response {
  const origin = request.headers.get('origin')
  if (!crossOrigin || origin === null || !origins.includes(origin)) return response
  response.headers.set('access-control-allow-origin', origin)
  response.headers.set('access-control-allow-credentials', 'true')
  response.headers.set('access-control-expose-headers', 'retry-after, date')
  response.headers.append('vary', 'origin')
  return response
}
