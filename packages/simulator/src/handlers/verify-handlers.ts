import type { Clock, Operation } from '@phoneproof/client'
import { http, HttpResponse, type HttpHandler } from 'msw'
import type { FaultControl } from '../faults.ts'
import {
  alreadyPending,
  badRequest,
  byStatus,
  noContent,
  notActive,
  notFound,
  tooEarly,
  tooLate,
  validationFailed,
  wrongCode,
  type Reply,
} from '../replies.ts'
import type { RequestLog } from '../request-log.ts'
import { readStartBody } from '../start-body.ts'
import type { World } from '../world.ts'
import { readBody } from './read-body.ts'

export interface HandlerParts {
  world: World
  clock: Clock
  faults: FaultControl
  log: RequestLog
  latencyMs: number
}

type Answer = (body: Record<string, unknown> | undefined, verifyId: string) => Reply

/** MSW handlers for the three endpoints, on any origin and under any base path. */
export function verifyHandlers(parts: HandlerParts): HttpHandler[] {
  const { world } = parts

  const start: Answer = (body) => {
    if (body === undefined) return badRequest('Invalid JSON.')
    const request = readStartBody(body)
    if ('fields' in request) return validationFailed(request.fields)
    const started = world.start(request)
    if (started === 'alreadyPending') return alreadyPending
    return { status: 200, body: { verifyId: started.verifyId, price: world.price } }
  }

  const check: Answer = (body) => {
    if (body === undefined) return badRequest('Invalid JSON.')
    const { code, verifyId } = body
    if (typeof verifyId !== 'string' || verifyId === '') {
      return validationFailed({ verifyId: ['This value should not be blank.'] })
    }
    if ((typeof code !== 'string' || code === '') && typeof code !== 'number') {
      return validationFailed({ code: ['This value is not valid.'] })
    }
    const result = world.check(verifyId, code)
    return { ok: noContent, wrongCode, notActive }[result]
  }

  const cancel: Answer = (_, verifyId) =>
    ({ ok: noContent, tooEarly, tooLate, unknown: notFound })[world.cancel(verifyId)]

  const handle =
    (operation: Exclude<Operation, 'resume'>, answer: Answer) =>
    async ({ request, params }: { request: Request; params: Record<string, unknown> }) => {
      const verifyId = typeof params['verifyId'] === 'string' ? params['verifyId'] : ''
      const body = operation === 'cancel' ? undefined : await readBody(request)
      const finish = parts.log.begin(request, body)
      const fault = parts.faults.take(operation)
      const latencyMs = fault?.latencyMs ?? parts.latencyMs
      if (latencyMs > 0) {
        await new Promise<void>((resolve) => {
          parts.clock.setTimeout(resolve, latencyMs)
        })
      }
      if (fault?.dropRequest) return drop(finish)
      const isRefused = fault?.status !== undefined
      const reply = isRefused
        ? byStatus(fault.status ?? 500, fault.headers)
        : answer(body, verifyId)
      if (fault?.dropAnswer) return drop(finish)
      finish(reply.status, reply.body)
      if (fault?.malformed) return new HttpResponse('<!doctype html>', { status: reply.status })
      const init = { status: reply.status, ...(reply.headers && { headers: reply.headers }) }
      return reply.body === undefined
        ? new HttpResponse(null, init)
        : HttpResponse.text(JSON.stringify(reply.body), {
            ...init,
            headers: { ...reply.headers, 'content-type': 'application/json' },
          })
    }

  return [
    http.post('*/verify', handle('start', start)),
    http.put('*/verify', handle('check', check)),
    http.delete('*/verify/:verifyId', handle('cancel', cancel)),
  ]
}

function drop(finish: (status: number) => void): Response {
  finish(0)
  return HttpResponse.error()
}
