import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createRequest, sendResponse } from '@remix-run/node-fetch-server'

type Respond = (request: Request) => Promise<Response | undefined>

/** Serves on this machine only. An answer of undefined breaks the connection. */
export async function serve(
  respond: Respond,
  port: number,
): Promise<{ port: number; close: () => Promise<void> }> {
  const server = createServer((incoming, outgoing) => {
    answerOne(incoming, outgoing, respond).catch(() => outgoing.destroy())
  })
  await listen(server, port)
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

async function answerOne(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  respond: Respond,
): Promise<void> {
  const response = await respond(createRequest(incoming, outgoing))
  if (response) await sendResponse(outgoing, response)
  else outgoing.destroy()
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken =
        `[phoneproof] Port ${port} is taken. The service of the run cannot listen there. ` +
        'Stop what uses it, or choose another with --service-port.'
      reject(error.code === 'EADDRINUSE' ? new Error(taken, { cause: error }) : error)
    })
    server.listen(port, '127.0.0.1', resolve)
  })
