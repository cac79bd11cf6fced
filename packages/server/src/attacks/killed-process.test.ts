import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { startSandbox, type Sandbox } from '@phoneproof/simulator/sandbox'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { times } from '../../../../test/support/balanced.ts'
import { temporaryFolder } from '../../../../test/support/each-store.ts'
import { origin, phone, secret } from '../../../../test/support/verify-backend.ts'

const script = fileURLToPath(
  new URL('../../../../test/support/serve-from-sqlite.ts', import.meta.url),
)
const { pathOf } = temporaryFolder()
const children: ChildProcess[] = []
let sandbox: Sandbox
let heard: (line: string) => void = () => {}

beforeEach(async () => {
  heard = () => {}
  sandbox = await startSandbox({ port: 0, log: (line) => heard(line) })
})
afterEach(async () => {
  await Promise.all(children.splice(0).map(kill))
  await sandbox.close()
})

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

/** A backend in a process of its own, all on one file. */
async function serve(aheadMs = 0) {
  const options = ['--conditions=@phoneproof/source', '--disable-warning=ExperimentalWarning']
  const given = [pathOf('store.db'), `${sandbox.url}/api/v2`, String(aheadMs), origin, secret]
  const child = spawn(process.execPath, [...options, script, ...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const { value: port } = await createInterface(child.stdout)[Symbol.asyncIterator]().next()
  const ask = async (session: string, method: string, body?: object, path = '') => {
    const headers = {
      origin,
      'x-session': session,
      'content-type': 'application/json',
      'idempotency-key': 'one',
    }
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) }
    const answer = await fetch(`http://127.0.0.1:${port}/api/v2/verify${path}`, init)
    const text = await answer.text()
    const { verifyId = '' } = (text === '' ? {} : JSON.parse(text)) as { verifyId?: string }
    return { status: answer.status, verifyId }
  }
  return { child, ask }
}

const texts = (of = phone): number =>
  sandbox.simulator.handset.getSnapshot().filter((each) => each.phone === of).length

test('goes on after kill -9 with what was answered, in the middle of other starts', async () => {
  const first = await serve()
  const { verifyId } = await first.ask('ann', 'POST', { phone })
  const others = times(40).map((index) =>
    first
      .ask(`other ${index}`, 'POST', { phone: `+44740012${5000 + index}` })
      .catch(() => undefined),
  )
  await others[0]
  await kill(first.child)
  const answered = (await Promise.all(others)).filter((each) => each?.status === 200)
  expect(answered.length).toBeGreaterThan(0)

  const second = await serve()
  const current = await second.ask('ann', 'GET', undefined, '/current')
  expect(current).toEqual({ status: 200, verifyId })
  const code = sandbox.simulator.lastCode(phone)
  expect((await second.ask('eve', 'PUT', { verifyId, code })).status).toBe(404)
  expect((await second.ask('ann', 'PUT', { verifyId, code })).status).toBe(204)
  await kill(second.child)

  const third = await serve()
  expect((await third.ask('ann', 'PUT', { verifyId, code })).status).toBe(204)
  expect(texts()).toBe(1)
})

test('sends no second text after kill -9 between the answer of the service and its record', async () => {
  const first = await serve()
  heard = () => void first.child.kill('SIGKILL')
  await expect(first.ask('ann', 'POST', { phone })).rejects.toThrow('fetch failed')
  heard = () => {}
  expect(texts()).toBe(1)

  // Another process, once nobody waits for the first any more.
  const second = await serve(16_000)
  expect((await second.ask('ann', 'POST', { phone })).status).toBe(409)
  expect((await second.ask('eve', 'POST', { phone })).status).toBe(409)
  expect(texts()).toBe(1)
  await sandbox.clock.advance('5m')
  const third = await serve(5 * 60_000)
  expect((await third.ask('eve', 'POST', { phone })).status).toBe(200)
})

test('verifies nobody after kill -9 between the verdict of the service and its record', async () => {
  const first = await serve()
  const { verifyId } = await first.ask('ann', 'POST', { phone })
  const code = sandbox.simulator.lastCode(phone)
  heard = () => void first.child.kill('SIGKILL')
  await expect(first.ask('ann', 'PUT', { verifyId, code })).rejects.toThrow('fetch failed')
  heard = () => {}
  const second = await serve(16_000)
  expect((await second.ask('ann', 'PUT', { verifyId, code })).status).toBe(404)
  expect((await second.ask('eve', 'POST', { phone })).status).toBe(200)
})
