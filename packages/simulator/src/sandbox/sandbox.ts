import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createRequest, sendResponse } from '@remix-run/node-fetch-server'
import { getResponse } from 'msw'
import { badRequest, notFound } from '../replies.ts'
import { createRunningClock, type RunningClock } from '../running-clock.ts'
import { createSimulator, type Simulator, type SimulatorOptions } from '../simulator.ts'
import { answerControl } from './control.ts'

/** As for a simulator, except that it asks for credentials by default, as the service does. */
export interface SandboxOptions extends Omit<SimulatorOptions, 'clock' | 'storage' | 'baseUrl'> {
  /** 0: any free port. @default 4010 */
  port?: number | undefined
  /** By default only this machine can reach it. @default '127.0.0.1' */
  host?: string | undefined
  /** Lets other machines use the control endpoints. @default false */
  openControl?: boolean | undefined
  /** Called with a line for each request. */
  log?: ((line: string) => void) | undefined
}

export interface Sandbox {
  /** Such as `http://127.0.0.1:4010`. The service is under `/api/v2`. */
  readonly url: string
  readonly simulator: Simulator
  /** Runs with real time, and can be moved on. */
  readonly clock: RunningClock
  close(): Promise<void>
}

/** Serves the simulation over HTTP. Rejects when the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 4010, host = '127.0.0.1', openControl = false, log = () => {} } = options
  const clock = createRunningClock()
  const simulator = createSimulator({ credentials: 'any', ...options, clock })

  async function answer(request: Request, isFromHere: boolean): Promise<Response> {
    // Pages on other origins may use the service, but not the controls: those show codes.
    const control = await answerControl(request, { simulator, clock, mayControl: isFromHere })
    if (control) return control
    if (request.method === 'OPTIONS') return withCors(new Response(null, { status: 204 }))
    const response = await getResponse(simulator.handlers, request)
    if (response?.type === 'error') return response
    return withCors(response ?? Response.json(notFound.body, { status: 404 }))
  }

  async function respond(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const request = readRequest(incoming, outgoing)
    const line = `${incoming.method} ${incoming.url?.replace(/\?.*/, '')}`
    const isFromHere = openControl || isLoopback(incoming.socket.remoteAddress)
    const response = request
      ? await answer(request, isFromHere)
      : Response.json(badRequest('The URL cannot be read.').body, { status: 400 })
    if (response.type === 'error') {
      log(`${line} connection dropped`)
      outgoing.destroy()
      return
    }
    log(`${line} ${response.status}`)
    await sendResponse(outgoing, response)
  }

  const server = createServer((incoming, outgoing) => {
    // One failed request, or one whose sender is gone, must not end the others.
    respond(incoming, outgoing).catch((error: unknown) => {
      log(`${incoming.method} ${incoming.url} ${String(error)}`)
      outgoing.destroy()
    })
  })

  try {
    await listen(server, port, host)
  } catch (error) {
    clock.stop()
    throw error
  }
  const address = server.address()
  const actualPort = typeof address === 'object' && address ? address.port : port
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actualPort}`,
    simulator,
    clock,
    close() {
      clock.stop()
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** Undefined when the URL or the host of a request cannot be read. */
function readRequest(incoming: IncomingMessage, outgoing: ServerResponse): Request | undefined {
  try {
    return createRequest(incoming, outgoing)
  } catch {
    return undefined
  }
}

const isLoopback = (address = ''): boolean => /^(?:::ffff:)?127\.|^::1$/.test(address)

/** Lets pages on other origins call the service, which is what a sandbox is for. */
function withCors(response: Response): Response {
  const headers = new Headers(response.headers)
  headers.set('access-control-allow-origin', '*')
  headers.set('access-control-allow-methods', 'GET, POST, PUT, DELETE')
  headers.set(
    'access-control-allow-headers',
    'authorization, content-type, idempotency-key, x-tm-username, x-tm-key',
  )
  headers.set('access-control-expose-headers', 'retry-after')
  return new Response(response.body, { status: response.status, headers })
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE'
      reject(
        isTaken
          ? new Error(
              `[phoneproof] Port ${port} is taken. The sandbox cannot listen there. ` +
                `Stop what uses it, or choose another with --port ${port + 1}.`,
              { cause: error },
            )
          : error,
      )
    })
    server.listen(port, host, resolve)
  })
}
