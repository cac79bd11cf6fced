// Measures phone fields side by side: node test/bench/phone-entry/run.ts [rounds]
// CPU time from the browser's own counters, rounds interleaved, medians. Then the list of countries:
// the frames while it opens and while one types in its search.
import type { CDPSession, Page } from 'playwright'
import { median } from '../median.ts'
import { openBench, settle } from '../open-bench.ts'
import type { Bench } from './page.tsx'

declare const bench: Bench

const rounds = Number(process.argv[2] ?? 9)
const digits = '2133734253'

/** Milliseconds of work on the main thread so far, without what it waited for. */
async function cpu(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
}

/** The longest pause between two frames (ms) while something is done. */
async function longestFrame(page: Page, work: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    let last = performance.now()
    const seen = { longest: 0 }
    const watch = (now: number) => {
      seen.longest = Math.max(seen.longest, now - last)
      last = now
      requestAnimationFrame(watch)
    }
    Object.assign(window, { slowest: seen })
    requestAnimationFrame((now) => {
      last = now
      requestAnimationFrame(watch)
    })
  })
  await work()
  await settle(page)
  return page.evaluate(
    () => (window as unknown as { slowest: { longest: number } }).slowest.longest,
  )
}

const { page, close } = await openBench(import.meta.dirname)
await page.evaluate(() => bench.ready())
const session = await page.context().newCDPSession(page)
await session.send('Performance.enable', { timeDomain: 'threadTicks' })

const kinds = await page.evaluate(() => bench.kinds)
const samples = new Map(
  kinds.map((kind) => [kind, { number: [] as number[], mount: [] as number[] }]),
)
const facts = new Map<string, { commits: number; elements: number; text: string | undefined }>()

for (let round = 0; round < rounds; round += 1) {
  for (const [kind, sample] of samples) {
    await page.evaluate((name) => bench.show(name), kind)
    await settle(page)
    const elements = await page.evaluate(() => bench.elements())
    await page.evaluate(() => bench.takeCommits())
    await session.send('HeapProfiler.collectGarbage')
    const before = await cpu(session)
    await page.keyboard.type(digits)
    await settle(page)
    sample.number.push((await cpu(session)) - before)
    const [commits, text] = await page.evaluate(() => [bench.takeCommits(), bench.text()] as const)
    facts.set(kind, { commits, elements, text })
  }
}
// Afterwards: 200 fields of some leave a hundred thousand elements behind, and whoever comes next pays.
for (let round = 0; round < rounds; round += 1) {
  for (const [kind, sample] of samples) {
    sample.mount.push(await page.evaluate((name) => bench.mount(name), kind))
  }
}

console.table(
  [...samples].map(([kind, { number, mount }]) => ({
    kind,
    'typing a number, ms': median(number).toFixed(1),
    'of plain': (median(number) / median(samples.get('plain')?.number ?? [])).toFixed(2),
    'mounting 200, ms': median(mount).toFixed(0),
    ...facts.get(kind),
  })),
)

await page.evaluate(() => bench.show('ours'))
const button = page.getByRole('button', { name: /change country/ })
const opening: number[] = []
const searching: number[] = []
for (let round = 0; round < rounds; round += 1) {
  opening.push(await longestFrame(page, () => button.click()))
  searching.push(await longestFrame(page, () => page.keyboard.type('united')))
  await page.keyboard.press('Escape')
}
console.log(
  `longest pause between frames, opening the list: ${opening.map(Math.round).join(' ')} ms`,
)
console.log(`longest pause between frames, searching: ${searching.map(Math.round).join(' ')} ms`)
await close()
