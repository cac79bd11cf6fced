// Tables that people write: custom properties, and the props in the READMEs of the fields.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defaultErrorRules } from '@phoneproof/client'
import { beforeAll, expect, test } from 'vitest'
import { readTypes, type KitTypes } from '../../.storybook/kit-types/read-types.ts'
import { root } from '../boundaries/source-file.ts'
import { documents } from './document-files.ts'

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const all = (pattern: string): string =>
  globSync(pattern, { cwd: root, exclude: ['**/*.test.*', '**/*.stories.*'] })
    .map(read)
    .join('\n')
const unique = (names: readonly string[]): string[] => [...new Set(names)].sort()
const found = (text: string, pattern: RegExp): string[] =>
  unique([...text.matchAll(pattern)].map(([whole, name = whole]) => name))

const tokens = read('packages/react/src/styles/tokens.css')
const styles = all('packages/react/src/**/*.css')
const code = all('packages/react/src/**/*.tsx')
const readme = read('packages/react/README.md')

/** The first column of the table under a heading of a document. */
function columnOf(text: string, heading: string): string {
  const [, section = ''] = text.split(`## ${heading}\n`)
  const rows = (section.split('\n## ')[0] ?? '').match(/^\|[^|]*\|/gm) ?? []
  return rows.join('\n')
}

test('the theme’s table lists the tokens that there are', () => {
  const [, looks = ''] = readme.split('## Looks\n')
  const listed = found(looks.match(/^\|.*$/gm)?.join('\n') ?? '', /--pp-[a-z-]+/g)
  expect(listed).toEqual(found(tokens, /^ +(--pp-[a-z-]+):/gm))
})

test('every token is used, but for those that are said to be for others', () => {
  const used = found(styles, /var\((--pp-[a-z-]+)/g)
  const unused = found(tokens, /^ +(--pp-[a-z-]+):/gm).filter((name) => !used.includes(name))
  expect(unused).toEqual(['--pp-font-mono', '--pp-text-large'])
  expect(readme).toMatch(/`--pp-font-mono`, `--pp-text-large` \| Nothing of the kit/)
})

test.each([
  ['code-input', 'packages/hooks/src/code-input/README.md', /--pp-code-input-[a-z-]+/g],
  ['phone-entry', 'packages/hooks/src/phone-entry/README.md', /--pp-phone-entry-[a-z-]+/g],
  [
    'verification-flow',
    'packages/react/src/verification-flow/verification-flow.mdx',
    /--pp-(?:flow|countdown)-[a-z-]+/g,
  ],
])('the table of %s lists its own properties', (folder, document, pattern) => {
  const css = read(`packages/react/src/${folder}/${folder}.css`)
  const table = columnOf(read(document), 'Attributes and custom properties')
  // `--pp-phone-entry-picker-x`, `-y`: the second is of the same family.
  const listed = table
    .split('\n')
    .flatMap((row) => {
      const [first = '', ...more] = [...row.matchAll(/`(-{1,2}[a-z-]+)`/g)].map(
        ([, name = '']) => name,
      )
      return [
        first,
        ...more.map((each) => (each.startsWith('--') ? each : first.replace(/-[a-z]+$/, each))),
      ]
    })
    .filter((name) => name.startsWith('--pp-'))
  // Worked out from the others, not to be set.
  const inner = [
    '--pp-code-input-extra',
    '--pp-code-input-length',
    '--pp-code-input-pitch',
    '--pp-flow-from',
    '--pp-flow-to',
  ]
  const there = [...found(css, pattern), ...found(code, pattern)]
  expect(unique(listed)).toEqual(unique(there.filter((name) => !inner.includes(name))))
})

let types: KitTypes = {}
beforeAll(() => {
  types = readTypes()
}, 60_000)

test.each([
  ['CodeInput', 'packages/hooks/src/code-input/README.md'],
  ['PhoneEntry', 'packages/hooks/src/phone-entry/README.md'],
])('the hand-written props of %s are those of its type', (component, document) => {
  const listed = [
    ...columnOf(read(document), 'Props').matchAll(/`([A-Za-z]+)(?:\([^)]*\))?`/g),
  ].map(([, name = '']) => name)
  const own = types[component]?.map(({ name }) => name) ?? []
  // What any input takes may be listed beside them.
  const native = 'autoFocus disabled form id name readOnly ref required'.split(' ')
  expect(own.filter((name) => !listed.includes(name))).toEqual([])
  expect(listed.filter((name) => !own.includes(name) && !native.includes(name))).toEqual([])
})

test('usePhoneproof is said to give what it gives', () => {
  const [, row = ''] =
    /^\| `usePhoneproof\(\)` \|(.*)\|$/m.exec(read('packages/hooks/README.md')) ?? []
  const given = types['usePhoneproof returns']?.map(({ name }) => name) ?? []
  expect(given).toContain('locale')
  expect(found(row, /`(\w+)`/g)).toEqual(unique(given))
})

const kinds = unique(defaultErrorRules.map(({ kind }) => kind))

test('the table of what the flow does with a failure has every kind', () => {
  const table = columnOf(readme, 'When something fails')
  expect(found(table, /`(\w+)`/g)).toEqual(kinds)
})

test('no document counts the kinds of errors wrongly', () => {
  const numbers = 'one two three four five six seven eight nine ten eleven twelve thirteen'.split(
    ' ',
  )
  const wrong = documents.flatMap((document) =>
    [...read(document).matchAll(/\b(\w+)\s+kinds\b/g)].flatMap(([said, number = '']) => {
      const count = numbers.indexOf(number.toLowerCase()) + 1 || Number(number)
      return Number.isNaN(count) || count === kinds.length ? [] : [`${document}: ${said}`]
    }),
  )
  expect(wrong).toEqual([])
})
