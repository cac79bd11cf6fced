// What an app pays: minified and gzipped, from the built packages.
import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build as buildSplit } from 'esbuild'
import { build, type Rolldown } from 'vite'
import { libraryPackages } from './library-packages.ts'

const root = resolve(import.meta.dirname, '../..')
const peers = ['react', 'react-dom', '@tanstack/react-query']
const phoneLibraries = ['libphonenumber-js', 'react-phone-number-input']
// Our own: the numbering plans, and what reads them.
const phoneMetadata = ['./lite-metadata.js']

// Vite's own loader of lazy chunks is no part of what is measured.
const lazyLoader = '\0vite/preload-helper.js'
const plainLoader = 'export const __vitePreload = (load) => load()'

interface Budget {
  what: string
  /** The module an app would write. */
  code: string
  /** Packages that do not count, their subpaths neither; and modules, as they are imported. */
  without: readonly string[]
  /**
   * More than this many kilobytes (of 1000 bytes) fails. Lazy chunks do not count. What it is today:
   * a rule that costs bytes moves it, and says so in its commit.
   */
  limit: number
  /** Where it should be, when it is not there yet: lower `limit` as it gets closer. */
  goal: number
}

const budgets: readonly Budget[] = [
  {
    what: 'the code field alone',
    code: "export { CodeInput } from '@phoneproof/react'",
    without: peers,
    limit: 6.11,
    goal: 3.8,
  },
  {
    what: 'client and useVerificationFlow',
    code:
      "export { createVerifyClient } from '@phoneproof/client';" +
      "export { useVerificationFlow, useCountdown } from '@phoneproof/hooks'",
    without: [...peers, ...phoneLibraries],
    limit: 25.73,
    goal: 9,
  },
  {
    what: 'the whole flow, without any phone metadata',
    code: "export { VerificationFlow } from '@phoneproof/react'",
    without: [...peers, ...phoneLibraries, ...phoneMetadata],
    limit: 46.96,
    goal: 22,
  },
  {
    what: 'the phone field with its libraries',
    code: "export { PhoneEntry } from '@phoneproof/react'",
    without: peers,
    limit: 32,
    goal: 30,
  },
]

/**
 * By esbuild with splitting, which gives a chunk whole files: what two chunks import through one
 * barrel, both load. Nothing is left out but the peers, and what is loaded later.
 */
const splitBudgets: readonly Pick<Budget, 'what' | 'code' | 'limit'>[] = [
  {
    what: 'the code field out of the barrel',
    code: "export { CodeInput } from '@phoneproof/react'",
    limit: 7.17,
  },
  { what: 'code-input', code: "export * from '@phoneproof/react/code-input'", limit: 6.39 },
  { what: 'phone-entry', code: "export * from '@phoneproof/react/phone-entry'", limit: 33 },
  { what: 'provider', code: "export * from '@phoneproof/react/provider'", limit: 1.08 },
  {
    what: 'verification-flow',
    code: "export * from '@phoneproof/react/verification-flow'",
    limit: 68.28,
  },
  {
    what: 'the code field, with a flow for later',
    code:
      "export { CodeInput } from '@phoneproof/react/code-input';" +
      "export const load = () => import('@phoneproof/react/verification-flow')",
    limit: 9.44,
  },
]

let isOver = false
for (const budget of budgets) {
  report(budget.what, firstLoad(await chunksOf(budget)), budget.limit, budget.goal)
}
for (const { what, code, limit } of splitBudgets) {
  report(`by esbuild: ${what}`, await firstLoadOfSplit(code), limit, limit)
}
checkSubpaths()
await checkMetadata()
const css = readFileSync(`${root}/packages/react/dist/styles.css`)
report('the style sheet', kilobytes(css), 6, 6)
if (isOver) process.exit(1)

function report(what: string, size: number, limit: number, goal: number): void {
  if (size > limit) isOver = true
  const verdict = size > limit ? 'OVER' : 'ok  '
  const bounds = `at most ${limit} kB${goal < limit ? `, goal ${goal} kB` : ''}`
  console.log(`${verdict} ${size.toFixed(2).padStart(6)} kB  ${what} (${bounds})`)
}

function kilobytes(code: string | Buffer): number {
  return gzipSync(code, { level: 9 }).length / 1000
}

/** A component that nobody measures grows. */
function checkSubpaths(): void {
  const { exports = {} } = libraryPackages.find(({ folder }) => folder === 'react') ?? {}
  const subpaths = Object.keys(exports).filter((each) => /^\.\/[\w-]+$/.test(each))
  for (const subpath of subpaths) {
    const code = `export * from '@phoneproof/react${subpath.slice(1)}'`
    if (splitBudgets.some((budget) => budget.code === code)) continue
    isOver = true
    console.log(`OVER  nothing is said of what ${subpath} of @phoneproof/react may cost`)
  }
}

/** What every number pays for once it is judged by more than its length, and that it is paid for once. */
async function checkMetadata(): Promise<void> {
  const code = "export { PhoneEntry } from '@phoneproof/react'"
  const chunks = await chunksOf({ code, without: peers })
  const metadata = chunks.filter((chunk) => chunk.moduleIds.some((id) => /metadata\.max/.test(id)))
  const size = metadata.reduce((sum, chunk) => sum + kilobytes(chunk.code), 0)
  report('the full metadata, a chunk of its own', size, 39, 39)
  // A module of one name twice, below another folder, is another version or another build of it.
  const names = chunks
    .flatMap((chunk) => chunk.moduleIds)
    .flatMap((id) => /^.*libphonenumber-js\/[^/]+\/(.*)$/.exec(id)?.[1] ?? [])
  const isOnce = new Set(names).size === names.length && names.length > 0
  if (!isOnce || metadata.length !== 1) isOver = true
  console.log(
    `${isOnce ? 'ok  ' : 'OVER'}  one copy of libphonenumber-js, of ${names.length} modules`,
  )
}

async function chunksOf({
  code,
  without,
}: Pick<Budget, 'code' | 'without'>): Promise<Rolldown.OutputChunk[]> {
  // In `test`, because the packages are linked from the root.
  const entry = `${root}/test/entry.js`
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'entry',
        enforce: 'pre',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? code : id === lazyLoader ? plainLoader : undefined),
      },
    ],
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      // Not `lib`: in that mode Vite leaves the white space in.
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
        external: (id) => without.some((name) => id === name || id.startsWith(`${name}/`)),
      },
    },
  })
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((each) =>
    'output' in each ? each.output : [],
  )
  return outputs.filter((output) => output.type === 'chunk')
}

async function firstLoadOfSplit(contents: string): Promise<number> {
  const { outputFiles, metafile } = await buildSplit({
    stdin: { contents, resolveDir: `${root}/test` },
    absWorkingDir: root,
    outdir: 'out',
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    external: peers,
    loader: { '.svg': 'file' },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  const { outputs } = metafile
  const first = new Set(
    Object.keys(outputs).filter((path) => outputs[path]?.entryPoint === '<stdin>'),
  )
  // A set grows while it is walked: chunks that a first one imports are first ones too.
  for (const path of first) {
    for (const imported of outputs[path]?.imports ?? []) {
      if (imported.kind === 'import-statement' && !imported.external) first.add(imported.path)
    }
  }
  return outputFiles
    .filter(({ path }) => first.has(relative(root, path)))
    .reduce((sum, { text }) => sum + kilobytes(text), 0)
}

/** Kilobytes of the entry, and of what it cannot start without. */
function firstLoad(chunks: readonly Rolldown.OutputChunk[]): number {
  const first = new Set(chunks.filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName))
  // A set grows while it is walked: chunks that a first one imports are first ones too.
  for (const name of first) {
    const chunk = chunks.find(({ fileName }) => fileName === name)
    for (const imported of chunk?.imports ?? []) first.add(imported)
  }
  return chunks
    .filter((chunk) => first.has(chunk.fileName))
    .reduce((sum, chunk) => sum + kilobytes(chunk.code), 0)
}
