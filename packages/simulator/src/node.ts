import type { RequestHandler } from 'msw'
import { setupServer } from 'msw/node'

/**
 * Answers the requests of a Node process, and refuses all that are for somebody else, naming them.
 * Returns a function that stops.
 */
export function startSimulatorServer(handlers: RequestHandler[]): () => void {
  const server = setupServer(...handlers)
  server.listen({ onUnhandledFrame: 'error' })
  let isRunning = true
  return () => {
    // MSW throws when it is closed twice, as by a test and then its teardown.
    if (isRunning) server.close()
    isRunning = false
  }
}
