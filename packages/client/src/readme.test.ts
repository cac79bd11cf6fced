import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createVerifyClient, defaultErrorRules } from './index.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

/** The names in the first column of the table under a heading. */
function firstColumn(heading: string): string[] {
  const [, section = ''] = readme.split(`## ${heading}\n`)
  const rows = (section.split('\n## ')[0] ?? '').matchAll(/^\| `(\w+)` +\|/gm)
  return [...rows].map(([, name = '']) => name)
}

test('the README lists every kind of error', () => {
  const kinds = new Set(defaultErrorRules.map(({ kind }) => kind))
  expect(firstColumn('Errors').sort()).toEqual([...kinds].sort())
})

test('the README lists every operation', () => {
  const client = createVerifyClient({ baseUrl: '/api', resume: true })
  expect(firstColumn('Operations').sort()).toEqual(Object.keys(client).sort())
})
