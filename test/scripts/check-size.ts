// What an app pays: minified and gzipped, from the built packages.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../..')
const peers = ['react', 'react-dom', '@tanstack/react-query']
const phoneLibraries = ['libphonenumber-js', 'react-phone-number-input']

// Vite's own loader of lazy chunks is no part of what is measured.
const lazyLoader = '\0vite/preload-helper.js'
const plainLoader = 'export const __vitePreload = (load) => load()'

interface Budget {
  what: string
  /** The module an app would write. */
  code: string
  /** Packages that do not count; their subpaths do not either. */
  without: readonly string[]
  /** More than this many kilobytes (of 1000 bytes) fails. Lazy chunks do not count. */
  limit: number
  /** Where it should be, when it is not there yet: lower `limit` as it gets closer. */
  goal: number
}

const budgets: readonly Budget[] = [
  {
    what: 'the code field alone',
    code: "export { CodeInput } from '@phoneproof/react'",
    without: peers,
    limit: 6,
    goal: 3.8,
  },
  {
    what: 'client and useVerification',
    code:
      "export { createVerifyClient } from '@phoneproof/client';" +
      "export { useVerification, useCountdown } from '@phoneproof/hooks'",
    without: [...peers, ...phoneLibraries],
    limit: 18,
    goal: 9,
  },
  {
    what: 'the whole flow, without the phone libraries',
    code: "export { VerificationFlow } from '@phoneproof/react'",
    without: [...peers, ...phoneLibraries],
    limit: 37,
    goal: 22,
  },
  {
    what: 'the phone field with its libraries',
    code: "export { PhoneEntry } from '@phoneproof/react'",
    without: peers,
    limit: 52,
    goal: 33,
  },
]

let isOver = false
for (const budget of budgets) {
  report(budget.what, await gzippedKilobytes(budget), budget.limit, budget.goal)
}
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

async function gzippedKilobytes({ code, without }: Budget): Promise<number> {
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
  const chunks = outputs.filter((output) => output.type === 'chunk')
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
