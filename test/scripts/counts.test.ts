import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { countsOf } from './counts.ts'
import type { Report } from './steps.ts'

const folder = mkdtempSync(join(tmpdir(), 'phoneproof-counts-'))

function vitestReport(counts: object, ...files: string[]): Report {
  const file = join(folder, 'vitest.json')
  const none = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 }
  const testResults = files.map((name) => ({ name }))
  writeFileSync(file, JSON.stringify({ ...none, ...counts, testResults }))
  return { kind: 'vitest', file, endings: ['.test.ts', '.test.tsx'] }
}

function playwrightReport(counts: object): Report {
  const file = join(folder, 'playwright.json')
  const stats = { expected: 0, flaky: 0, unexpected: 0, skipped: 0, ...counts }
  writeFileSync(file, JSON.stringify({ stats, suites: [{ file: 'flow.spec.ts' }] }))
  return { kind: 'playwright', file, endings: ['.spec.ts'] }
}

test('counts a step without a report as one test', () => {
  expect(countsOf(true, undefined)).toEqual({ passed: 1, failed: 0, skipped: 0 })
  expect(countsOf(false, undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('takes the counts of the runners', () => {
  const counts = { numPassedTests: 5, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 }
  const report = vitestReport(counts, 'a.test.ts', 'b.test.tsx')
  expect(countsOf(false, report)).toEqual({ passed: 5, failed: 2, skipped: 2 })
  const flaky = playwrightReport({ expected: 3, flaky: 1, unexpected: 1, skipped: 1 })
  expect(countsOf(false, flaky)).toEqual({ passed: 3, failed: 2, skipped: 1 })
})

test('fails when a runner fails without naming a test', () => {
  const report = vitestReport({ numPassedTests: 5 }, 'a.test.ts', 'b.test.tsx')
  expect(countsOf(true, report)).toMatchObject({ failed: 0 })
  expect(countsOf(false, report)).toMatchObject({ failed: 1, reason: 'runner failed' })
})

test('fails when there is no report', () => {
  const report: Report = { kind: 'vitest', file: join(folder, 'none.json'), endings: [] }
  expect(countsOf(true, report)).toMatchObject({ failed: 1, reason: 'left no report' })
})

test('fails when nothing ran', () => {
  expect(countsOf(true, playwrightReport({ skipped: 4 }))).toMatchObject({
    failed: 1,
    reason: 'ran nothing',
  })
})

test('fails when one of the kinds did not run', () => {
  const report = vitestReport({ numPassedTests: 5 }, 'a.test.ts', 'b.browser.test.tsx')
  expect(countsOf(true, report)).toMatchObject({ failed: 1, reason: 'ran no *.test.tsx' })
})
