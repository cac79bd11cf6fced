import { answers } from './answers.ts'
import { readBody, type Body } from './guards/body.ts'
import { answerPreflight, refuseForeign, withCors } from './guards/origin.ts'
import { cancel } from './operations/cancel.ts'
import { check } from './operations/check.ts'
import { current } from './operations/current.ts'
import type { Asked, Parts } from './operations/parts.ts'
import { start } from './operations/start.ts'
import type { VerifyServerOptions } from './options.ts'
import { routeOf, type Route } from './route.ts'
import type { Sessions } from './sessions/sessions.ts'

/** What an adapter knows of a request that the request does not say. */
export interface RequestContext {
  /** The address that it came from. */
  address?: string | undefined
}

type Handler = (request: Request, context?: RequestContext) => Promise<Response>

/** Guards, session, operation: the way of a request, in this order. */
export function createHandler(
  parts: Parts,
  sessions: Sessions,
  addressOf: VerifyServerOptions['address'],
): Handler {
  const { settings, report } = parts

  /** The store, or something of the host's. Nobody is verified, and nothing more is sent. */
  function failed(error: unknown): Response {
    report('verify.warning', 'error', { reason: 'failed', error: nameOf(error) })
    return answers.unavailable()
  }

  async function handle(request: Request, context: RequestContext): Promise<Response> {
    if (request.method === 'OPTIONS') return answerPreflight(request, settings)
    const route = routeOf(request, settings.basePath)
    if (route instanceof Response) return route
    const { operation } = route
    const refuse = (reason: string, refusal: Response): Response => {
      report('verify.refused', 'warn', { operation, reason })
      return refusal
    }
    const foreign = refuseForeign(request, settings)
    if (foreign) return refuse('origin', foreign)
    const hasBody = operation === 'start' || operation === 'check'
    const body = hasBody ? await readBody(request) : {}
    if (body instanceof Response) return refuse('body', body)

    const session = await sessions.of(request)
    const isNew = operation === 'start' && !session.isKnown
    if (isNew && !sessions.canBegin) return answers.noSession()
    const address = addressOf ? addressOf(request) : context.address
    // A start that failed may have sent a text all the same, and only its session can enter the code.
    const asked = { request, session, address }
    const response = await operate(route, asked, body, parts).catch(failed)
    if (isNew && session.setCookie !== undefined) {
      response.headers.append('set-cookie', session.setCookie)
    }
    return response
  }

  return async (request, context = {}) => {
    const response = await handle(request, context).catch(failed)
    return withCors(response, request, settings)
  }
}

function operate(route: Route, asked: Asked, body: Body, parts: Parts): Promise<Response> {
  switch (route.operation) {
    case 'start':
      return start(asked, body, parts)
    case 'check':
      return check(asked, body, parts)
    case 'cancel':
      return cancel(asked, route.verifyId, parts)
    case 'resume':
      return current(asked, parts)
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)
