import { createTestSimulator } from '@phoneproof/simulator/testing'
import { expect, test } from 'vitest'
import { createSessions } from './sessions.ts'

const start = { phone: '+447400123456', brand: 'Acme', codeLength: 6 } as const

function setUp() {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
  const simulator = createTestSimulator()
  const { clock, fetch } = simulator
  let resets = 0
  const sessions = createSessions({
    simulator,
    backend: { reset: () => void (resets += 1) },
    canResume: () => true,
    clock,
    fetch,
    storage,
    baseUrl: '/api/v2',
  })
  return { kept, simulator, sessions, resets: () => resets }
}

test('begins again with an empty world and an empty storage', async () => {
  const { kept, simulator, sessions, resets } = setUp()
  await sessions.getSnapshot().client.start(start)
  sessions.getSnapshot().storage.setItem('phoneproof:default', 'a running code')
  let heard = 0
  sessions.subscribe(() => {
    heard += 1
  })
  sessions.restart()
  expect(heard).toBe(1)
  expect(sessions.getSnapshot().id).toBe(2)
  expect(simulator.world.latest()).toBeUndefined()
  expect(kept.size).toBe(0)
  expect(resets()).toBe(1)
  await sessions.getSnapshot().client.start(start)
  expect(simulator.world.latest()?.phone).toBe(start.phone)
})

test('lets nothing of an ended session reach the service or the storage', async () => {
  const { kept, simulator, sessions } = setUp()
  const ended = sessions.getSnapshot()
  sessions.restart()
  void ended.client.start(start).catch(() => {})
  ended.storage.setItem('phoneproof:default', 'too late')
  await simulator.advance('1s')
  expect(simulator.requests.getSnapshot()).toEqual([])
  expect(kept.size).toBe(0)
  sessions.getSnapshot().storage.setItem('phoneproof:default', 'its own')
  ended.storage.removeItem('phoneproof:default')
  expect(kept.get('phoneproof:default')).toBe('its own')
})

test('opens the page once more beside a running code, in the same world', async () => {
  const { kept, simulator, sessions, resets } = setUp()
  await sessions.getSnapshot().client.start(start)
  sessions.getSnapshot().storage.setItem('phoneproof:default', 'a running code')
  sessions.openAnother()
  expect(sessions.getSnapshot().id).toBe(2)
  expect(kept.size).toBe(0)
  expect(simulator.world.latest()?.phone).toBe(start.phone)
  expect(resets()).toBe(0)
})
