// What consumers can import. When this fails: a name that is gone or renamed breaks them, so it
// needs an entry in the package's CHANGELOG.md; a new one is a promise, so it needs a doc comment.
// Then write the lists anew: npx -y pnpm@12 vitest run -u --config test/vitest.config.ts exports
import { existsSync, readFileSync } from 'node:fs'
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

test.each(subpaths.filter((each) => !isLocale(each)))(
  '@phoneproof/$entry exports the names it is known for',
  async ({ entry, file }) => {
    expect(existsSync(file)).toBe(true)
    if (file.endsWith('.css')) return
    const list = `${exportedNames(file).join('\n')}\n`
    await expect(list).toMatchFileSnapshot(`${entry.replace('/', '-')}.txt`)
  },
)

test('each locale exports one name', async () => {
  const lines = subpaths.filter(isLocale).map(({ entry, file }) => {
    return `${entry} ${exportedNames(file).join(' ')}\n`
  })
  await expect(lines.join('')).toMatchFileSnapshot('react-locales.txt')
})

// Bundlers that split by files give whoever imports one component a barrel with all of them.
test.each(['hooks', 'react'])('the subpaths of %s have what it has, and nothing else', (name) => {
  const own = subpaths.filter(({ entry }) => entry.split('/')[0] === name && !isLocale({ entry }))
  const names = (isBarrel: boolean) =>
    own
      .filter(({ entry, file }) => (entry === name) === isBarrel && !file.endsWith('.css'))
      .flatMap(({ file }) => exportedNames(file))
  expect([...new Set(names(false))].sort()).toEqual(names(true).sort())
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

function exportedNames(file: string): string[] {
  const { staticExports } = parseSync(file, readFileSync(file, 'utf8')).module
  const entries = staticExports.flatMap((each) => each.entries)
  return entries
    .map(({ exportName, isType }) => `${isType ? 'type ' : ''}${exportName.name ?? '*'}`)
    .sort((a, b) => a.replace('type ', '').localeCompare(b.replace('type ', ''), 'en'))
}
