// Counts what the running countdowns cost: node test/bench/verification-flow/run.ts
// React's commits second by second through the five minutes of a code, what changes on the page,
// what a hidden page does, and the timers that are left when there is nothing to count.
import { openBench } from '../open-bench.ts'
import type { Bench } from './page.tsx'

declare const bench: Bench

const { page, close } = await openBench(import.meta.dirname, { isProfiling: true })

const pending = () => page.evaluate(() => bench.pendingTimers())
const seconds = (count: number) => page.evaluate((n) => bench.seconds(n), count)

console.log(`timers on the phone step: ${await pending()}`)
await page.getByRole('button', { name: 'Send code' }).click()
await page.evaluate(() => bench.seconds(0))
const running: number[] = []
running.push(...(await seconds(61)).perSecond)
// No boundary of the flow lies within these.
const between = await seconds(25)
running.push(...between.perSecond)
await page.evaluate(() => bench.setHidden(true))
const hidden = await seconds(70)
await page.evaluate(() => bench.setHidden(false))
const rest = await seconds(130)
running.push(...rest.perSecond)
await page.evaluate(() => bench.setHidden(true))
const overTheEnd = await seconds(20)
await page.evaluate(() => bench.setHidden(false))
const more = running.flatMap((commits, index) => (commits > 1 ? [`${index + 1}: ${commits}`] : []))
const sum = (values: number[]) => values.reduce((all, each) => all + each, 0)
console.log(`commits in ${running.length} visible seconds: ${sum(running)}`)
console.log(`seconds with more than one commit: ${more.join(', ') || 'none'}`)
console.log(`parts that changed while only time passed: ${between.changed.join(', ')}`)
console.log(`commits in 70 hidden seconds: ${sum(hidden.perSecond)}`)
console.log(`commits in 20 hidden seconds around the end: ${sum(overTheEnd.perSecond)}`)
await page.getByRole('button', { name: 'Send a new code' }).click()
await seconds(0)
await page
  .getByRole('textbox', { name: 'Verification code' })
  .pressSequentially((await page.evaluate(() => bench.code())) ?? '')
await seconds(0)
await page.getByRole('heading', { name: 'Phone number verified' }).waitFor()
console.log(`timers after success: ${await pending()}`)
await close()
