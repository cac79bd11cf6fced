import { existsSync, readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { Report } from './steps.ts'

export interface Counts {
  passed: number
  failed: number
  skipped: number
  /** Why a step failed, when its own output does not say so. */
  reason?: string
  /** Each failed test: its file, its name and what it said. */
  failures?: string[]
}

/** What the JSON reporter of Vitest writes, as far as it is read here. */
interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    name: string
    message?: string
    assertionResults?: { status: string; fullName: string; failureMessages?: string[] }[]
  }[]
}

/** What the JSON reporter of Playwright writes, as far as it is read here. */
interface PlaywrightReport {
  stats: { expected: number; flaky: number; unexpected: number; skipped: number }
  suites: PlaywrightSuite[]
}

interface PlaywrightSuite {
  file: string
  suites?: PlaywrightSuite[]
  specs?: {
    ok: boolean
    title: string
    tests: { results: { error?: { message?: string } }[] }[]
  }[]
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
    const failures = suites.flatMap(failuresOfSuite)
    return { passed: expected, failed: unexpected + flaky, skipped, files, failures }
  }
  // SAFETY: written by Vitest in the step that has just run.
  const run = JSON.parse(text) as VitestReport
  return {
    passed: run.numPassedTests,
    failed: run.numFailedTests,
    skipped: run.numPendingTests + run.numTodoTests,
    files: run.testResults.map((result) => result.name),
    failures: run.testResults.flatMap(failuresOfFile),
  }
}

function failuresOfFile({
  name,
  message,
  assertionResults = [],
}: VitestReport['testResults'][number]): string[] {
  const failed = assertionResults.filter(({ status }) => status === 'failed')
  if (failed.length === 0 && message) return [failure(name, 'the file itself', message)]
  return failed.map(({ fullName, failureMessages = [] }) =>
    failure(name, fullName, failureMessages[0]),
  )
}

function failuresOfSuite({ file, suites = [], specs = [] }: PlaywrightSuite): string[] {
  const own = specs
    .filter((spec) => !spec.ok)
    .map(({ title, tests }) => {
      const errors = tests.flatMap(({ results }) => results.map(({ error }) => error?.message))
      return failure(file, title, errors.find(Boolean))
    })
  return [...own, ...suites.flatMap(failuresOfSuite)]
}

/** The first lines are enough to know it by; the whole stands in the output of its step. */
function failure(file: string, title: string, message = ''): string {
  const said = stripVTControlCharacters(message).split('\n').filter(Boolean).slice(0, 6)
  return [`${relative(process.cwd(), resolve(file))} › ${title}`, ...said].join('\n    ')
}
