import type { VerifyClientOptions } from './client-options.ts'
import { systemClock } from './clock.ts'
import { VerifyError, type Operation } from './errors.ts'
import { retryAtFrom } from './retry-after.ts'
import { failureFrom } from './to-verify-error.ts'

/** An answer with a success status. */
export interface Answer {
  status: number
  /** The parsed JSON. Undefined without a body, `unreadable` when the body is something else. */
  body: unknown
  /** Whether a redirect led to another URL, perhaps with another method. */
  redirected: boolean
}

/** What `Call.read` returns for an answer that makes no sense. */
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
  const { clock = systemClock, timeoutMs = 60_000, errorRules: rules, credentials } = options
  const baseUrl = options.baseUrl.replace(/\/+$/, '')

  return async function send(call) {
    const { operation, method, signal } = call
    const url = baseUrl + call.path
    const request = `${method} ${url}`
    const context = { operation, rules, request }
    signal?.throwIfAborted()

    const abort = new AbortController()
    const giveUp = (): void => abort.abort(signal?.reason)
    signal?.addEventListener('abort', giveUp)
    const timer = clock.setTimeout(() => abort.abort(timedOut), timeoutMs)
    let response: Response
    let text: string
    try {
      let headers: Headers
      try {
        const { headers: given } = options
        const made = typeof given === 'function' ? given() : given
        // Awaited only if need be, so that the request is sent within the call.
        headers = headersOf(isPromise(made) ? await orAborted(made, abort.signal) : made, call)
      } catch (cause) {
        const message = `The headers could not be made, so nothing was sent (unavailable): ${request}`
        throw new VerifyError(message, { kind: 'unavailable', operation, cause })
      }
      const init: RequestInit = {
        method,
        headers,
        body: call.body ? JSON.stringify(call.body) : null,
        cache: 'no-store',
        signal: abort.signal,
        // Some runtimes refuse the member itself.
        ...(credentials && { credentials }),
      }
      const fetch = options.fetch ?? globalThis.fetch
      response = await fetch(url, init)
      text = await response.text()
    } catch (cause) {
      if (signal?.aborted) throw signal.reason
      if (cause instanceof VerifyError) throw cause
      const why = abort.signal.reason === timedOut ? 'timeout' : 'network'
      throw failureFrom(why, undefined, { ...context, cause })
    } finally {
      clock.clearTimeout(timer)
      signal?.removeEventListener('abort', giveUp)
    }

    const { status, redirected, ok } = response
    const body = parse(text)
    const result = ok ? call.read({ status, body, redirected }) : unreadable
    if (result !== unreadable) return result
    // A failure is usually JSON or empty, so only another form is mentioned.
    const form = ok || body === unreadable ? ` with ${formOf(body, text)}` : ''
    throw failureFrom(ok ? 'unreadable' : status, body === unreadable ? undefined : body, {
      ...context,
      retryAt: retryAtFrom(response.headers, clock.now()),
      status,
      form: redirected ? `${form} after a redirect` : form,
    })
  }
}

const timedOut = Symbol('timed out')

function headersOf(
  init: HeadersInit | undefined,
  call: Pick<Call<unknown>, 'body' | 'headers'>,
): Headers {
  const headers = new Headers(init)
  headers.set('accept', 'application/json')
  if (call.body) headers.set('content-type', 'application/json')
  for (const [name, value] of Object.entries(call.headers ?? {})) headers.set(name, value)
  return headers
}

const orAborted = <Value>(promise: PromiseLike<Value>, signal: AbortSignal): Promise<Value> =>
  Promise.race([
    promise,
    new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason))
    }),
  ])

const isPromise = (made: object | undefined): made is PromiseLike<HeadersInit> =>
  made !== undefined && 'then' in made && typeof made.then === 'function'

function parse(text: string): unknown {
  if (text.trim() === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return unreadable
  }
}

function formOf(body: unknown, text: string): string {
  if (body === undefined) return 'no body'
  return body !== unreadable ? 'JSON' : /^\s*</.test(text) ? 'HTML' : 'text'
}
