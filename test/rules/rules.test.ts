import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'vite'
import { expect, test } from 'vitest'
import { root } from '../boundaries/source-file.ts'
import { codeInput } from './code-input-rules.ts'
import { accessibility, browserSecurity, edgeCases, invariants, type Rule } from './rules.ts'

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1)

test.each([
  { kind: 'E', rules: edgeCases, numbers: upTo(19) },
  { kind: 'I', rules: invariants, numbers: upTo(9) },
  { kind: 'A11Y', rules: accessibility, numbers: upTo(21) },
  { kind: 'SEC', rules: browserSecurity, numbers: [1, 5, 8, 9, 10, 11, 12] },
  { kind: 'CODE', rules: codeInput, numbers: upTo(29) },
])('every rule $kind is here', ({ kind, rules, numbers }) => {
  expect(Object.keys(rules)).toEqual(numbers.map((number) => `${kind}-${number}`))
})

const all = {
  ...edgeCases,
  ...invariants,
  ...accessibility,
  ...browserSecurity,
  ...codeInput,
}

test.each(Object.entries(all))('%s has the tests that are named', (_id, rule) => {
  expect(Object.values(rule.proofs).flat()).not.toEqual([])
  expect(missing(rule)).toEqual([])
})

test('a test that is gone, skipped or only mentioned is reported', () => {
  const text = `
    it('runs', () => {}); test.each([1])('runs for %s', () => {}); always('holds', judge)
    it.skip('is skipped', () => {}); test.todo('is to do'); say('mentioned')
    test.skip.each([1])('is skipped for %s', () => {}); it.skipIf(true)('is skipped here', () => {})
    describe('those that run', () => { it('runs too', () => {}) })
    describe.skip('those that do not', () => { it('is in what is skipped', () => {}) })
    test.describe.fixme('nor these', () => { test('is in what is to be mended', () => {}) })
    test('skips itself', () => { if (slow) test.skip(); })
    test('is to be mended', async ({ page }) => { test.fixme(true, 'flaky'); await page.goto('/') })
    it('is skipped by its context', ({ skip }) => { skip() })
    it('is skipped by its context, named', (context) => { context.skip() })`
  expect(titlesIn(text)).toEqual(['runs', 'runs for %s', 'holds', 'runs too'])
  expect(missing({ says: '', proofs: { 'test/gone.test.ts': ['runs'] } })).toEqual([
    'test/gone.test.ts: runs',
  ])
})

function missing({ proofs }: Rule): string[] {
  return Object.entries(proofs).flatMap(([file, titles]) => {
    const path = join(root, file)
    const present = existsSync(path) ? titlesIn(readFileSync(path, 'utf8')) : []
    return titles.filter((title) => !present.includes(title)).map((title) => `${file}: ${title}`)
  })
}

interface Span {
  start: number
  end: number
}
const isWithin = (inner: Span, outer: Span): boolean =>
  inner.start > outer.start && inner.end <= outer.end

/** Titles of the tests that run: of `it`, `test`, their `each`, and the judges of the invariants. */
function titlesIn(text: string): string[] {
  const tests: (Span & { title: string })[] = []
  const groups: Span[] = []
  const skips: Span[] = []
  new Visitor({
    CallExpression({ callee, arguments: given, start, end }) {
      const called = text.slice(callee.start, callee.end)
      const [title] = given
      const isTest = /^(?:(?:it|test|always|everywhere)|(?:it|test)\.each\b.*)$/s.test(called)
      if (isTest && title?.type === 'Literal' && typeof title.value === 'string') {
        tests.push({ title: title.value, start, end })
      }
      if (!/\b(?:skip|fixme|todo)$/.test(called)) return
      // A whole group, or what a test says of itself.
      const isGroup = given.some(({ type }) => type.endsWith('FunctionExpression'))
      if (isGroup) groups.push({ start, end })
      else skips.push({ start, end })
    },
  }).visit(parseSync('tests.tsx', text).program)
  const runs = (test: Span): boolean =>
    !groups.some((group) => isWithin(test, group)) && !skips.some((skip) => isWithin(skip, test))
  return tests.filter(runs).map(({ title }) => title)
}
