// What the server costs, against a proxy that knows nothing.
// Run: node --expose-gc --conditions=@phoneproof/source test/bench/server/run.ts [speed] [heap] [sweep]
import { heapOver, sweepOf } from './endurance.ts'
import { calledService, servedService, type Service } from './services.ts'
import { bareProxy, clientProxy, served, verifyServer, type Side } from './sides.ts'
import { compare } from './speed.ts'
import { openStores } from './stores.ts'

const wanted = process.argv.slice(2)
const isWanted = (part: string): boolean => wanted.length === 0 || wanted.includes(part)
const stores = await openStores()

async function speed(title: string, service: () => Promise<Service>, asFound: typeof served) {
  const sides = [
    bareProxy(await service()),
    clientProxy(await service()),
    ...(await Promise.all(
      stores.names.map(async (name) => verifyServer(name, stores.open(name), await service())),
    )),
  ]
  const asked = await Promise.all(sides.map(asFound))
  console.log(`\n${title}: µs`)
  console.log(`${''.padEnd(22)}    start  wrong  right  current   ratio`)
  for (const { side, of, ratio } of await compare(asked)) {
    const times = Object.values(of).map((us) => us.toFixed(0).replace('NaN', '-').padStart(7))
    console.log(`${side.name.padEnd(22)} ${times.join('')}  ${ratio.toFixed(2).padStart(8)}`)
  }
  for (const { close } of asked) await close()
}

if (isWanted('speed')) {
  const asItIs = async (side: Side): Promise<Side> => side
  await speed('All by calls', async () => calledService(), asItIs)
  await speed('The service over loopback', servedService, asItIs)
  await speed('The backend and the service over loopback', servedService, served)
}
if (isWanted('heap')) {
  const held = await heapOver(100_000, stores.open('memory'))
  console.log(
    `\nHeap over 100,000 verifications in 12 days, MB: ${held.map((mb) => mb.toFixed(1)).join('  ')}`,
  )
}
if (isWanted('sweep')) {
  for (const name of stores.names) {
    const { kilobytes, cancelled, took, longestPause } = await sweepOf(20_000, stores.open(name))
    console.log(
      `\n${name}: 20,000 pending, ${kilobytes.toFixed(1)} KB each; ${cancelled} cancelled in ${took.toFixed(0)} ms, ` +
        `longest pause ${longestPause.toFixed(1)} ms`,
    )
  }
}
await stores.close()
