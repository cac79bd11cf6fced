import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ordinary } from './behaviour.ts'
import { defaultKnobs } from './knobs.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const defaults = new Map(
  [...readme.matchAll(/^\| `(\w+)` +\| (.+?) +\|/gm)].map(([, name, value]) => [name, value]),
)

// JSON has no infinity.
const words: Record<string, string> = { null: 'no limit', '': '`[]`' }

it.each(Object.entries({ ...ordinary, ...defaultKnobs }))(
  'says that %s is %j by default',
  (name, value) => {
    const absent = name === 'credentials' ? 'everybody may come in' : 'none'
    const text = Array.isArray(value) ? value.join() : JSON.stringify(value)
    const expected = value === undefined ? absent : (words[text] ?? `\`${text}\``)
    expect(defaults.get(name)).toBe(expected)
  },
)
