import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../boundaries/source-file.ts'
import { titlesIn } from './rule-ids.ts'
import { accessibility, browserSecurity, edgeCases, invariants, type Rule } from './rules.ts'

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1)

test.each([
  { kind: 'E', rules: edgeCases, numbers: upTo(19) },
  { kind: 'I', rules: invariants, numbers: upTo(9) },
  { kind: 'A11Y', rules: accessibility, numbers: upTo(21) },
  { kind: 'SEC', rules: browserSecurity, numbers: [1, 5, 8, 9, 10, 11, 12] },
])('every rule $kind is here', ({ kind, rules, numbers }) => {
  expect(Object.keys(rules)).toEqual(numbers.map((number) => `${kind}-${number}`))
})

const all = {
  ...edgeCases,
  ...invariants,
  ...accessibility,
  ...browserSecurity,
}

test.each(Object.entries(all))('%s has the tests that are named', (_id, rule) => {
  expect(Object.values(rule.proofs).flat()).not.toEqual([])
  expect(missing(rule)).toEqual([])
})

test('a test that is gone is reported', () => {
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
