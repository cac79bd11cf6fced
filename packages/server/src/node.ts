import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendResponse } from '@remix-run/node-fetch-server'
import { clientAddress } from './node/client-address.ts'
import { readRequest } from './node/read-request.ts'

/** What answers requests: a verify server. */
export interface FetchServer {
  fetch(request: Request, context?: { address?: string | undefined }): Promise<Response>
}

export interface NodeHandlerOptions {
  /**
   * How many proxies of your own stand in front. The address of a request is then the entry of
   * `X-Forwarded-For` that the outermost of them wrote. With 0 the header is ignored. @default 0
   */
  trustedProxies?: number | undefined
}

const bodyWasRead =
  '[phoneproof] The body of a request was read before the verify server got it. It reads bodies ' +
  'itself, because a parsed one no longer shows a key that came twice. Mount the verify server before ' +
  'express.json(), or keep the bytes as request.rawBody; in Fastify, remove the content type parsers.'

/**
 * Answers requests of `node:http`, Express and Fastify with a verify server. It must be the first to
 * read a body.
 *
 * ```ts
 * createServer(toNodeHandler(server)) // node:http
 * app.use('/api/v2/verify', toNodeHandler(server)) // Express, before express.json()
 * fastify.register(async (scope) => {
 *   scope.removeAllContentTypeParsers()
 *   scope.addContentTypeParser('*', (_request, _body, done) => done(null))
 *   scope.all('/api/v2/verify', handle).all('/api/v2/verify/*', handle)
 * })
 * // with: handle = (request, reply) => { reply.hijack(); toNodeHandler(server)(request.raw, reply.raw) }
 * ```
 */
export function toNodeHandler(
  server: FetchServer,
  { trustedProxies = 0 }: NodeHandlerOptions = {},
): (incoming: IncomingMessage, outgoing: ServerResponse) => void {
  if (!Number.isInteger(trustedProxies) || trustedProxies < 0) {
    throw new TypeError(
      `[phoneproof] trustedProxies is ${String(trustedProxies)}. It says which entry of ` +
        'X-Forwarded-For is the address that limits count. Give the number of your own proxies: 0 or more.',
    )
  }

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<Response> {
    const request = readRequest(incoming, outgoing)
    if (request === 'unreadable') return failure(400, 'The URL cannot be read.')
    if (request === 'bodyGone') {
      process.emitWarning(bodyWasRead)
      return failure(500, bodyWasRead)
    }
    return server.fetch(request, { address: clientAddress(incoming, trustedProxies) })
  }

  async function respond(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const response = await answer(incoming, outgoing).catch((error: unknown) => {
      // Nobody waits for the answer to a request that was given up.
      if (!outgoing.destroyed) process.emitWarning(error instanceof Error ? error : String(error))
      return failure(500, 'Internal server error.')
    })
    if (outgoing.destroyed) return
    await sendResponse(outgoing, response)
    discardRest(incoming)
  }

  return (incoming, outgoing) => {
    respond(incoming, outgoing).catch(() => outgoing.destroy())
  }
}

/** A body that was refused is not kept; but whoever still sends it must be able to hear so. */
function discardRest(incoming: IncomingMessage): void {
  if (incoming.complete) return
  incoming.removeAllListeners('data')
  incoming.resume()
}

const failure = (status: number, message: string): Response =>
  Response.json({ code: status, message }, { status, headers: { 'cache-control': 'no-store' } })
