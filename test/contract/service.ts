import {
  createManualClock,
  createSimulator,
  type ManualClock,
  type Simulator,
  type SimulatorOptions,
} from '@phoneproof/simulator'
import { startSandbox } from '@phoneproof/simulator/sandbox'
import { onTestFinished } from 'vitest'

export interface Answer {
  status: number
  body: unknown
  headers: Headers
}

/** A service under contract, whichever way it is reached. Its time stands still. */
export interface Service {
  baseUrl: string
  fetch: typeof globalThis.fetch
  clock: ManualClock
  simulator: Simulator
  /** Sends an object as JSON, a string as it is. */
  call(method: string, path: string, body?: unknown, headers?: HeadersInit): Promise<Answer>
}

export type OpenService = (options?: SimulatorOptions) => Promise<Service>

function serviceOf(
  baseUrl: string,
  fetch: typeof globalThis.fetch,
  clock: ManualClock,
  simulator: Simulator,
): Service {
  return {
    baseUrl,
    fetch,
    clock,
    simulator,
    async call(method, path, body, headers = {}) {
      const all = new Headers(headers)
      if (!all.has('content-type')) all.set('content-type', 'application/json')
      const text = typeof body === 'string' ? body : JSON.stringify(body)
      const response = await fetch(`${baseUrl}${path}`, {
        method,
        headers: all,
        ...(body === undefined ? {} : { body: text }),
      })
      const answer = await response.text()
      return {
        status: response.status,
        body: answer === '' ? undefined : JSON.parse(answer),
        headers: response.headers,
      }
    },
  }
}

/** The handlers themselves, without a server or a worker. */
export const openHandlers: OpenService = async (options = {}) => {
  const clock = createManualClock()
  const simulator = createSimulator({ ...options, clock })
  return serviceOf('https://rest.textmagic.com/api/v2', simulator.fetch, clock, simulator)
}

/** The same over real HTTP. */
export const openSandbox: OpenService = async (options = {}) => {
  const sandbox = await startSandbox({ credentials: 'none', ...options, port: 0 })
  sandbox.clock.speed = 0
  onTestFinished(() => sandbox.close())
  const { url, clock, simulator } = sandbox
  return serviceOf(`${url}/api/v2`, globalThis.fetch, clock, simulator)
}

export const validStart = { phone: '447400123456', brand: 'Acme', codeLength: 6 }

/** Starts a verification that must be accepted. */
export async function started(service: Service, body: object = {}): Promise<string> {
  const answer = await service.call('POST', '/verify', { ...validStart, ...body })
  if (answer.status !== 200) throw new Error(`start answered ${JSON.stringify(answer)}`)
  // SAFETY: a 200 of start has an id, which other tests check.
  return (answer.body as { verifyId: string }).verifyId
}

export const codeOf = (service: Service, phone = '+447400123456'): string =>
  service.simulator.lastCode(phone) ?? ''

export const wrongFor = (code: string): string =>
  code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10))
