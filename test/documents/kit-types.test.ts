// The props tables of Storybook, as they are read from the types.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { readTypes, type KitTypes, type Row } from '../../.storybook/kit-types/read-types.ts'
import { root } from '../boundaries/source-file.ts'

let types: KitTypes = {}
beforeAll(() => {
  types = readTypes()
}, 60_000)

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const exported = (list: string): string[] => read(`test/exports/${list}.txt`).split('\n')
const docsPages = [
  ...globSync(['.storybook/docs/**/*.mdx', 'packages/*/src/**/*.mdx'], { cwd: root }),
  // Pages take sections out of it.
  'packages/react/README.md',
]
const pages = (): string => docsPages.map(read).join('\n')

/** Rows that an app fills in: props of components, options of hooks. */
const given = (): [table: string, row: Row][] =>
  Object.entries(types)
    .filter(([name]) => (/^[A-Z]/.test(name) ? name in components() : name.endsWith(' options')))
    .flatMap(([name, rows]) => rows.map((row): [string, Row] => [name, row]))

/** A type and a component may begin alike; a component is drawn somewhere. */
const components = (): Record<string, true> =>
  Object.fromEntries(
    exported('react')
      .filter((name) => /^(?:CodeInput|PhoneEntry|PhoneproofProvider|VerificationFlow)/.test(name))
      .filter((name) => !name.endsWith('Props'))
      .map((name) => [name, true]),
  )

test('props of types that another package declares, or that are left out of others, are found', () => {
  const names = (table: string) => types[table]?.map(({ name }) => name)
  expect(names('VerificationFlow')).toEqual(
    expect.arrayContaining(['brand', 'client', 'countdown', 'countries', 'onVerified']),
  )
  expect(names('CodeInput')).toEqual(expect.arrayContaining(['length', 'groupSize', 'mask']))
  expect(names('PhoneEntry')).toEqual(expect.arrayContaining(['picker', 'strictness', 'value']))
  // What any element takes is not ours to list.
  expect(names('CodeInput')).not.toContain('onClick')
})

test('every prop and option says what it is for', () => {
  const silent = given().filter(([, row]) => row.description === '')
  expect(silent.map(([table, { name, file }]) => `${table}: ${name} (${file})`)).toEqual([])
})

test('every default that the code sets is told', () => {
  /** The files of a feature, in both packages. */
  const codeOf = (feature: string) =>
    globSync(`packages/{hooks,react}/src/${feature}/*.{ts,tsx}`, {
      cwd: root,
      exclude: ['**/*.test.*', '**/*.stories.tsx'],
    })
      .map(read)
      .join('\n')
  // A controlled value has none; `value` is also a name of many other things.
  const wrong = given()
    .filter(([, { name }]) => name !== 'value')
    .flatMap(([table, { name, default: told, isRequired, file }]) => {
      const code = codeOf(file.split('/').at(-2) ?? '')
      const set = new RegExp(
        `[{,]\\s*${name}(?:: \\w+)? = ('[^']*'|[\\d_]+|true|false)\\s*[,}]`,
      ).exec(code)?.[1]
      // An empty text is as good as none.
      if (set === undefined || set === "''" || isRequired) return []
      return told?.includes(set) ? [] : [`${table}: ${name} is ${set}, and the table says ${told}`]
    })
  expect(wrong).toEqual([])
})

test('every component and hook that is exported has a table or a word on some page', () => {
  const hooks = exported('hooks').filter((name) => /^use[A-Z]/.test(name))
  const missing = [...Object.keys(components()), ...hooks].filter((name) => !pages().includes(name))
  expect(missing).toEqual([])
})

test('no table is asked for that there is not', () => {
  const asked = [...pages().matchAll(/<TypeTable of="([^"]+)"/g)].map(([, name = '']) => name)
  expect(asked.length).toBeGreaterThan(8)
  expect(asked.filter((name) => !(name in types))).toEqual([])
})
