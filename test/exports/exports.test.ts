// What consumers can import. When this fails: a name that is gone or renamed breaks them, so it
// needs an entry in the package's CHANGELOG.md; a new one is a promise, so it needs a doc comment.
// Then write the lists anew: npx -y pnpm@12 vitest run -u --config test/vitest.config.ts exports
import { existsSync, readFileSync } from 'node:fs'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'
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

function exportedNames(file: string): string[] {
  const { staticExports } = parseSync(file, readFileSync(file, 'utf8')).module
  const entries = staticExports.flatMap((each) => each.entries)
  return entries
    .map(({ exportName, isType }) => `${isType ? 'type ' : ''}${exportName.name ?? '*'}`)
    .sort((a, b) => a.replace('type ', '').localeCompare(b.replace('type ', ''), 'en'))
}
