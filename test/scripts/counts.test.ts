import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
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
  expect(countsOf(false, report)).toMatchObject({ passed: 5, failed: 2, skipped: 2 })
  const flaky = playwrightReport({ expected: 3, flaky: 1, unexpected: 1, skipped: 1 })
  expect(countsOf(false, flaky)).toMatchObject({ passed: 3, failed: 2, skipped: 1 })
})

test('names the tests that failed, with what they said', () => {
  const unit = vitestReport({ numPassedTests: 1, numFailedTests: 1 }, 'a.test.ts', 'b.test.tsx')
  const run = JSON.parse(readFileSync(unit.file, 'utf8'))
  run.testResults[0].assertionResults = [
    { status: 'passed', fullName: 'adds' },
    { status: 'failed', fullName: 'sums up', failureMessages: ['\u001B[31mexpected 2\u001B[39m'] },
  ]
  run.testResults[1].message = 'Cannot find module'
  writeFileSync(unit.file, JSON.stringify(run))
  expect(countsOf(false, unit).failures).toEqual([
    'a.test.ts › sums up\n    expected 2',
    'b.test.tsx › the file itself\n    Cannot find module',
  ])
  const browser = playwrightReport({ expected: 1, unexpected: 1 })
  const walk = JSON.parse(readFileSync(browser.file, 'utf8'))
  const failed = {
    ok: false,
    title: 'is sent',
    tests: [{ results: [{ error: { message: 'no' } }] }],
  }
  const passed = { ok: true, title: 'is shown', tests: [{ results: [{}] }] }
  walk.suites[0].suites = [{ file: 'flow.spec.ts', specs: [failed, passed] }]
  writeFileSync(browser.file, JSON.stringify(walk))
  expect(countsOf(false, browser).failures).toEqual(['flow.spec.ts › is sent\n    no'])
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
