// Runs every check and ends with one total. `pnpm test unit e2e` runs these and what they need.
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { countsOf, type Counts } from './counts.ts'
import { execute } from './execute.ts'
import { steps, type Step } from './steps.ts'

interface Result {
  name: string
  seconds: number
  counts: Counts
}

process.chdir(resolve(import.meta.dirname, '../..'))
process.exitCode = (await verify(chosenSteps(process.argv.slice(2)))) ? 0 : 1

async function verify(chosen: readonly Step[]): Promise<boolean> {
  const results: Result[] = []
  for (const step of chosen) {
    console.log(`\n── ${step.name} ${'─'.repeat(70 - step.name.length)}`)
    const broken = results.find(({ name, counts }) => step.needs?.includes(name) && counts.failed)
    results.push(broken ? notRun(step, broken.name) : await run(step))
  }
  // Last, because a log is often kept by its end only.
  for (const failure of results.flatMap(({ counts }) => counts.failures ?? [])) {
    console.log(`\n✗ ${failure}`)
  }
  console.log(`\n${results.map(row).join('\n')}`)
  const total = (key: 'passed' | 'failed' | 'skipped') =>
    results.reduce((sum, { counts }) => sum + counts[key], 0)
  console.log(
    `\ntotal: ${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`,
  )
  return total('failed') === 0
}

function chosenSteps(names: readonly string[]): readonly Step[] {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name))
  if (unknown.length > 0) {
    const known = steps.map((step) => step.name).join(', ')
    console.error(`There is no check named ${unknown.join(', ')}. There are: ${known}.`)
    process.exit(1)
  }
  if (names.length === 0) return steps
  const chosen = steps.filter(({ name }) => names.includes(name))
  const wanted = new Set(chosen.flatMap(({ name, needs = [] }) => [name, ...needs]))
  return steps.filter(({ name }) => wanted.has(name))
}

function notRun(step: Step, broken: string): Result {
  const reason = `not run, because ${broken} failed`
  console.log(reason)
  return { name: step.name, seconds: 0, counts: { passed: 0, failed: 1, skipped: 0, reason } }
}

async function run(step: Step): Promise<Result> {
  if (step.report) rmSync(step.report.file, { force: true })
  const startedAt = performance.now()
  let succeeded = true
  for (const command of step.commands) succeeded &&= await execute(command)
  const seconds = (performance.now() - startedAt) / 1000
  return { name: step.name, seconds, counts: countsOf(succeeded, step.report) }
}

function row({ name, seconds, counts }: Result): string {
  const { passed, failed, skipped, reason } = counts
  return [
    failed > 0 ? 'FAIL' : 'ok  ',
    name.padEnd(11),
    `${passed} passed`.padStart(12),
    `${failed} failed`.padStart(10),
    `${skipped} skipped`.padStart(11),
    `${seconds.toFixed(1)} s`.padStart(9),
    reason ? `  (${reason})` : '',
  ]
    .join(' ')
    .trimEnd()
}
