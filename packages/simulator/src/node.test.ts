import { expect, it, onTestFinished, vi } from 'vitest'
import { startSimulatorServer } from './node.ts'
import { createTestSimulator } from './testing.ts'

const start = (): Promise<Response> =>
  fetch('https://rest.textmagic.com/api/v2/verify', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ phone: '447400123456', brand: 'Acme', codeLength: 6 }),
  })

it('answers the requests of this process until it is stopped', async () => {
  const untouched = globalThis.fetch
  const simulator = createTestSimulator()
  const stop = startSimulatorServer(simulator.handlers)
  onTestFinished(stop)
  expect((await start()).status).toBe(200)
  expect(simulator.lastCode('+447400123456')).toMatch(/^\d{6}$/)
  stop()
  expect(globalThis.fetch).toBe(untouched)
})

it('refuses a request that it does not simulate, and names it', async () => {
  const onError = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => onError.mockRestore())
  const stop = startSimulatorServer(createTestSimulator().handlers)
  onTestFinished(stop)
  await expect(fetch('https://elsewhere.test/other')).rejects.toThrow()
  expect(String(onError.mock.calls)).toMatch(/GET https:\/\/elsewhere\.test\/other/)
})
