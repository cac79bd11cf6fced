import { createServer, type Server } from 'node:http'
import { createRequest, sendResponse } from '@remix-run/node-fetch-server'
import { createRunningClock, type RunningClock } from '../running-clock.ts'
import { createSimulator, type Simulator, type SimulatorOptions } from '../simulator.ts'
import { answerControl } from './control.ts'

export interface SandboxOptions extends Omit<SimulatorOptions, 'clock' | 'storage'> {
  /** 0 takes any free one. @default 4010 */
  port?: number | undefined
  /** Other machines reach it, and its control endpoints, only on another host. @default '127.0.0.1' */
  host?: string | undefined
  /** Gets a line for each request. @default nobody */
  log?: ((line: string) => void) | undefined
}

export interface Sandbox {
  /** Such as `http://127.0.0.1:4010`; the service is under `/api/v2`. */
  readonly url: string
  readonly simulator: Simulator
  /** Runs with real time and can be moved on. */
  readonly clock: RunningClock
  close(): Promise<void>
}

/** Serves the simulation over HTTP. Rejects, saying what to do, when the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 4010, host = '127.0.0.1', log = () => {}, ...simulatorOptions } = options
  const clock = createRunningClock()
  const simulator = createSimulator({ ...simulatorOptions, clock })

  async function answer(request: Request): Promise<Response> {
    // No other site may read the codes: only the service itself is open to pages elsewhere.
    const control = await answerControl(request, { simulator, clock })
    if (control) return control
    if (request.method === 'OPTIONS') return withCors(new Response(null, { status: 204 }))
    return withCors(await simulator.fetch(request))
  }

  const server = createServer((incoming, outgoing) => {
    const request = createRequest(incoming, outgoing)
    const line = `${request.method} ${new URL(request.url).pathname}`
    answer(request).then(
      async (response) => {
        log(`${line} ${response.status}`)
        await sendResponse(outgoing, response)
      },
      (error: unknown) => {
        const isUnknown = error instanceof Error && error.message.startsWith('[phoneproof]')
        log(`${line} ${isUnknown ? 404 : 'connection dropped'}`)
        if (isUnknown) outgoing.writeHead(404).end()
        else outgoing.destroy()
      },
    )
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
    url: `http://${host}:${actualPort}`,
    simulator,
    clock,
    close() {
      clock.stop()
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** A page on another origin may call it: that is what a sandbox is for. */
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
