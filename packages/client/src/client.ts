import { toCode, toStartBody, toVerifyId } from './arguments.ts'
import { systemClock, type Clock } from './clock.ts'
import { isRecord, type ErrorRule } from './error-rules.ts'
import { isVerifyError, type Operation } from './errors.ts'
import { warnAboutExposedKey } from './exposed-key.ts'
import { retryAtFrom } from './retry-after.ts'
import { serverTimeFrom, type ServerTime } from './server-time.ts'
import { failureFrom } from './to-verify-error.ts'
import type { CheckBody, CodeLength, Language } from './wire.ts'
import type { WorkflowId } from './workflow.ts'

export interface StartRequest {
  /** E.164, such as `+447860021130`; or a local number together with `country`. */
  phone: string
  /** 1 to 18 letters, digits and inner spaces. Appears in the text message. */
  brand: string
  codeLength: CodeLength
  /** Language of text and voice. By default the service goes by the number. */
  language?: Language | undefined
  /** A sender setting of the account. The service falls back where it is not allowed. */
  senderId?: string | undefined
  /** ISO 3166-1 alpha-2, for a local number. Not sent with an international one. */
  country?: string | undefined
  /** Which texts and calls, when. By default 1: a text, then two calls. */
  workflowId?: WorkflowId | undefined
}

export interface RequestOptions {
  signal?: AbortSignal | undefined
}

export interface StartOptions extends RequestOptions {
  /** Sent as `Idempotency-Key`: a backend that honours it answers a repeat with the same id. */
  idempotencyKey?: string | undefined
}

export interface StartResult {
  /** The only handle to check or cancel. Opaque. */
  verifyId: string
  /** Credit taken on completion. Undefined when the backend keeps it to itself. */
  price: number | undefined
  /** Times by the backend's clock, when it sends them. */
  serverTime: ServerTime | undefined
}

export interface CancelResult {
  /** True when the backend answered 202: it will cancel as soon as the service allows. */
  deferred: boolean
}

/** A verification the backend knows to be running for this session. */
export interface RunningVerification {
  verifyId: string
  phone: string | undefined
  codeLength: number | undefined
  serverTime: ServerTime
  attemptsLeft: number | undefined
}

/** What the hooks need. `createVerifyClient` makes one; any object of this shape will do. */
export interface VerifyClient {
  /** Sends a code. Rejects with a `VerifyError`, or a `VerifyArgumentError` before sending. */
  start(request: StartRequest, options?: StartOptions): Promise<StartResult>
  /** Resolves when the code is right. A wrong one rejects with kind `wrongCode`. */
  check(request: CheckBody, options?: RequestOptions): Promise<void>
  /** Ends a verification; possible from 30 s after its start. */
  cancel(request: { verifyId: string }, options?: RequestOptions): Promise<CancelResult>
  /** Asks a session-bound backend what is running. Reads only. */
  resume?(options?: RequestOptions): Promise<RunningVerification | undefined>
}

export interface VerifyClientOptions {
  /** Where the endpoints are, such as `/api/v2`: your own backend, which keeps the API key. */
  baseUrl: string
  /** @default globalThis.fetch, looked up at each call */
  fetch?: typeof globalThis.fetch | undefined
  /** Headers for every request; a function is asked each time (CSRF tokens). */
  headers?: HeadersInit | (() => HeadersInit) | undefined
  /** @default systemClock */
  clock?: Clock | undefined
  /** Milliseconds after which a request without an answer fails. @default 60000 */
  timeoutMs?: number | undefined
  /** Rows asked before `defaultErrorRules`. */
  errorRules?: readonly ErrorRule[] | undefined
  /** True when the backend serves `GET {baseUrl}/verify/current`. @default false */
  resume?: boolean | undefined
}

interface Call extends RequestOptions {
  operation: Operation
  method: string
  path: string
  body?: object
  headers?: Record<string, string>
}

/** The typed client of the Verify API, or of a backend that speaks the same protocol. */
export function createVerifyClient(options: VerifyClientOptions): VerifyClient {
  const { clock = systemClock, timeoutMs = 60_000, errorRules: rules } = options
  const baseUrl = options.baseUrl.replace(/\/+$/, '')
  warnAboutExposedKey(options)

  async function send(call: Call): Promise<{ status: number; body: unknown }> {
    const url = baseUrl + call.path
    const context = { operation: call.operation, rules, request: `${call.method} ${url}` }
    const abort = new AbortController()
    const giveUp = (): void => abort.abort(call.signal?.reason)
    call.signal?.throwIfAborted()
    call.signal?.addEventListener('abort', giveUp)
    const timer = clock.setTimeout(() => abort.abort(timedOut), timeoutMs)
    try {
      const own = options.headers
      const headers = new Headers(typeof own === 'function' ? own() : own)
      headers.set('accept', 'application/json')
      if (call.body) headers.set('content-type', 'application/json')
      for (const [name, value] of Object.entries(call.headers ?? {})) headers.set(name, value)
      const response = await (options.fetch ?? globalThis.fetch)(url, {
        method: call.method,
        headers,
        body: call.body ? JSON.stringify(call.body) : null,
        signal: abort.signal,
      })
      const body = parse(await response.text())
      if (!response.ok) {
        const retryAt = retryAtFrom(response.headers, clock.now())
        throw failureFrom(response.status, body, { ...context, retryAt })
      }
      // A page of HTML with status 200 is a wrong URL, not a success.
      if (body === unreadable) throw failureFrom('unreadable', undefined, context)
      return { status: response.status, body }
    } catch (cause) {
      if (isVerifyError(cause)) throw cause
      if (call.signal?.aborted) throw call.signal.reason
      const why = abort.signal.reason === timedOut ? 'timeout' : 'network'
      throw failureFrom(why, undefined, { ...context, cause })
    } finally {
      clock.clearTimeout(timer)
      call.signal?.removeEventListener('abort', giveUp)
    }
  }

  const client: VerifyClient = {
    async start(request, { signal, idempotencyKey } = {}) {
      const body = toStartBody(request)
      const headers = idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }
      const call: Call = {
        operation: 'start',
        method: 'POST',
        path: '/verify',
        body,
        headers,
        signal,
      }
      const reply = (await send(call)).body
      const verifyId = isRecord(reply) ? idFrom(reply['verifyId']) : undefined
      if (verifyId === undefined || !isRecord(reply)) {
        throw failureFrom('unreadable', reply, {
          operation: 'start',
          rules,
          request: `POST ${baseUrl}/verify`,
        })
      }
      const price = Number(reply['price'] ?? Number.NaN)
      return {
        verifyId,
        price: Number.isNaN(price) ? undefined : price,
        serverTime: serverTimeFrom(reply),
      }
    },

    async check(request, { signal } = {}) {
      const body = { code: toCode(request.code), verifyId: toVerifyId('check', request.verifyId) }
      await send({ operation: 'check', method: 'PUT', path: '/verify', body, signal })
    },

    async cancel(request, { signal } = {}) {
      const path = `/verify/${encodeURIComponent(toVerifyId('cancel', request.verifyId))}`
      const { status } = await send({ operation: 'cancel', method: 'DELETE', path, signal })
      return { deferred: status === 202 }
    },
  }
  if (options.resume) client.resume = resume
  return client

  async function resume({ signal }: RequestOptions = {}): Promise<RunningVerification | undefined> {
    const call: Call = { operation: 'resume', method: 'GET', path: '/verify/current', signal }
    const reply = await send(call).catch((error: unknown) => {
      if (isRecord(error) && error['status'] === 404) return { body: undefined }
      throw error
    })
    return runningFrom(reply.body)
  }
}

const timedOut = Symbol('timed out')
const unreadable = Symbol('unreadable')

function parse(text: string): unknown {
  if (text.trim() === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return unreadable
  }
}

const idFrom = (value: unknown): string | undefined =>
  typeof value === 'number' || (typeof value === 'string' && value !== '')
    ? String(value)
    : undefined

function runningFrom(reply: unknown): RunningVerification | undefined {
  if (!isRecord(reply)) return undefined
  const verifyId = idFrom(reply['verifyId'])
  const serverTime = serverTimeFrom(reply)
  if (verifyId === undefined || serverTime === undefined) return undefined
  const { phone, codeLength, attemptsLeft } = reply
  return {
    verifyId,
    serverTime,
    phone: typeof phone === 'string' ? phone : undefined,
    codeLength: typeof codeLength === 'number' ? codeLength : undefined,
    attemptsLeft: typeof attemptsLeft === 'number' ? attemptsLeft : undefined,
  }
}
