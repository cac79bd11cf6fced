import { createRunningClock, createSimulator } from '@phoneproof/simulator'
import type { RunningClock } from '@phoneproof/simulator'
import { membersOf } from '../answer.ts'
import { createScripts, type Script } from './script.ts'
import { createServiceLog, operationOf } from './service-log.ts'
import type { ServiceOperation, ServiceRequest } from './service-log.ts'
import { serve } from './serve.ts'

export interface ConformanceServiceOptions {
  /** 0: any free port. @default 4010 */
  port?: number | undefined
  /** What the backend has to send. @default any */
  credentials?: { username: string; key: string } | undefined
  /** @default real time */
  clock?: RunningClock | undefined
}

/** The simulated Verify API over HTTP, for one run: it counts all it hears, and lies when told to. */
export interface ConformanceService {
  /** What the backend is pointed at, such as `http://127.0.0.1:4010/api/v2`. */
  readonly url: string
  readonly clock: RunningClock
  /** Everything that reached it, the oldest first. */
  readonly requests: readonly ServiceRequest[]
  /** How many requests of an operation were about a number. */
  reached(phone: string, operation: ServiceOperation): number
  /** How many starts of a number it accepted: each one sends a text. */
  texts(phone: string): number
  /** How often a number was called. */
  calls(phone: string): number
  /** The newest code of a number. Empty when it has none. */
  code(phone: string): string
  /** The id that it gave the newest verification of a number. Empty when there is none. */
  verifyId(phone: string): string
  /** Answers the next request of an operation on a number otherwise. */
  next(phone: string, script: Script): void
  close(): Promise<void>
}

/** Starts the service that the backend under test is to be pointed at. */
export async function startService(
  options: ConformanceServiceOptions = {},
): Promise<ConformanceService> {
  const { port = 4010, credentials = 'any', clock = createRunningClock() } = options
  // Every code begins with 0, so that whoever loses zeros accepts none.
  const simulator = createSimulator({ clock, credentials, scenario: 'leading-zero' })
  const log = createServiceLog()
  const scripts = createScripts()
  /** The simulator forgets the verifications of old. */
  const phoneById = new Map<string, string>()

  async function answer(request: Request): Promise<Response | undefined> {
    const path = new URL(request.url).pathname
    const text = await request.text()
    const form = new URLSearchParams(text)
    const isForm = (request.headers.get('content-type') ?? '').includes('urlencoded')
    const body = isForm ? Object.fromEntries(form) : membersOf(text)
    const operation = operationOf(request.method, path)
    const phone = phoneOf(operation, path, body)
    const finish = log.begin({ operation, method: request.method, path, phone, body })
    const script = scripts.take(phone, operation)
    const isDoneFirst = script === undefined || script.isDone === true
    const real = isDoneFirst ? await simulated(request, text, operation) : undefined
    if (real?.ok && operation === 'start') await rememberId(real)
    await script?.until
    if (script?.isDropped || real?.type === 'error') return undefined
    const response = scripted(script) ?? real ?? new Response(null, { status: 404 })
    finish(response.status)
    return response
  }

  function phoneOf(
    operation: ServiceOperation,
    path: string,
    { phone, verifyId }: Record<string, unknown>,
  ): string | undefined {
    if (operation === 'start') {
      const digits = typeof phone === 'string' ? phone.replaceAll(/\D/g, '') : ''
      return digits === '' ? undefined : `+${digits}`
    }
    const id = operation === 'cancel' ? path.split('/').at(-1) : verifyId
    return typeof id === 'string' ? phoneById.get(id) : undefined
  }

  async function simulated(
    { url, method, headers }: Request,
    text: string,
    operation: ServiceOperation,
  ): Promise<Response> {
    if (operation === 'other') return Response.json({ code: 404 }, { status: 404 })
    const init = { method, headers, ...(operation === 'cancel' ? {} : { body: text }) }
    return simulator.fetch(url, init)
  }

  async function rememberId(response: Response): Promise<void> {
    const { verifyId } = membersOf(await response.clone().text())
    const phone = simulator.world.find(String(verifyId))?.phone
    if (phone !== undefined) phoneById.set(String(verifyId), phone)
  }

  const server = await serve(answer, port)
  const about = (phone: string, operation: ServiceOperation): ServiceRequest[] =>
    log.requests.filter((each) => each.phone === phone && each.operation === operation)

  return {
    url: `http://127.0.0.1:${server.port}/api/v2`,
    clock,
    requests: log.requests,
    reached: (phone, operation) => about(phone, operation).length,
    texts: (phone) => [...phoneById.values()].filter((each) => each === phone).length,
    calls: (phone) =>
      simulator.handset
        .getSnapshot()
        .filter((each) => each.phone === phone && each.channel === 'voice').length,
    code: (phone) => simulator.lastCode(phone) ?? '',
    verifyId: (phone) => simulator.world.latest(phone)?.verifyId ?? '',
    next: (phone, script) => scripts.add(phone, script),
    close() {
      clock.stop()
      return server.close()
    },
  }
}

function scripted(script: Script | undefined): Response | undefined {
  if (script?.status === undefined) return undefined
  const { status, headers = {}, body = null } = script
  return new Response(body, { status, headers })
}
