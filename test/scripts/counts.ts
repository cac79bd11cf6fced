import { existsSync, readFileSync } from 'node:fs'
import type { Report } from './steps.ts'

export interface Counts {
  passed: number
  failed: number
  skipped: number
  /** Why a step failed, when its own output does not say so. */
  reason?: string
}

/** What the JSON reporter of Vitest writes, as far as it is read here. */
interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { name: string }[]
}

/** What the JSON reporter of Playwright writes, as far as it is read here. */
interface PlaywrightReport {
  stats: { expected: number; flaky: number; unexpected: number; skipped: number }
  suites: { file: string }[]
}

/**
 * The counts of a step. A runner that fails without naming a test, leaves no report or runs
 * nothing has failed once: silence is not success.
 */
export function countsOf(succeeded: boolean, report: Report | undefined): Counts {
  if (!report) return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 }
  if (!existsSync(report.file)) return failedOnce('left no report')
  const { files, ...counts } = read(report)
  const missing = report.endings.filter((ending) => !files.some((file) => hasEnding(file, ending)))
  if (missing.length > 0) {
    return { ...counts, failed: counts.failed + 1, reason: `ran no *${missing.join(', *')}` }
  }
  if (counts.failed === 0 && !succeeded) return { ...counts, failed: 1, reason: 'runner failed' }
  if (counts.passed + counts.failed === 0) return failedOnce('ran nothing')
  return counts
}

const failedOnce = (reason: string): Counts => ({ passed: 0, failed: 1, skipped: 0, reason })

/** `.test.tsx` is not the ending of `a.browser.test.tsx`: that is a kind of its own. */
const hasEnding = (file: string, ending: string): boolean =>
  file.endsWith(ending) && (ending.includes('browser') || !file.includes('.browser.'))

function read({ kind, file }: Report): Counts & { files: string[] } {
  const text = readFileSync(file, 'utf8')
  if (kind === 'playwright') {
    // SAFETY: written by Playwright in the step that has just run.
    const { stats, suites } = JSON.parse(text) as PlaywrightReport
    const { expected, flaky, unexpected, skipped } = stats
    const files = suites.map((suite) => suite.file)
    return { passed: expected, failed: unexpected + flaky, skipped, files }
  }
  // SAFETY: written by Vitest in the step that has just run.
  const run = JSON.parse(text) as VitestReport
  return {
    passed: run.numPassedTests,
    failed: run.numFailedTests,
    skipped: run.numPendingTests + run.numTodoTests,
    files: run.testResults.map((result) => result.name),
  }
}
