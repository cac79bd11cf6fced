// What a README says can be typed, opened or imported is there.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { roles } from '../boundaries/code-rules.ts'
import { root } from '../boundaries/source-file.ts'
import { libraryPackages } from '../scripts/library-packages.ts'
import { steps } from '../scripts/steps.ts'
import { documents } from './document-files.ts'

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
// SAFETY: our own file.
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
const ignored = new Set(read('.gitignore').split('\n').filter(Boolean))

test('the documents are found', () => {
  const some = ['README.md', 'test/README.md', '.storybook/docs/security.mdx']
  expect(documents).toEqual(expect.arrayContaining(some))
})

test.each(libraryPackages)('$name has a README and a CHANGELOG', ({ path, name }) => {
  expect(existsSync(`${path}/README.md`)).toBe(true)
  expect(existsSync(`${path}/CHANGELOG.md`)).toBe(true)
  expect(readFileSync(`${path}/README.md`, 'utf8')).toContain(`# ${name}\n`)
})

test.each(documents)('%s names only what exists', (document) => {
  const text = read(document)
  expect([...brokenLinks(document, text), ...brokenPaths(document, text)]).toEqual([])
  expect(text.split('\n').flatMap(unknownCommand)).toEqual([])
})

test('the README lists the suffixes that are enforced', () => {
  const [, list = ''] = /The suffix says the role: ([^]*?)\n- /.exec(read('README.md')) ?? []
  for (const role of roles) expect(list).toContain(`\`${role}\``)
})

test('the documents say what a verified number proves, and what not (SEC-10)', () => {
  expect(read('README.md')).toMatch(/proves a number\. It is not a strong second factor/)
  expect(read('.storybook/docs/security.mdx')).toMatch(/codes by phone \*restricted\*/)
})

test('the documents say that the words of a text are the server’s to choose (SEC-11)', () => {
  expect(read('.storybook/docs/security.mdx')).toMatch(
    /Whose words does our account send\? \| Yours\. The page has no say in brand, sender, language/,
  )
})

test('a link, a path or a command that does not exist is reported', () => {
  expect(brokenLinks('README.md', '[a](test) [b](missing.md) [c](https://x.y) [d](#e)')).toEqual([
    'missing.md',
  ])
  expect(
    brokenPaths('test/README.md', '`test/lint` `./gone.ts` `src/gone/` `packages/*/src`'),
  ).toEqual(['./gone.ts', 'src/gone/'])
  expect(brokenPaths('README.md', '`apps/playground/dist` `apps/nowhere/dist`')).toEqual([
    'apps/nowhere/dist',
  ])
  expect(unknownCommand('npx -y pnpm@12 tests')).toEqual(['pnpm tests'])
  expect(unknownCommand('pnpm test unit e2f')).toEqual(['pnpm test unit e2f'])
  expect(unknownCommand('npx -y pnpm@12 test unit e2e  # both')).toEqual([])
})

function brokenLinks(document: string, text: string): string[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
  return targets.filter((target) => {
    // Within Storybook: test/visual follows those.
    if (/^(?:https?:|#|\?path=)/.test(target)) return false
    return !existsSync(join(root, dirname(document), target.replace(/#.*/, '')))
  })
}

/**
 * Paths in code style: of the repository, of the folder of the document, or of its package. What
 * git ignores is there only after a build, so there its folder has to exist.
 */
function brokenPaths(document: string, text: string): string[] {
  const mentioned = [...text.matchAll(/`((?:\.{0,2}\/)?(?:[\w.*-]+\/)+[\w.*-]*)`/g)]
  const paths = mentioned.map(([, path = '']) => path)
  const kept = (path: string) => (ignored.has(basename(path)) ? dirname(path) : path)
  const looksOurs = /^(?:\.{1,2}\/|packages\/|apps\/|test\/|src\/|\.storybook\/|\.ci\/)/
  const bases = [
    '.',
    dirname(document),
    ...libraryPackages.map(({ folder }) => `packages/${folder}`),
  ]
  return paths.filter(
    (path) =>
      looksOurs.test(path) &&
      !bases.some((base) => globSync(join(root, base, kept(path))).length > 0),
  )
}

/** A line that calls pnpm with something that is no script, or `test` with what is no check. */
function unknownCommand(line: string): string[] {
  const [, called] = /^\s*(?:\$ )?(?:npx -y )?(pnpm(?:@12)? [^#]*)/.exec(line) ?? []
  if (called === undefined) return []
  const [, script = '', ...words] = called.trim().split(/\s+/)
  const builtIn = ['install', 'add', 'exec', 'pack']
  const isKnown = script in scripts || builtIn.includes(script) || isTool(script)
  const checks = steps.map(({ name }) => name)
  const isFine = isKnown && (script !== 'test' || words.every((word) => checks.includes(word)))
  return isFine ? [] : [['pnpm', script, ...words].join(' ')]
}

const isTool = (name: string): boolean => existsSync(join(root, 'node_modules/.bin', name))
