import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../boundaries/source-file.ts'
import { proveRules, readTests, specifications, testsIn, titlesIn } from './rule-ids.ts'

const tests = readTests()

describe.each(specifications)('the rules of $file', (specification) => {
  const document = readFileSync(join(root, specification.file), 'utf8')
  const { rules, unknown } = proveRules(specification, document, tests)

  test('are each proved by a test that runs', () => {
    expect(rules).not.toEqual([])
    const { keptByOthers = [] } = specification
    const unproved = rules.filter(({ proofs }) => proofs.length === 0).map(({ id }) => id)
    expect(unproved).toEqual(keptByOthers)
  })

  test('have one heading each', () => {
    const ids = rules.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)])
  })

  test('have a heading for every id in a title', () => {
    expect(unknown).toEqual([])
  })

  test('stand nowhere in a title but at its end', () => {
    const id = new RegExp(`\\b(?:${specification.prefixes.join('|')})-\\d`)
    const stray = Object.values(tests)
      .flat()
      .filter(({ title, ids }) => ids.length === 0 && id.test(title))
    expect(stray).toEqual([])
  })
})

test('a test that is gone, skipped or only mentioned proves nothing', () => {
  const text = `
    it('runs', () => {}); test.each([1])('runs for %s', () => {}); always('holds', judge); whenever('holds then', judge)
    it.skip('is skipped', () => {}); test.todo('is to do'); say('mentioned')
    test.skip.each([1])('is skipped for %s', () => {}); it.skipIf(true)('is skipped here', () => {})
    describe('those that run', () => { it('runs too', () => {}) })
    describe.skip('those that do not', () => { it('is in what is skipped', () => {}) })
    test.describe.fixme('nor these', () => { test('is in what is to be mended', () => {}) })
    test('skips itself', () => { if (slow) test.skip(); })
    test('is to be mended', async ({ page }) => { test.fixme(true, 'flaky'); await page.goto('/') })
    it('is skipped by its context', ({ skip }) => { skip() })
    it('is skipped by its context, named', (context) => { context.skip() })`
  expect(titlesIn(text)).toEqual(['runs', 'runs for %s', 'holds', 'holds then', 'runs too'])
})

test('the ids of a test are those at the end of its title', () => {
  const text = `
    test('keeps the zero (X-1)', () => {}); test.each([1])('pastes %s (%o) (X-2, A11Y-10)', () => {})
    test('proves nothing', () => {}); test('mentions (X-3) and goes on', () => {})
    test.skip('is skipped (X-4)', () => {})`
  expect(testsIn(text).map(({ ids }) => ids)).toEqual([['X-1'], ['X-2', 'A11Y-10'], [], []])
})

test('a rule without a test is seen, and an id without a rule', () => {
  const document =
    '# X\n\n### X-1 Keeps the zero\n\nText with X-9.\n\n### X-2 Pastes\n\n#### Y-1 Other'
  const found = proveRules({ file: 'x.md', prefixes: ['X'] }, document, {
    'x.test.ts': testsIn(`test('keeps the zero (X-1)', run); test('types (X-3, Y-1)', run)`),
  })
  expect(found).toEqual({
    rules: [
      {
        id: 'X-1',
        says: 'Keeps the zero',
        proofs: [{ file: 'x.test.ts', title: 'keeps the zero (X-1)' }],
      },
      { id: 'X-2', says: 'Pastes', proofs: [] },
    ],
    unknown: ['x.test.ts: X-3'],
  })
})
