import type { IncomingMessage, ServerResponse } from 'node:http'
import { createRequest } from '@remix-run/node-fetch-server'

/** What frameworks add to a request. */
interface FrameworkRequest extends IncomingMessage {
  /** Express and Connect: the URL before a mount path was taken off. */
  originalUrl?: unknown
  /** The body as it came, where something read it first and kept it. */
  rawBody?: unknown
}

/** `unreadable`: its URL or host. `bodyGone`: somebody read the body first, and did not keep it. */
export function readRequest(
  incoming: FrameworkRequest,
  outgoing: ServerResponse,
): Request | 'bodyGone' | 'unreadable' {
  const { originalUrl, rawBody, method = 'GET' } = incoming
  const raw = typeof rawBody === 'string' || rawBody instanceof Uint8Array ? rawBody : undefined
  const isGone = raw === undefined && hasBody(incoming) && incoming.readableDidRead
  if (isGone) return 'bodyGone'
  try {
    const request = createRequest(incoming, outgoing)
    const { origin } = new URL(request.url)
    const url = typeof originalUrl === 'string' ? `${origin}${originalUrl}` : request.url
    const { headers, signal } = request
    if (raw !== undefined && method !== 'GET' && method !== 'HEAD') {
      return new Request(url, { method, headers, signal, body: Uint8Array.from(Buffer.from(raw)) })
    }
    return url === request.url ? request : new Request(url, request)
  } catch {
    return 'unreadable'
  }
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
