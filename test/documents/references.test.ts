// Every citation of a rule, every document that is named and every relative link leads to what is there.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../boundaries/source-file.ts'
import { referenceProblems, type Repository } from './references.ts'

const kinds = '*.{ts,tsx,mts,js,mjs,css,md,mdx,html,json,yml,yaml}'
const read = globSync([`**/${kinds}`, `.{storybook,github}/**/${kinds}`, '.ci/*'], {
  cwd: root,
  exclude: (path) => /(?:^|\/)(?:node_modules|dist|storybook-static|\.cache|\.git)$/.test(path),
})
// The texts below are made up.
const own = 'test/documents/references.test.ts'
const paths = read.filter((path) => path !== own && !path.endsWith('pnpm-lock.yaml'))

const ours: Repository = {
  texts: new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')])),
  has: (path) => existsSync(join(root, path)),
}

test('every reference leads to what is there', () => {
  expect(paths.length).toBeGreaterThan(300)
  expect(paths.flatMap((path) => referenceProblems(path, ours))).toEqual([])
})

const rules = [
  '# Rules',
  '## 7. Schedules',
  '### 7.2 Calls',
  '### E-1 Clocks',
  '### E-2 *Send code*, and `E-3`',
  '### E-3 A',
  '## Twice',
  '## Twice',
  '```md',
  '### E-9 in a sample',
  '```',
].join('\n')

/** What is wrong with a text at a path, beside a file of rules. */
function problemsOf(path: string, text: string): string[] {
  const texts = new Map([
    ['packages/a/rules.md', rules],
    ['packages/a/README.md', '# A\n'],
    ['packages/b/README.md', '# B\n## How it is built\n'],
    [path, text],
  ])
  const has = (each: string): boolean =>
    [...texts.keys()].some((known) => known === each || known.startsWith(`${each}/`))
  return referenceProblems(path, { texts, has })
}

test.each([
  ['a comment', 'packages/b/a.ts', '// As rules.md E-1 says.\n/** (rules.md 7.2, E-3) */'],
  ['a comment over two lines', 'packages/b/a.ts', '/*\n * (rules.md\n * E-2 and\n * E-3)\n */'],
  ['a range', 'packages/b/a.ts', '// rules.md E-1 to E-3'],
  ['a section', 'packages/b/a.ts', '// rules.md, section 7.'],
  ['a string', 'packages/b/a.test.ts', "test('waits (rules.md E-1)', () => {})"],
  ['a style sheet', 'packages/b/a.css', '/* rules.md E-1 */ a { color: red }'],
  ['a document', 'packages/b/c.md', 'As `rules.md` E-1 and [rules.md E-2](../a/rules.md) say.'],
  [
    'a link',
    'packages/b/c.md',
    '[a](../a/rules.md#e-2-send-code-and-e-3) [b](README.md#how-it-is-built)',
  ],
  ['a link to a second heading', 'packages/b/c.md', '[a](../a/rules.md#twice-1)'],
  ['a link within a page', 'packages/b/c.md', '# Here it is\n[a](#here-it-is) [b](../a#a)'],
  [
    'an address',
    'packages/b/c.md',
    '[a](https://a.example/b.md#c) [b](?path=/docs/c) <mailto:a@b.example>',
  ],
  ['one README of several', 'packages/c/a.ts', '// See README.md.'],
  ['code', 'packages/b/a.ts', "import a from '../a/missing.md?raw'\nread('missing.md')"],
  ['a sample', 'packages/b/c.md', '```md\n[a](missing.md) rules.md E-9\n```\n`[a](missing.ts)`'],
  ['names of before', 'packages/a/CHANGELOG.md', '| `OLD.md` | `rules.md` |'],
])('%s that is right is not reported', (_, path, text) => {
  expect(problemsOf(path, text)).toEqual([])
})

test.each([
  ['// rules.md E-4', 'cites rules.md E-4, which is no heading of packages/a/rules.md'],
  ['// rules.md E-9', 'cites rules.md E-9, which is no heading of packages/a/rules.md'],
  ['// rules.md E-1, E-5', 'cites rules.md E-5, which is no heading of packages/a/rules.md'],
  ['// rules.md E-3 to E-4', 'cites rules.md E-4, which is no heading of packages/a/rules.md'],
  ['// rules.md 7.3', 'cites rules.md 7.3, which is no heading of packages/a/rules.md'],
  ["say('rules.md E-2b')", 'cites rules.md E-2b, which is no heading of packages/a/rules.md'],
  ['// README.md 7', 'cites README.md 7, which is no heading of packages/b/README.md'],
  ["say('GONE.md has it all')", 'names GONE.md, which is not here'],
  ['// ../shared/a', '"../shared" is outside the repository'],
  ['// ../../../a', '"../../../" is outside the repository'],
  ["read('/home/me/a')", '"/home/me" is outside the repository'],
])('%s is reported, with its line', (text, says) => {
  expect(problemsOf('packages/b/a.ts', `\n${text}\n`)).toEqual([`packages/b/a.ts:2: ${says}`])
})

test('a citation of a document that is not here is reported', () => {
  expect(problemsOf('packages/b/a.ts', '// See spec/gone.md G-1.')).toEqual([
    'packages/b/a.ts:1: "spec/gone.md" is outside the repository',
    'packages/b/a.ts:1: names spec/gone.md, which is not here',
  ])
})

test.each([
  ['[a](gone.md)', 'links to gone.md, which is not here'],
  ['[a](../a/rules.md#gone)', 'links to ../a/rules.md#gone, which is no heading there'],
  ['[a](../a/rules.md#twice-2)', 'links to ../a/rules.md#twice-2, which is no heading there'],
  ['[a](#gone)', 'links to #gone, which is no heading there'],
  ['[a]: gone.ts', 'links to gone.ts, which is not here'],
  ['![a](gone.png "A")', 'links to gone.png, which is not here'],
  ['<a href="gone.ts">a</a>', 'links to gone.ts, which is not here'],
])('a document with %s is reported, with its line', (text, says) => {
  expect(problemsOf('packages/b/c.md', `# C\n\n${text}\n`)).toEqual([`packages/b/c.md:3: ${says}`])
})

test('a link that leaves the repository is reported', () => {
  expect(problemsOf('packages/b/c.md', '[a](../../../other/a.ts)')).toContain(
    'packages/b/c.md:1: links to ../../../other/a.ts, which is outside the repository',
  )
})
