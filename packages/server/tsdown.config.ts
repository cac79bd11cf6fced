import { readdirSync, readFileSync } from 'node:fs'
import { defineConfig, type Rolldown } from 'tsdown'

export default defineConfig({
  entry: [
    'src/index.ts',
    'src/node.ts',
    'src/stores/sqlite.ts',
    'src/stores/redis.ts',
    'src/proof/index.ts',
    'src/conformance/index.ts',
    'src/bin.ts',
  ],
  // Takes in what is used of the libraries under devDependencies. A folder of modules would lie in
  // dist/node_modules, which no package manager publishes.
  dts: { sourcemap: true },
  sourcemap: true,
  platform: 'neutral',
  target: 'es2022',
  // Only some entries run in Node alone, so the platform is none, which knows no modules of Node.
  deps: {
    neverBundle: [/^node:/],
    onlyBundle: ['@noble/ciphers', '@noble/hashes', 'libphonenumber-js'],
  },
  checks: { moduleLevelDirective: false },
  plugins: [
    {
      name: 'taken-in-libraries',
      generateBundle(_options, bundle) {
        const outputs = Object.values(bundle)
        for (const output of outputs) {
          if (output.type === 'asset' && output.fileName.endsWith('.map')) withoutTexts(output)
        }
        // They ask to come along with what is taken in.
        for (const [folder, name] of librariesIn(outputs)) {
          const files = readdirSync(folder).filter((file) => /^licen[cs]e/i.test(file))
          if (files.length === 0) this.error(`${name} has no licence.`)
          const source = files.map((file) => readFileSync(`${folder}/${file}`, 'utf8')).join('\n')
          // With `LICENSE` in its name, pnpm would take it for that of the package.
          this.emitFile({ type: 'asset', fileName: `licences/${name}.txt`, source })
        }
      },
    },
  ],
})

/** Nobody debugs the libraries, and their texts are half a megabyte. */
function withoutTexts(output: Rolldown.OutputAsset): void {
  // SAFETY: a source map is this.
  const map = JSON.parse(String(output.source)) as {
    sources: string[]
    sourcesContent?: (string | null)[]
  }
  map.sources.forEach((source, index) => {
    if (map.sourcesContent && source.includes('/node_modules/')) map.sourcesContent[index] = null
  })
  output.source = JSON.stringify(map)
}

/** The folder of each library that has been taken in, and its name. */
function librariesIn(
  outputs: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[],
): ReadonlyMap<string, string> {
  const modules = outputs.flatMap((output) => (output.type === 'chunk' ? output.moduleIds : []))
  return new Map(
    modules.flatMap((id): [string, string][] => {
      const [, folder, name] = /^(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(id) ?? []
      return folder !== undefined && name !== undefined ? [[folder, name]] : []
    }),
  )
}
