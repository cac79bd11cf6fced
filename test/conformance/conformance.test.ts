import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRunningClock } from '@phoneproof/simulator'
import {
  runConformance,
  startService,
  type ConformanceService,
} from '@phoneproof/server/conformance'
import { expect, onTestFinished, test } from 'vitest'
import { createNaiveProxy } from './naive-proxy.ts'

const credentials = { username: 'acme', key: 'a-key' }

async function openService(): Promise<ConformanceService> {
  const clock = createRunningClock()
  clock.speed = 0
  const service = await startService({ port: 0, credentials, clock })
  onTestFinished(() => service.close())
  return service
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  // SAFETY: it listens on a port.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v2`
}

test('the obvious proxy fails the attacks by name', async () => {
  const service = await openService()
  const url = await listen(createNaiveProxy(service.url, credentials.username, credentials.key))
  const results = await runConformance({
    url,
    service,
    unservedPhone: '+994401234567',
    addressLimits: true,
    wait: (ms) => service.clock.advance(ms),
  })
  const idsOf = (verdict: string) =>
    results.filter((each) => each.verdict === verdict).map(({ section, id }) => `${section} ${id}`)
  for (const r of results) console.log(r.verdict, r.section, r.id, r.figure ?? '', r.why)
  expect(idsOf('failed')).toEqual([])
})
