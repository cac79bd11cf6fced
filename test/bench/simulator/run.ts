// The simulator under 10,000 pending verifications: time per request, memory per verification, and
// real time for their whole life.
// Run: node --expose-gc --conditions=@phoneproof/source test/bench/simulator/run.ts
import { createManualClock, createSimulator } from '@phoneproof/simulator'

const pending = 10_000
const samples = 500
const base = 'https://api.test/verify'
const headers = { 'content-type': 'application/json' }

const clock = createManualClock()
const simulator = createSimulator({ clock })
const heap = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

const accepted = (n: number) => ({
  phone: `+1201${String(5_600_000 + n)}`,
  brand: 'Acme',
  codeLength: 6 as const,
  language: 'en-us' as const,
  senderId: undefined,
  workflowId: 1 as const,
})

const before = heap()
const ids: string[] = []
for (let n = 0; n < pending; n += 1) {
  const started = simulator.world.start(accepted(n))
  if (typeof started === 'object') ids.push(started.verifyId)
}
const bytes = (heap() - before) / pending
await clock.advance('30s')

async function median(request: (n: number) => Promise<Response>): Promise<string> {
  const times: number[] = []
  for (let n = 0; n < samples; n += 1) {
    const from = performance.now()
    await request(n)
    times.push(performance.now() - from)
  }
  times.sort((a, b) => a - b)
  return `${(times[samples / 2] ?? 0).toFixed(3)} ms`
}

const send = (method: string, url: string, body?: object) =>
  simulator.fetch(url, { method, headers, ...(body && { body: JSON.stringify(body) }) })

console.log(`${pending} pending, median of ${samples} requests through fetch and MSW:`)
console.log(
  'start ',
  await median((n) => send('POST', base, { ...accepted(20_000 + n), language: undefined })),
)
console.log('check ', await median((n) => send('PUT', base, { verifyId: ids[n], code: '000000' })))
console.log('cancel', await median((n) => send('DELETE', `${base}/${ids[n]}`)))
console.log(`memory ${(bytes / 1024).toFixed(1)} KiB a pending verification, its timers included`)

const from = performance.now()
await clock.advance('5m')
console.log(`life   ${((performance.now() - from) / 1000).toFixed(1)} s for five minutes of all`)

simulator.world.start(accepted(30_000))
const known = simulator.world.getSnapshot().length
await clock.advance('10m')
simulator.world.start(accepted(30_001))
console.log(`known  ${known} just after, ${simulator.world.getSnapshot().length} ten minutes later`)
