import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ordinary } from './behaviour.ts'
import { defaultServiceOptions } from './service-options.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const tables = readme.split('\n\n').filter((block) => /^\| \w+ +\| Default /.test(block))
const rows = tables.join('\n').matchAll(/^\| `(\w+)` +\| (.+?) +\|/gm)
const defaults = new Map([...rows].map(([, name, value]) => [name, value]))

function wordsFor(value: unknown): string {
  if (value === undefined) return 'none'
  if (value === Number.POSITIVE_INFINITY) return 'no limit'
  return typeof value === 'string' ? `\`'${value}'\`` : `\`${JSON.stringify(value)}\``
}

it.each(Object.entries({ ...ordinary, ...defaultServiceOptions }))(
  'says that %s is %j by default',
  (name, value) => {
    expect(defaults.get(name)).toBe(wordsFor(value))
  },
)
