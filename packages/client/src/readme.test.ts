import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createVerifyClient, defaultErrorRules, textMagic } from './index.ts'

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
  const { service, ...operations } = createVerifyClient({ baseUrl: '/api', resume: true })
  expect(service).toBe(textMagic)
  expect(firstColumn('Operations').sort()).toEqual(Object.keys(operations).sort())
})

test('the README lists every option', () => {
  const source = readFileSync(new URL('client-options.ts', import.meta.url), 'utf8')
  const [, members = ''] = /interface VerifyClientOptions \{([^]*?)\n\}/.exec(source) ?? []
  const options = [...members.matchAll(/^ {2}(\w+)\??:/gm)].map(([, name]) => name)
  const [, table = ''] = readme.split('| Option |')
  const listed = [...(table.split('\n\n')[0] ?? '').matchAll(/^\| ([^|]*) \|/gm)]
  expect(options).toContain('credentials')
  const names = listed.flatMap(([, cell = '']) => Array.from(cell.matchAll(/\w+/g), String))
  expect(names.sort()).toEqual(options.sort())
})
