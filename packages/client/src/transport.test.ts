// Over real HTTP, where a stub could hide what fetch does.
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { expect, test, vi } from 'vitest'
import { createVerifyClient, type VerifyClient } from './index.ts'

async function withBackend(
  listener: RequestListener,
  run: (client: VerifyClient) => Promise<void>,
): Promise<void> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  try {
    await run(createVerifyClient({ baseUrl: `http://127.0.0.1:${port}/api/v2` }))
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

const start = { phone: '+447860021130', brand: 'Acme', codeLength: 4 } as const

/** Sends the first request elsewhere, and answers there. */
const redirecting =
  (status: number, answer: RequestListener): RequestListener =>
  (request, response) => {
    if (request.url === '/elsewhere') return answer(request, response)
    response.writeHead(status, { location: '/elsewhere' }).end()
  }

const json =
  (status: number, body: unknown): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }

test('follows a redirect that keeps the method', async () => {
  const answer = json(200, { verifyId: 'v1', price: 0.05 })
  await withBackend(redirecting(308, answer), async (client) => {
    await expect(client.start(start)).resolves.toMatchObject({ verifyId: 'v1' })
  })
  await withBackend(
    redirecting(307, (request, response) =>
      response.writeHead(request.method === 'PUT' ? 204 : 500).end(),
    ),
    async (client) => {
      await expect(client.check({ code: '1234', verifyId: 'v1' })).resolves.toBeUndefined()
    },
  )
})

test('does not take a page it was redirected to for a right code', async () => {
  using _warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  await withBackend(redirecting(303, json(200, { user: null })), async (client) => {
    await expect(client.check({ code: '1234', verifyId: 'v1' })).rejects.toMatchObject({
      kind: 'uncertain',
      message: expect.stringContaining('The service answered 200 with JSON after a redirect'),
    })
    await expect(client.cancel({ verifyId: 'v1' })).rejects.toMatchObject({ kind: 'uncertain' })
    await expect(client.start(start)).rejects.toMatchObject({ kind: 'uncertain' })
  })
})

test('reports a connection that ends before the answer does', async () => {
  const listener: RequestListener = (_request, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('{"verifyId":')
    response.socket?.destroySoon()
  }
  await withBackend(listener, async (client) => {
    await expect(client.start(start)).rejects.toMatchObject({ name: 'VerifyNetworkError' })
  })
})

test('reads the text of an answer as UTF-8', async () => {
  const body = { code: 400, message: '', errors: { fields: { phone: ['Número no válido'] } } }
  await withBackend(json(400, body), async (client) => {
    await expect(client.start(start)).rejects.toMatchObject({
      fields: { phone: ['Número no válido'] },
    })
  })
})
