// What consumers can import. When this fails: a name that is gone or renamed breaks them, so it
// needs an entry in the package's CHANGELOG.md; a new one is a promise, so it needs a doc comment.
// Then write the lists anew: npx -y pnpm@12 vitest run -u --config test/vitest.config.ts exports
// What is under `internal` is listed apart: only our own packages import it, so it needs neither.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'
import { root } from '../boundaries/source-file.ts'
import { libraryPackages } from '../scripts/library-packages.ts'

const subpaths = libraryPackages.flatMap(({ folder, path, exports }) =>
  Object.entries(exports).map(([subpath, target]) => ({
    entry: folder + subpath.slice(1),
    file: `${path}/${target['@phoneproof/source']}`,
  })),
)

const isLocale = ({ entry }: { entry: string }): boolean => entry.includes('/locales/')
const isInternal = ({ entry }: { entry: string }): boolean => entry.includes('/internal')
const isPublic = (each: { entry: string }): boolean => !isLocale(each) && !isInternal(each)

/** What makes the texts of a language is only where locales find it. */
const toolsOfLocales: Readonly<Record<string, readonly string[]>> = {
  hooks: ['duration', 'type DurationTexts', 'type WrongCodeTexts', 'wrongCode'],
}

test.each(subpaths.filter(isPublic))(
  '@phoneproof/$entry exports the names it is known for',
  async ({ entry, file }) => {
    expect(existsSync(file)).toBe(true)
    if (file.endsWith('.css')) return
    const list = `${exportedNames(file).join('\n')}\n`
    await expect(list).toMatchFileSnapshot(`${entry.replaceAll('/', '-')}.txt`)
  },
)

test('each locale exports one name', async () => {
  const lines = subpaths.filter(isLocale).map(({ entry, file }) => {
    return `${entry} ${exportedNames(file).join(' ')}\n`
  })
  await expect(lines.join('')).toMatchFileSnapshot('react-locales.txt')
})

test('what is internal is listed, with the names that our own packages use', async () => {
  const entries = subpaths.filter(isInternal)
  const names = ({ file }: { file: string }) => exportedNames(file).map((name) => `  ${name}\n`)
  const lists = entries.map((each) => `${each.entry}\n${names(each).join('')}`)
  await expect(lists.join('')).toMatchFileSnapshot('internal.txt')
})

test('@phoneproof/hooks exports at most 70 names', () => {
  expect(exportedNames(barrelOf('hooks')).length).toBeLessThanOrEqual(70)
})

test('every name that @phoneproof/hooks exports says what it is where it is declared', () => {
  const file = barrelOf('hooks')
  const silent = exportsOf(file).flatMap(({ moduleRequest, importName }) => {
    const declaredIn = resolve(dirname(file), moduleRequest?.value ?? '')
    const name = importName.name ?? ''
    return isDocumented(declaredIn, name) ? [] : [`${name} in ${relative(root, declaredIn)}`]
  })
  expect(silent).toEqual([])
})

// Bundlers that split by files give whoever imports one component a barrel with all of them.
test.each(['hooks', 'react'])('the subpaths of %s have what it has, and nothing else', (name) => {
  const own = subpaths.filter((each) => each.entry.startsWith(`${name}/`) && isPublic(each))
  const names = own
    .filter(({ file }) => !file.endsWith('.css'))
    .flatMap(({ file }) => exportedNames(file))
  const expected = [...exportedNames(barrelOf(name)), ...(toolsOfLocales[name] ?? [])]
  expect([...new Set(names)].sort()).toEqual(expected.sort())
})

test.each(libraryPackages)(
  'the README of $name names each of its entries',
  ({ name, path, exports }) => {
    const readme = readFileSync(`${path}/README.md`, 'utf8')
    const entries = Object.keys(exports).filter((subpath) => !subpath.includes('/locales/'))
    const missing = entries.filter((subpath) => !readme.includes(`${name}${subpath.slice(1)}`))
    expect(missing).toEqual([])
  },
)

test.each(libraryPackages)(
  '$name says whose it is, and lets itself be read',
  ({ path, folder }) => {
    // SAFETY: our own file.
    const manifest = JSON.parse(readFileSync(`${path}/package.json`, 'utf8')) as Record<
      string,
      unknown
    > & { publishConfig: { exports: Record<string, unknown> }; exports: Record<string, unknown> }
    for (const exports of [manifest.exports, manifest.publishConfig.exports]) {
      expect(exports['./package.json']).toBe('./package.json')
    }
    const home = 'https://github.com/phoneproof/phoneproof'
    const [, author = ''] =
      /^Copyright \(c\) \d+ (.*)$/m.exec(readFileSync(`${root}/LICENSE`, 'utf8')) ?? []
    expect(manifest).toMatchObject({
      author,
      homepage: `${home}/tree/main/packages/${folder}#readme`,
      bugs: `${home}/issues`,
      repository: { type: 'git', url: `git+${home}.git`, directory: `packages/${folder}` },
      keywords: expect.arrayContaining(['phone-verification', 'textmagic']),
    })
  },
)

function barrelOf(name: string): string {
  const file = subpaths.find(({ entry }) => entry === name)?.file
  if (file === undefined) throw new Error(`There is no @phoneproof/${name}.`)
  return file
}

const exportsOf = (file: string) =>
  parseSync(file, readFileSync(file, 'utf8')).module.staticExports.flatMap((each) => each.entries)

/** Whether a doc comment stands right before the statement that declares the name. */
function isDocumented(file: string, name: string): boolean {
  const text = readFileSync(file, 'utf8')
  const { module, comments } = parseSync(file, text)
  const statement = module.staticExports.find(({ entries }) =>
    entries.some(({ exportName }) => exportName.name === name),
  )
  const before = text.slice(0, statement?.start).trimEnd().length
  return comments.some(({ type, value, end }) => {
    return type === 'Block' && value.startsWith('*') && end === before
  })
}

function exportedNames(file: string): string[] {
  return exportsOf(file)
    .map(({ exportName, isType }) => `${isType ? 'type ' : ''}${exportName.name ?? '*'}`)
    .sort((a, b) => a.replace('type ', '').localeCompare(b.replace('type ', ''), 'en'))
}
