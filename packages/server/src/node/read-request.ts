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
  const { originalUrl, rawBody } = incoming
  const wasRead = incoming.readableDidRead || incoming.readableEnded
  const kept = typeof rawBody === 'string' || rawBody instanceof Uint8Array ? rawBody : undefined
  if (wasRead && hasBody(incoming) && kept === undefined) return 'bodyGone'
  try {
    const request = createRequest(incoming, outgoing)
    const { origin } = new URL(request.url)
    const url = typeof originalUrl === 'string' ? `${origin}${originalUrl}` : request.url
    if (!wasRead) return url === request.url ? request : new Request(url, request)
    // What comes out of a stream that somebody has read to its end is never an end.
    const { method, headers, signal } = request
    const body = kept === undefined ? null : Uint8Array.from(Buffer.from(kept))
    return new Request(url, { method, headers, signal, body })
  } catch {
    return 'unreadable'
  }
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
