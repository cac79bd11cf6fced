import type { RequestHandler } from 'msw'
import { setupServer } from 'msw/node'

/**
 * Answers the requests of a Node process. A request to anywhere else is an error that names it.
 * Returns a function that stops.
 */
export function startSimulatorServer(handlers: RequestHandler[]): () => void {
  const server = setupServer(...handlers)
  server.listen({ onUnhandledFrame: 'error' })
  let isRunning = true
  return () => {
    // MSW throws when it is closed twice, by a test and then by its teardown.
    if (isRunning) server.close()
    isRunning = false
  }
}
