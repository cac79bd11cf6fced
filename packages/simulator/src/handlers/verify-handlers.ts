import { http, HttpResponse, type RequestHandler } from 'msw'
import type { Behaviour } from '../behaviour.ts'
import { byStatus, methodNotAllowed, notFound, type Reply } from '../replies.ts'
import { answerCancel } from './cancel.ts'
import { answerCheck } from './check.ts'
import type { Call, Endpoint, HandlerParts } from './endpoint.ts'
import { readBody } from './read-body.ts'
import { answerStart } from './start.ts'

type OperationName = 'start' | 'check' | 'cancel'
const endpoints: Record<OperationName, Endpoint> = {
  start: answerStart,
  check: answerCheck,
  cancel: answerCancel,
}

/** MSW handlers for the three endpoints, on any origin and under any path unless told where. */
export function verifyHandlers(parts: HandlerParts, baseUrl?: string): RequestHandler[] {
  const { delays, faults, requestGuard, log, world } = parts

  const handle =
    (operation: OperationName) =>
    async ({ request, params }: { request: Request; params: Record<string, unknown> }) => {
      const id = params['verifyId']
      // A cancel may carry a JSON content type and no body at all (verify-api.md 5).
      const body = operation === 'cancel' ? undefined : await readBody(request)
      const call: Call = { body, verifyId: typeof id === 'string' ? id : '' }
      const finish = log.begin(request, body)
      const fault = faults.take(operation)
      parts.refresh()
      const { phoneOf, answer } = endpoints[operation]
      const phone = phoneOf(call, parts)
      const behaviour = parts.behaviourOf(phone)
      const isWanted = await delays.pass(fault?.latencyMs ?? behaviour.latencyMs)
      if (fault?.dropRequest || !isWanted) return drop(finish)

      parts.refresh()
      const isFirstStart =
        operation === 'start' && phone !== undefined && world.startsOf(phone) === 0
      const reply =
        (fault?.status === undefined ? undefined : byStatus(fault.status, fault.headers)) ??
        requestGuard.refuse(request.headers) ??
        (behaviour.isDown ? byStatus(503) : undefined) ??
        (isFirstStart && behaviour.isBusy ? countedBusy(call, behaviour) : undefined) ??
        answer(call, parts)
      parts.remember()
      if (fault?.dropAnswer || (isFirstStart && behaviour.losesStartAnswer)) return drop(finish)
      finish(reply.status, reply.body)
      return fault?.malformed ? malformed(reply) : toResponse(reply)
    }

  /** A refused start counts as the number's first, so that the next one goes through. */
  function countedBusy({ body }: Call, { retryAfterS }: Behaviour): Reply {
    const phone = endpoints.start.phoneOf({ body, verifyId: '' }, parts)
    if (phone !== undefined) world.countStart(phone)
    return byStatus(429, retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) })
  }

  // A path alone is one on any origin: Node has none that it could belong to.
  const base = baseUrl?.replace(/\/$/, '').replace(/^(?=\/)/, '*')
  const verify = `${base ?? '*'}/verify`
  // Any other request under a path that is surely this API's can only be a mistake.
  const ownVerify = `${base ?? '*/api/v2'}/verify`
  return [
    http.post(verify, handle('start')),
    http.put(verify, handle('check')),
    http.delete(`${verify}/:verifyId`, handle('cancel')),
    http.all(ownVerify, () => toResponse(methodNotAllowed)),
    http.all(`${ownVerify}/*`, () => toResponse(notFound)),
  ]
}

function toResponse({ status, body, headers = {} }: Reply): Response {
  if (body === undefined) return new HttpResponse(null, { status, headers })
  return new HttpResponse(JSON.stringify(body), {
    status,
    headers: { ...headers, 'content-type': 'application/json' },
  })
}

const malformed = ({ status }: Reply): Response =>
  new HttpResponse('<!doctype html><title>Proxy</title>', {
    status: status === 204 ? 200 : status,
    headers: { 'content-type': 'text/html' },
  })

function drop(finish: (status: number) => void): Response {
  finish(0)
  return HttpResponse.error()
}
