// Each row of verify-api.md 8 is a choice of ours, and has a test that names it.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

it('every row of the open points is named by a test of the contract', () => {
  const [, section = ''] = read('../../packages/client/verify-api.md').split('\n## 8 ')
  const [table = ''] = section.split('\n## ')
  const rows = [...table.matchAll(/^\| (\d+) \|/gm)].map(([, row]) => Number(row))
  expect(rows).toEqual(Array.from({ length: 31 }, (_, index) => index + 1))
  const mentions = read('contract.test.ts').matchAll(/'[^'\n]*\brows? (\d+)(?: and (\d+))?\b/g)
  const named = new Set([...mentions].flatMap(([, ...each]) => each.map(Number)))
  expect(rows.filter((row) => !named.has(row))).toEqual([])
})
