import { build } from 'vite'
import { expect, test } from 'vitest'
import { libraryPackages } from '../scripts/library-packages.ts'
import { fromSource } from '../support/source-condition.ts'
import { root } from './source-file.ts'

/** The modules that a page gets, now or later, which imports all of an entry. */
async function modulesOf(specifier: string): Promise<string[]> {
  // In `test`, because the packages are linked from the root.
  const entry = `${root}/test/page.js`
  const result = await build({
    ...fromSource,
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'page',
        enforce: 'pre',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? `export * from '${specifier}'` : undefined),
      },
    ],
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' },
    },
  })
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((each) =>
    'output' in each ? each.output : [],
  )
  return outputs.flatMap((output) => (output.type === 'chunk' ? output.moduleIds : []))
}

const ofServer = /\/packages\/server\/|\/node_modules\/(?:jose|@noble|@remix-run)\//

const entries = libraryPackages
  .filter(({ folder }) => ['client', 'hooks', 'react'].includes(folder))
  .flatMap(({ name, exports }) =>
    Object.entries(exports)
      // Locales are data, one like the other.
      .filter(([subpath]) => !/\.css$|\/locales\/(?!de$)/.test(subpath))
      .map(([subpath]) => ({ entry: name + subpath.slice(1) })),
  )

test.each(entries)('brings nothing of the server into a page: $entry', async ({ entry }) => {
  const modules = await modulesOf(entry)
  expect(modules.some((id) => /\/packages\/\w+\/src\//.test(id))).toBe(true)
  expect(modules.filter((id) => ofServer.test(id))).toEqual([])
})

test('would find the server in a page', async () => {
  const modules = await modulesOf('@phoneproof/server')
  expect(modules.filter((id) => ofServer.test(id)).length).toBeGreaterThan(50)
})
