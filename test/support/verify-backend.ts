// A backend as a team would have it, on the simulated service and a clock that stands still.
import { createVerifyClient, type VerifyClient } from '@phoneproof/client'
import { createVerifyServer, type VerifyServer, type VerifyServerOptions } from '@phoneproof/server'
import type { SimulatorOptions } from '@phoneproof/simulator'
import { createTestSimulator, type TestSimulator } from '@phoneproof/simulator/testing'

export const origin = 'https://app.example'
export const secret = 'a secret of the tests, long enough for all'
export const phone = '+447400123456'

export interface VerifyBackend {
  simulator: TestSimulator
  server: VerifyServer
  /** Another instance over the same store and service. */
  another: (options?: Partial<VerifyServerOptions>) => VerifyServer
}

/** The service as the server reaches it. */
export const serviceOf = (simulator: TestSimulator): VerifyClient =>
  createVerifyClient({
    baseUrl: 'https://rest.textmagic.com/api/v2',
    fetch: simulator.fetch,
    clock: simulator.clock,
    timeoutMs: 10_000,
  })

export function createBackend(
  options: Partial<VerifyServerOptions> = {},
  simulated: SimulatorOptions = {},
): VerifyBackend {
  const simulator = createTestSimulator(simulated)
  const { store } = options
  const another = (more: Partial<VerifyServerOptions> = {}): VerifyServer =>
    createVerifyServer({
      brand: 'Acme',
      secret,
      origins: [origin],
      countries: ['GB', 'US'],
      service: serviceOf(simulator),
      clock: simulator.clock,
      ...options,
      ...(store && { store }),
      ...more,
    })
  return { simulator, server: another(), another }
}

/** A person's browser: it keeps cookies, and sends what browsers send. */
export interface Browser {
  fetch: typeof globalThis.fetch
  /** As the kit calls the backend. */
  client: VerifyClient
  /** The request itself, and its answer. */
  send: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Response>
  start: (number?: string, headers?: Record<string, string>) => Promise<Response>
  cookie: string | undefined
  /** The instance that it reaches. */
  server: Pick<VerifyServer, 'fetch'>
  /** A request of the same session, for `verified`. */
  request: () => Request
}

export function createBrowser(
  server: Pick<VerifyServer, 'fetch'>,
  { simulator, address }: { simulator: TestSimulator; address?: string },
): Browser {
  const browser: Browser = {
    cookie: undefined,
    server,
    async fetch(input, init) {
      const request = new Request(input, init)
      const headers = new Headers(request.headers)
      if (request.method !== 'GET' && !headers.has('origin')) headers.set('origin', origin)
      if (browser.cookie) headers.set('cookie', browser.cookie)
      const response = await browser.server.fetch(new Request(request, { headers }), { address })
      const [pair] = response.headers.get('set-cookie')?.split(';') ?? []
      if (pair) browser.cookie = pair
      return response
    },
    send: (method, path, body, headers) =>
      browser.fetch(`${origin}/api/v2${path}`, {
        method,
        headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
        ...(body !== undefined && {
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
      }),
    start: (number = phone, headers = {}) =>
      browser.send(
        'POST',
        '/verify',
        { phone: number.replace('+', ''), brand: 'x', codeLength: 6 },
        headers,
      ),
    client: createVerifyClient({
      baseUrl: `${origin}/api/v2`,
      fetch: (...given) => browser.fetch(...given),
      clock: simulator.clock,
      resume: true,
    }),
    request: () =>
      new Request(`${origin}/account`, {
        headers: browser.cookie ? { cookie: browser.cookie } : {},
      }),
  }
  return browser
}

/** A code that is not this one. */
export const wrong = (code: string, by = 1): string =>
  String((Number(code) + by) % 10 ** code.length).padStart(code.length, '0')
