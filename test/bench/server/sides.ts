import { once } from 'node:events'
import { createServer } from 'node:http'
import { createVerifyClient, isVerifyError } from '@phoneproof/client'
import { createVerifyServer, type Store } from '@phoneproof/server'
import { toNodeHandler } from '@phoneproof/server/node'
import { unreachable } from './limits.ts'
import { serverOptions } from './people.ts'
import type { Service } from './services.ts'

/** A backend, and the service behind it, which it has for itself. */
export interface Side {
  name: string
  service: Service
  fetch: (request: Request, context: { address: string }) => Promise<Response>
  close: () => Promise<void>
}

const account = { 'x-tm-username': 'acme', 'x-tm-key': 'secret' }

/** Hands each request on with the account's key, waits for as long as it takes, and knows nothing. */
export const bareProxy = (service: Service): Side => ({
  name: 'bare proxy',
  service,
  close: service.close,
  async fetch(request) {
    const { pathname } = new URL(request.url)
    return service.fetch(service.url + pathname.replace('/api/v2', ''), {
      method: request.method,
      headers: { 'content-type': 'application/json', ...account },
      body: await request.text(),
    })
  },
})

const clientOf = ({ url, fetch, clock }: Service) =>
  createVerifyClient({ baseUrl: url, headers: account, timeoutMs: 10_000, fetch, clock })

/** The same by our client, which waits ten seconds at most and reads what it is answered. */
export function clientProxy(service: Service): Side {
  const client = clientOf(service)
  return {
    name: 'proxy with our client',
    service,
    close: service.close,
    async fetch(request) {
      const body = (await request.json()) as { phone: string; verifyId: string; code: string }
      try {
        if (request.method === 'PUT') {
          await client.check(body)
          return new Response(null, { status: 204 })
        }
        const start = { brand: 'Acme', codeLength: 6, phone: `+${body.phone}` }
        return Response.json(await client.start(start))
      } catch (error) {
        if (!isVerifyError(error)) throw error
        return Response.json({ code: error.kind }, { status: error.status ?? 503 })
      }
    },
  }
}

export function verifyServer(name: string, store: Store, service: Service): Side {
  const server = createVerifyServer({
    ...serverOptions,
    limits: unreachable,
    store,
    clock: service.clock,
    service: clientOf(service),
  })
  return {
    name,
    service,
    fetch: (request, context) => server.fetch(request, context),
    async close() {
      await server.close()
      await service.close()
    },
  }
}

/** A backend as a page has it: over loopback. */
export async function served(side: Side): Promise<Side> {
  const handler = toNodeHandler({
    fetch: (request, { address = '' } = {}) => side.fetch(request, { address }),
  })
  const server = createServer(handler)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('A port has a number.')
  const base = `http://127.0.0.1:${address.port}`
  return {
    ...side,
    async fetch({ url, method, headers, body }) {
      const sent = body === null ? null : await new Response(body).text()
      return fetch(base + new URL(url).pathname, { method, headers, body: sent })
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await side.close()
    },
  }
}
