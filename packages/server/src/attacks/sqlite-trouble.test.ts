import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { said, setUpBackend } from '../../../../test/support/backend-session.ts'
import { temporaryFolder } from '../../../../test/support/each-store.ts'
import { finish } from '../../../../test/support/finish.ts'
import { phone } from '../../../../test/support/verify-backend.ts'
import { sqliteStore } from '../stores/sqlite.ts'

const { pathOf } = temporaryFolder()
const unavailable = { status: 503, retryAfter: 5 }

function setUp({ maxBytes }: { maxBytes?: number } = {}) {
  const path = pathOf('store.db')
  const backend = setUpBackend()
  const { simulator, another, browse } = backend
  const { clock } = simulator
  const store = sqliteStore({ path, maxBytes, clock })
  const server = another({ store, limits: { startsPerSession: [], unverifiedPerRange: [] } })
  const browser = browse()
  browser.server = server
  const send = (answer: Promise<Response>) => finish(said(answer), simulator, 20)
  return {
    ...backend,
    path,
    server,
    browser,
    send,
    start: (number = phone) => send(browser.start(number)),
    started: async () =>
      ((await (await finish(browser.start(), simulator, 1)).json()) as { verifyId: string })
        .verifyId,
  }
}

test('sends nothing, asks nobody and verifies nobody while the file is locked', async () => {
  const { path, start, started, send, browser, code, asked, server } = setUp()
  const verifyId = await started()
  const other = new DatabaseSync(path)
  other.exec('BEGIN IMMEDIATE')
  await expect(start('+12025550123')).resolves.toEqual(unavailable)
  const check = { verifyId, code: code() }
  await expect(send(browser.send('PUT', '/verify', check))).resolves.toEqual(unavailable)
  await expect(send(browser.send('DELETE', `/verify/${verifyId}`))).resolves.toEqual(unavailable)
  expect([asked('POST'), asked('PUT'), asked('DELETE')]).toEqual([1, 0, 0])
  await expect(server.verified(browser.request())).resolves.toBeUndefined()
  other.exec('ROLLBACK')
  other.close()
  await expect(send(browser.send('PUT', '/verify', check))).resolves.toEqual({ status: 204 })
  await server.close()
})

test('sends nothing when the disk is full, and one text for each start that there was room for', async () => {
  const { start, simulator, server, asked } = setUp({ maxBytes: 100_000 })
  const statuses: number[] = []
  for (let index = 0; index < 150; index += 1) {
    const { status } = (await start(`+44740012${1000 + index}`)) as { status: number }
    statuses.push(status)
  }
  const sent = statuses.filter((status) => status === 200).length
  expect(sent).toBeGreaterThan(20)
  expect(sent).toBeLessThan(150)
  expect(new Set(statuses)).toEqual(new Set([200, 503]))
  expect(asked('POST')).toBe(simulator.getSnapshot().length)
  // One text may have been sent whose record there was no room for.
  expect(simulator.getSnapshot().length - sent).toBeLessThanOrEqual(1)
  await server.close()
})

test('takes no code for right when its file was closed', async () => {
  const { started, send, browser, code, server, simulator } = setUp()
  const verifyId = await started()
  const right = code()
  await server.close()
  const check = { verifyId, code: right }
  await expect(send(browser.send('PUT', '/verify', check))).resolves.toEqual(unavailable)
  expect(simulator.world.latest(phone)).toMatchObject({ state: 'pending', checks: 0 })
  await expect(server.verified(browser.request())).rejects.toThrow('store')
})
