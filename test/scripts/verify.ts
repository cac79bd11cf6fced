// Runs every check, goes on after a failure, and ends with one line that counts them all.
// `pnpm test unit e2e` runs only those steps.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { reportPath, root, steps, type VerifyStep } from './steps.ts'

interface Count {
  passed: number
  failed: number
  skipped: number
}

function run(step: VerifyStep): Count {
  rmSync(root + reportPath(step.name), { force: true })
  const [program, ...args] = step.command
  const { status } = spawnSync(program, args, { cwd: root, stdio: 'inherit' })
  const ok = status === 0
  if (step.report === 'none') return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }
  const count = readReport(step)
  // A runner that failed without a failed test, or that ran nothing, is a failure of its own.
  if (count.failed === 0 && (!ok || count.passed === 0)) return { ...count, failed: 1 }
  return count
}

function readReport({ name, report }: VerifyStep): Count {
  const path = root + reportPath(name)
  if (!existsSync(path)) return { passed: 0, failed: 0, skipped: 0 }
  // SAFETY: written by the runner a moment ago; absent members count as 0 below.
  const json = JSON.parse(readFileSync(path, 'utf8')) as Record<string, number> & {
    stats?: Record<string, number>
  }
  if (report === 'playwright') {
    const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = json.stats ?? {}
    return { passed: expected, failed: unexpected + flaky, skipped }
  }
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = json
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests }
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name))
if (unknown.length > 0) {
  console.error(
    `[phoneproof] There is no check named ${unknown.join(', ')}. Nothing was run. ` +
      `Choose from: ${steps.map(({ name }) => name).join(', ')}.`,
  )
  process.exit(2)
}

const total: Count = { passed: 0, failed: 0, skipped: 0 }
const lines: string[] = []
for (const step of steps) {
  if (wanted.length > 0 && !wanted.includes(step.name)) continue
  console.log(`\n--- ${step.name}`)
  const startedAt = Date.now()
  const count = run(step)
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
  total.passed += count.passed
  total.failed += count.failed
  total.skipped += count.skipped
  const verdict = count.failed === 0 ? 'ok    ' : 'FAILED'
  lines.push(
    `${verdict} ${step.name.padEnd(12)}${String(count.passed).padStart(6)} passed` +
      `${String(count.failed).padStart(5)} failed${seconds.padStart(9)} s`,
  )
}

console.log(`\n${lines.join('\n')}`)
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(total.failed === 0 ? 0 : 1)
