import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Sandbox } from '@phoneproof/simulator/sandbox'
import type { SandboxCommand, SandboxWorld } from '../src/node-backend/sandbox-world.ts'

/** Shows the page what is on the sandbox's phone, and does there what the page asks for. */
export function createWorldFeed(
  { simulator, clock }: Sandbox,
  reset: () => Promise<void>,
): (request: IncomingMessage, response: ServerResponse) => void {
  const world = (): SandboxWorld => ({
    now: clock.now(),
    scenario: simulator.scenario,
    verifications: simulator.getSnapshot(),
    messages: simulator.handset.getSnapshot(),
    requests: simulator.requests.getSnapshot(),
  })

  function follow(response: ServerResponse): void {
    const tell = (): void => void response.write(`data: ${JSON.stringify(world())}\n\n`)
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    tell()
    const stops = [simulator, simulator.handset, simulator.requests].map(({ subscribe }) =>
      subscribe(tell),
    )
    response.on('close', () => {
      for (const stop of stops) stop()
    })
  }

  async function carryOut(command: SandboxCommand): Promise<void> {
    switch (command.do) {
      case 'reset':
        return reset()
      case 'setScenario':
        return simulator.setScenario(command.scenario)
      case 'setSpeed':
        clock.speed = command.speed
        return
      case 'advanceTo':
        return clock.advanceTo(Math.max(clock.now(), command.instant))
      case 'accept':
        return simulator.handset.accept(command.id)
      case 'decline':
        return simulator.handset.decline(command.id)
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOwnPage(request)) return void response.writeHead(403).end()
    if (request.method === 'GET') return follow(response)
    try {
      // SAFETY: only the page of this checkout sends any; what is no command does nothing.
      await carryOut(JSON.parse(await text(request)) as SandboxCommand)
      response.end(JSON.stringify({ now: clock.now() }))
    } catch (error) {
      response.writeHead(400).end(String(error))
    }
  }

  return (request, response) => void answer(request, response)
}

/** Codes are shown to this machine only, and to no page of another origin. */
function isOwnPage({ socket, headers }: IncomingMessage): boolean {
  const isFromHere = /^(?:::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '')
  return isFromHere && headers['sec-fetch-site'] === 'same-origin'
}
