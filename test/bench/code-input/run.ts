// Measures one-time-code inputs side by side: node test/bench/code-input/run.ts [rounds]
// CPU time by the browser's own counters, in interleaved rounds. Prints medians, and what a field takes beyond a plain input.
import type { CDPSession, Page } from 'playwright'
import { median } from '../median.ts'
import { openBench, settle } from '../open-bench.ts'
import type { Bench } from './page.tsx'

declare const bench: Bench

const rounds = Number(process.argv[2] ?? 15)
const mounts = 100

interface Cost {
  all: number
  script: number
}

interface Sample {
  key: Cost[]
  paste: Cost[]
  mount: number[]
  keyCommits: number
  pasteCommits: number
  listeners: number
  nodes: number
}

/** Milliseconds so far: everything on the main thread, and scripts alone. */
async function cpu(session: CDPSession): Promise<Cost> {
  const { metrics } = await session.send('Performance.getMetrics')
  const ms = (wanted: string) => (metrics.find(({ name }) => name === wanted)?.value ?? 0) * 1000
  return { all: ms('TaskDuration'), script: ms('ScriptDuration') }
}

async function spent(
  page: Page,
  session: CDPSession,
  times: number,
  work: () => Promise<unknown>,
): Promise<Cost> {
  await settle(page)
  const before = await cpu(session)
  await work()
  await settle(page)
  const after = await cpu(session)
  return {
    all: (after.all - before.all) / times,
    script: (after.script - before.script) / times,
  }
}

async function counters(session: CDPSession) {
  await session.send('HeapProfiler.collectGarbage')
  return session.send('Memory.getDOMCounters')
}

const { page, close } = await openBench(import.meta.dirname)
const session = await page.context().newCDPSession(page)
// Time of the thread, not of the wall clock: other work on the machine does not count.
await session.send('Performance.enable', { timeDomain: 'threadTicks' })
await page.evaluate(() => navigator.clipboard.writeText('482913'))

const samples = new Map<string, Sample>()
for (const kind of await page.evaluate(() => bench.kinds)) {
  samples.set(kind, {
    key: [],
    paste: [],
    mount: [],
    keyCommits: 0,
    pasteCommits: 0,
    listeners: 0,
    nodes: 0,
  })
}

for (let round = 0; round < rounds; round += 1) {
  for (const [kind, sample] of samples) {
    await page.evaluate((name) => bench.show(name), kind)
    await settle(page)
    await page.evaluate(() => bench.takeCommits())
    sample.key.push(await spent(page, session, 6, () => page.keyboard.type('482913')))
    sample.keyCommits = await page.evaluate(() => bench.takeCommits())
    await page.evaluate((name) => bench.show(name), kind)
    await settle(page)
    await page.evaluate(() => bench.takeCommits())
    sample.paste.push(await spent(page, session, 1, () => page.keyboard.press('Control+v')))
    sample.pasteCommits = await page.evaluate(() => bench.takeCommits())
    const mount = await spent(page, session, mounts, () =>
      page.evaluate(([name, times]) => bench.mount(name, times), [kind, mounts] as const),
    )
    sample.mount.push(mount.all)
  }
}

for (const [kind, sample] of samples) {
  await page.evaluate((name) => bench.mount(name, 10), kind)
  const before = await counters(session)
  await page.evaluate((name) => bench.mount(name, 1000), kind)
  await settle(page)
  const after = await counters(session)
  sample.listeners = after.jsEventListeners - before.jsEventListeners
  sample.nodes = after.nodes - before.nodes
}

const plain = samples.get('plain')
const cost = (costs: Cost[] = []) => ({
  all: median(costs.map(({ all }) => all)),
  script: median(costs.map(({ script }) => script)),
})
const table = [...samples].map(([kind, sample]) => {
  const [key, paste, mount] = [cost(sample.key), cost(sample.paste), median(sample.mount)]
  return {
    kind,
    'key ms': key.all.toFixed(2),
    'of it script': key.script.toFixed(2),
    'above plain': (key.all - cost(plain?.key).all).toFixed(2),
    'paste ms': paste.all.toFixed(2),
    'mount ms': mount.toFixed(3),
    'mount above': (mount - median(plain?.mount ?? [])).toFixed(3),
    'commits 6 keys': sample.keyCommits,
    'commits paste': sample.pasteCommits,
    'listeners left': sample.listeners,
    'nodes left': sample.nodes,
  }
})
console.table(table)
await close()
