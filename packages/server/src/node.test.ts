import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { expect, it, onTestFinished, vi } from 'vitest'
import { toNodeHandler, type FetchServer } from './node.ts'

async function listen(handle: RequestListener): Promise<number> {
  const server = createServer(handle)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  // SAFETY: it listens on a port.
  return (server.address() as AddressInfo).port
}

/** Answers with what it was asked. */
const echo: FetchServer = {
  fetch: async (request, context) =>
    Response.json({
      method: request.method,
      path: new URL(request.url).pathname,
      body: await request.text(),
      address: context?.address,
    }),
}

async function ask(port: number, init: RequestInit = {}, path = '/verify'): Promise<unknown> {
  return (await fetch(`http://127.0.0.1:${port}${path}`, init)).json()
}

/** The first bytes that the server answers to these. */
async function rawAnswer(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  socket.write(text)
  const [answer] = (await once(socket, 'data')) as [Buffer]
  return answer.toString()
}

/** The warnings of the process, without their being printed. */
const watchWarnings = () => vi.spyOn(process, 'emitWarning').mockImplementation(() => {})

it('hands a request on with its body and the address of its socket', async () => {
  const port = await listen(toNodeHandler(echo))
  expect(await ask(port, { method: 'POST', body: 'x' })).toEqual({
    method: 'POST',
    path: '/verify',
    body: 'x',
    address: '127.0.0.1',
  })
})

it('takes the address from the header behind a proxy of ours only', async () => {
  const headers = { 'x-forwarded-for': '203.0.113.1, 198.51.100.1' }
  const direct = await listen(toNodeHandler(echo))
  expect(await ask(direct, { headers })).toMatchObject({ address: '127.0.0.1' })
  const behindOne = await listen(toNodeHandler(echo, { trustedProxies: 1 }))
  expect(await ask(behindOne, { headers })).toMatchObject({ address: '198.51.100.1' })
})

it.each([-1, 0.5, Number.NaN])('refuses %d proxies', (trustedProxies) => {
  expect(() => toNodeHandler(echo, { trustedProxies })).toThrow(
    `trustedProxies is ${trustedProxies}`,
  )
})

it('keeps several cookies apart', async () => {
  const headers = new Headers([
    ['set-cookie', 'a=1'],
    ['set-cookie', 'b=2'],
  ])
  const server: FetchServer = { fetch: async () => new Response(null, { status: 204, headers }) }
  const port = await listen(toNodeHandler(server))
  const answer = await fetch(`http://127.0.0.1:${port}/`)
  expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
})

it('sees the whole path where a framework has taken a mount path off', async () => {
  const handle = toNodeHandler(echo)
  const port = await listen((incoming: IncomingMessage & { originalUrl?: string }, outgoing) => {
    incoming.originalUrl = incoming.url ?? ''
    incoming.url = '/'
    handle(incoming, outgoing)
  })
  const answer = await ask(port, { method: 'POST', body: 'x' }, '/api/v2/verify')
  expect(answer).toMatchObject({ path: '/api/v2/verify', body: 'x' })
})

it.each([
  'GET /verify HTTP/1.1\r\nHost: a b\r\n\r\n',
  'POST /verify HTTP/1.1\r\nHost: [::1\r\nContent-Length: 2\r\n\r\n{}',
  'TRACE /verify HTTP/1.1\r\nHost: x\r\n\r\n',
])('answers %j with 400, and keeps running', async (text) => {
  const port = await listen(toNodeHandler(echo))
  expect(await rawAnswer(port, text)).toMatch(/^HTTP\/1.1 400 /)
  expect(await ask(port)).toMatchObject({ method: 'GET' })
})

it('says so at once when something else has read the body', async () => {
  const warn = watchWarnings()
  const handle = toNodeHandler(echo)
  const port = await listen((incoming, outgoing) => {
    incoming.resume().on('end', () => handle(incoming, outgoing))
  })
  const answer = await ask(port, { method: 'POST', body: '{}' })
  expect(answer).toMatchObject({ code: 500, message: expect.stringContaining('express.json()') })
  expect(warn).toHaveBeenCalledWith(
    expect.stringContaining('[phoneproof] The body of a request was read'),
  )
  expect(await ask(port, { method: 'DELETE' })).toMatchObject({ method: 'DELETE', body: '' })
})

it('takes the bytes that were kept as rawBody', async () => {
  const handle = toNodeHandler(echo)
  const port = await listen((incoming: IncomingMessage & { rawBody?: Buffer }, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      incoming.rawBody = Buffer.concat(chunks)
      handle(incoming, outgoing)
    })
  })
  expect(await ask(port, { method: 'POST', body: '{"a":1}' })).toMatchObject({ body: '{"a":1}' })
})

it('answers before a large body has arrived, and reads the rest without keeping it', async () => {
  const server: FetchServer = {
    async fetch(request) {
      await request.body?.getReader().read()
      return new Response(null, { status: 413 })
    },
  }
  const port = await listen(toNodeHandler(server))
  const body = new Uint8Array(20 * 1024 * 1024)
  const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body })
  expect(answer.status).toBe(413)
})

it('keeps running when a sender gives up in the middle of its request', async () => {
  const warn = watchWarnings()
  const aborted = Promise.withResolvers<void>()
  const server: FetchServer = {
    async fetch(request) {
      request.signal.addEventListener('abort', () => aborted.resolve())
      return new Response(await request.text())
    },
  }
  const port = await listen(toNodeHandler(server))
  const socket = connect(port, '127.0.0.1')
  await new Promise<void>((resolve) => {
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{', () => resolve())
  })
  socket.destroy()
  await aborted.promise
  const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: 'x' })
  expect(await answer.text()).toBe('x')
  expect(warn).not.toHaveBeenCalled()
})

it('answers 500 without a word about an error of the server, which the process hears of', async () => {
  const warn = watchWarnings()
  const port = await listen(
    toNodeHandler({ fetch: () => Promise.reject(new Error('the database password is x')) }),
  )
  expect(await ask(port)).toEqual({ code: 500, message: 'Internal server error.' })
  expect(warn).toHaveBeenCalledWith(
    expect.objectContaining({ message: 'the database password is x' }),
  )
})
