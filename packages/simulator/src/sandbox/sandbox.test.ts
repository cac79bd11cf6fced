import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { startSandbox, type Sandbox } from './sandbox.ts'

async function open(): Promise<Sandbox> {
  const sandbox = await startSandbox({ port: 0, credentials: 'none' })
  sandbox.clock.speed = 0
  onTestFinished(() => sandbox.close())
  return sandbox
}

const post = (url: string, body: object): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

const start = { phone: '447400123456', brand: 'Acme', codeLength: 6 }

it('lets a page on another origin call it', async () => {
  const { url } = await open()
  const preflight = await fetch(`${url}/api/v2/verify`, { method: 'OPTIONS' })
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
  expect(preflight.headers.get('access-control-allow-headers')).toContain('idempotency-key')
  const answer = await post(`${url}/api/v2/verify`, start)
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
})

it('hides the handset from pages on another origin', async () => {
  const { url } = await open()
  const answer = await fetch(`${url}/_simulator/handset`)
  expect(answer.status).toBe(200)
  expect(answer.headers.has('access-control-allow-origin')).toBe(false)
})

it('shows the handset and the requests, and moves its clock', async () => {
  const { url } = await open()
  await post(`${url}/api/v2/verify`, start)
  const handset = async () => (await fetch(`${url}/_simulator/handset`)).json() as Promise<object[]>
  expect(await handset()).toMatchObject([{ channel: 'sms', phone: '+447400123456' }])
  await post(`${url}/_simulator/advance`, { by: '1m' })
  expect(await handset()).toMatchObject([
    { channel: 'sms' },
    { channel: 'voice', state: 'ringing' },
  ])
  const requests: unknown = await (await fetch(`${url}/_simulator/requests`)).json()
  expect(requests).toMatchObject([{ method: 'POST', status: 200 }])
})

it('changes its scenario, and resets', async () => {
  const { url } = await open()
  await post(`${url}/_simulator/scenario`, { name: 'service-down' })
  expect((await post(`${url}/api/v2/verify`, start)).status).toBe(503)
  await post(`${url}/_simulator/reset`, { scenario: 'happy-path' })
  expect((await post(`${url}/api/v2/verify`, start)).status).toBe(200)
})

it('holds its clock still, and tells the last code of a number', async () => {
  const { url, clock } = await open()
  clock.speed = 1
  const still: unknown = await (await post(`${url}/_simulator/clock`, { speed: 0 })).json()
  expect(still).toEqual({ now: clock.now(), speed: 0 })
  expect(clock.speed).toBe(0)
  await post(`${url}/api/v2/verify`, start)
  for (const phone of ['%2B447400123456', '+447400123456', '447400123456']) {
    const answer: unknown = await (await fetch(`${url}/_simulator/code?phone=${phone}`)).json()
    expect(answer).toEqual({ code: expect.stringMatching(/^\d{6}$/) })
  }
  expect((await fetch(`${url}/_simulator/code?phone=1`)).status).toBe(400)
})

it('accepts and ends calls, and plays faults', async () => {
  const { url, simulator } = await open()
  await post(`${url}/api/v2/verify`, { ...start, workflowId: 7 })
  const state = () => simulator.handset.getSnapshot().at(-1)?.state
  const id = simulator.handset.getSnapshot().at(-1)?.id
  expect((await post(`${url}/_simulator/accept`, { id })).status).toBe(204)
  expect(state()).toBe('accepted')
  await post(`${url}/_simulator/decline`, { id })
  expect(state()).toBe('ended')
  await post(`${url}/_simulator/fault`, { operation: 'start', status: 503 })
  expect((await post(`${url}/api/v2/verify`, start)).status).toBe(503)
  expect((await post(`${url}/api/v2/verify`, start)).status).toBe(409)
})

it('refuses the controls to pages on another origin', async () => {
  const { url, simulator } = await open()
  const foreign = { method: 'POST', headers: { origin: 'https://elsewhere.test' } }
  expect((await fetch(`${url}/_simulator/reset`, foreign)).status).toBe(403)
  const own = { method: 'POST', headers: { origin: url } }
  expect((await fetch(`${url}/_simulator/reset`, own)).status).toBe(204)
  expect(simulator.requests.getSnapshot()).toEqual([])
})

it('lets other machines use the controls only with openControl', async () => {
  const outer = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4')?.address
  for (const openControl of [false, true]) {
    const sandbox = await startSandbox({
      port: 0,
      host: outer ?? '127.0.0.1',
      openControl,
      credentials: 'none',
    })
    onTestFinished(() => sandbox.close())
    const { status } = await fetch(`${sandbox.url}/_simulator/handset`)
    expect(status).toBe(outer && !openControl ? 403 : 200)
    expect((await post(`${sandbox.url}/api/v2/verify`, start)).status).toBe(200)
  }
})

it('has the controls and the faults that the README lists', async () => {
  const { url } = await open()
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const column = (heading: string) => {
    const [, table = ''] = readme.split(`\n| ${heading} |`)
    return [...(table.split('\n\n')[0] ?? '').matchAll(/^\| `(.+?)` /gm)].map(([, name]) => name)
  }
  const message = async (path: string, body: object) => {
    const answer: unknown = await (await post(`${url}/_simulator/${path}`, body)).json()
    return String(Object(answer).message)
  }
  const [, controls] = /The controls are: (.*)\.$/.exec(await message('x', {})) ?? []
  expect(column('Control')).toEqual(controls?.split(', '))
  const [, members] = /It can have: (.*)\.$/.exec(await message('fault', { x: 1 })) ?? []
  expect(column('Member | What goes wrong')).toEqual(members?.split(', '))
})

it.each([
  ['GET /_simulator/handset HTTP/1.1\r\nHost: a b\r\n\r\n', 400],
  ['POST /api/v2/verify HTTP/1.1\r\nHost: [::1\r\nContent-Length: 2\r\n\r\n{}', 400],
  ['GET // HTTP/1.1\r\nHost: x\r\n\r\n', 404],
  ['GET * HTTP/1.1\r\nHost: x\r\n\r\n', 404],
  ['DELETE /api/v2/verify/%E0%A4%A HTTP/1.1\r\nHost: x\r\n\r\n', 404],
  ['TRACE /x HTTP/1.1\r\nHost: x\r\n\r\n', 400],
])('answers %j with %i, and keeps running', async (text, status) => {
  const { url } = await open()
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  socket.write(text)
  const [answer] = (await once(socket, 'data')) as [Buffer]
  expect(answer.toString()).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect((await post(`${url}/api/v2/verify`, start)).status).toBe(200)
})

it('keeps running when a sender gives up in the middle of its request', async () => {
  const { url } = await open()
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  await new Promise<void>((resolve) => {
    socket.write('POST /api/v2/verify HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{', () =>
      resolve(),
    )
  })
  socket.destroy()
  await once(socket, 'close')
  expect((await post(`${url}/api/v2/verify`, start)).status).toBe(200)
})

it.each([
  ['advance', {}, /milliseconds, or text/],
  ['advance', { by: 'soon' }, /such as "30s"/],
  ['advance', { by: -1 }, /never runs backwards/],
  ['scenario', { name: 'sunshine' }, /happy-path, wrong-code-twice/],
  ['reset', { scenario: 'sunshine' }, /happy-path, wrong-code-twice/],
  ['clock', { speed: -1 }, /0 holds the clock still/],
  ['accept', { id: 'x' }, /the id of a call/],
  ['fault', { status: 200 }, /400 to 599/],
  ['fault', { statis: 503 }, /no "statis". It can have: operation, times/],
  ['dance', {}, /The controls are: /],
])('the control %s refuses %j and says what it takes', async (name, body, expected) => {
  const { url } = await open()
  const answer = await post(`${url}/_simulator/${name}`, body)
  expect([400, 404]).toContain(answer.status)
  expect(await answer.json()).toEqual({ message: expect.stringMatching(expected) })
})

it('breaks the connection when a fault says so', async () => {
  const { url, simulator } = await open()
  simulator.faults.next({ dropAnswer: true })
  await expect(post(`${url}/api/v2/verify`, start)).rejects.toThrow()
  expect(simulator.world.getSnapshot()).toHaveLength(1)
})

it('runs with real time', async () => {
  const sandbox = await startSandbox({ port: 0 })
  onTestFinished(() => sandbox.close())
  const before = sandbox.clock.now()
  await new Promise<void>((resolve) => void sandbox.clock.setTimeout(resolve, 30))
  expect(sandbox.clock.now()).toBeGreaterThanOrEqual(before + 30)
})

it('asks for any credentials by default, as the service asks for some', async () => {
  const sandbox = await startSandbox({ port: 0 })
  onTestFinished(() => sandbox.close())
  const ask = async (headers: Record<string, string>) => {
    const url = `${sandbox.url}/api/v2/verify`
    return (await fetch(url, { method: 'PUT', body: '{}', headers })).status
  }
  expect(await ask({})).toBe(401)
  expect(await ask({ authorization: `Basic ${btoa('me:')}` })).toBe(401)
  expect(await ask({ authorization: 'Basic %' })).toBe(401)
  expect(await ask({ authorization: `Basic ${btoa('me:a:b')}` })).toBe(400)
  expect(await ask({ 'x-tm-username': 'me', 'x-tm-key': 'secret' })).toBe(400)
})

it('says what to do when its port is taken', async () => {
  const { url } = await open()
  const port = Number(new URL(url).port)
  await expect(startSandbox({ port })).rejects.toThrow(
    `Port ${port} is taken. The sandbox cannot listen there. Stop what uses it, or choose another`,
  )
})

it('is a command that prints its URL, and exits on SIGTERM', async () => {
  const bin = fileURLToPath(new URL('bin.ts', import.meta.url))
  const args = ['--conditions=@phoneproof/source', bin, '--port', '0', '--credentials', 'me:secret']
  const child = spawn(process.execPath, args)
  onTestFinished(() => void child.kill('SIGKILL'))
  const [output] = (await once(child.stdout, 'data')) as [Buffer]
  const url = /http:\S+\/verify/.exec(output.toString())?.[0] ?? ''
  expect((await post(url, start)).status).toBe(401)
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})

it.each([
  [['--scenario', 'sunshine'], /no scenario sunshine/],
  [['--port', 'high'], /--port high is not a port/],
  [['--credentials', 'me'], /--credentials me is not USER:KEY, any or none/],
  [['--seed', 'x'], /--seed x is not a whole number/],
  [['--colour', 'red'], /colour/],
])('refuses %j with a sentence', async (args, expected) => {
  const bin = fileURLToPath(new URL('bin.ts', import.meta.url))
  const child = spawn(process.execPath, ['--conditions=@phoneproof/source', bin, ...args])
  const [output] = (await once(child.stderr, 'data')) as [Buffer]
  expect(output.toString()).toMatch(expected)
  expect(await once(child, 'exit')).toEqual([1, null])
})
