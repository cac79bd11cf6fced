import type { RequestHandler } from 'msw'
import { setupServer } from 'msw/node'

/** Answers the requests of a Node process. Resolves nothing: call the returned function to stop. */
export function startSimulatorServer(handlers: RequestHandler[]): () => void {
  const server = setupServer(...handlers)
  server.listen({ onUnhandledFrame: 'error' })
  return () => server.close()
}
