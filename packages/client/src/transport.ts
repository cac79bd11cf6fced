import type { VerifyClientOptions } from './client-options.ts'
import { systemClock } from './clock.ts'
import { VerifyError, type Operation } from './errors.ts'
import { retryAtFrom } from './retry-after.ts'
import { failureFrom } from './to-verify-error.ts'

/** An answer with a success status. */
export interface Answer {
  status: number
  /** The parsed JSON; undefined when there was no body. */
  body: unknown
  /** It came from another address than was asked, and perhaps by another method. */
  redirected: boolean
}

/** What `Call.read` gives back for an answer that makes no sense. */
export const unreadable: unique symbol = Symbol('unreadable')

export interface Call<Result> {
  operation: Operation
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  body?: object
  headers?: Record<string, string>
  signal: AbortSignal | undefined
  read(answer: Answer): Result | typeof unreadable
}

export type Send = <Result>(call: Call<Result>) => Promise<Result>

/** Sends one request, once, and turns every way it can fail into a `VerifyError`. */
export function createTransport(options: VerifyClientOptions): Send {
  const { clock = systemClock, timeoutMs = 60_000, errorRules: rules } = options
  const baseUrl = options.baseUrl.replace(/\/+$/, '')

  return async function send(call) {
    const { operation, method, signal } = call
    const url = baseUrl + call.path
    const request = `${method} ${url}`
    const context = { operation, rules, request }
    signal?.throwIfAborted()
    const init: RequestInit = {
      method,
      headers: headersOf(options.headers, call, request),
      body: call.body ? JSON.stringify(call.body) : null,
      cache: 'no-store',
    }

    const abort = new AbortController()
    const giveUp = (): void => abort.abort(signal?.reason)
    signal?.addEventListener('abort', giveUp)
    const timer = clock.setTimeout(() => abort.abort(timedOut), timeoutMs)
    let response: Response
    let text: string
    try {
      const fetch = options.fetch ?? globalThis.fetch
      response = await fetch(url, { ...init, signal: abort.signal })
      text = await response.text()
    } catch (cause) {
      if (signal?.aborted) throw signal.reason
      const why = abort.signal.reason === timedOut ? 'timeout' : 'network'
      throw failureFrom(why, undefined, { ...context, cause })
    } finally {
      clock.clearTimeout(timer)
      signal?.removeEventListener('abort', giveUp)
    }

    const { status, redirected } = response
    const body = parse(text)
    if (!response.ok) {
      const retryAt = retryAtFrom(response.headers, clock.now())
      throw failureFrom(status, body === unreadable ? undefined : body, { ...context, retryAt })
    }
    // A page of HTML with status 200 is a wrong URL, not a success.
    const result = body === unreadable ? unreadable : call.read({ status, body, redirected })
    if (result === unreadable) throw failureFrom('unreadable', undefined, context)
    return result
  }
}

const timedOut = Symbol('timed out')

function headersOf(
  given: VerifyClientOptions['headers'],
  call: Pick<Call<unknown>, 'operation' | 'body' | 'headers'>,
  request: string,
): Headers {
  try {
    const headers = new Headers(typeof given === 'function' ? given() : given)
    headers.set('accept', 'application/json')
    if (call.body) headers.set('content-type', 'application/json')
    for (const [name, value] of Object.entries(call.headers ?? {})) headers.set(name, value)
    return headers
  } catch (cause) {
    const { operation } = call
    const message = `The headers could not be made, so nothing was sent (unavailable): ${request}`
    throw new VerifyError(message, { kind: 'unavailable', operation, cause })
  }
}

function parse(text: string): unknown {
  if (text.trim() === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return unreadable
  }
}
