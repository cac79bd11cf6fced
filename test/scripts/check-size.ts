// What an app ships, minified and gzipped, against budgets. React and TanStack Query are peers.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { root } from './steps.ts'

interface Budget {
  name: string
  code: string
  /** Bytes. */
  limit: number
  external?: RegExp[]
}

const peers = [/^react(-dom)?($|\/)/, /^@tanstack\//]
const phoneLibraries = [/^libphonenumber-js/, /^react-phone-number-input/]

const budgets: Budget[] = [
  {
    name: 'CodeInput',
    code: "export { CodeInput } from '@phoneproof/react'",
    limit: 3_800,
  },
  {
    name: 'client and useVerification',
    code: "export { createVerifyClient } from '@phoneproof/client'; export { useVerification, useCountdown } from '@phoneproof/hooks'",
    limit: 17_000,
    external: phoneLibraries,
  },
  {
    name: 'VerificationFlow',
    code: "export { VerificationFlow } from '@phoneproof/react'",
    limit: 22_000,
    external: phoneLibraries,
  },
]

async function measure({ code, external = [] }: Budget): Promise<number> {
  const bundle = await rolldown({
    input: 'entry',
    cwd: root,
    external: [...peers, ...external],
    platform: 'browser',
    logLevel: 'silent',
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? `${root}test/entry.js` : null),
        load: (id) => (id === `${root}test/entry.js` ? code : null),
      },
    ],
  })
  const { output } = await bundle.generate({ format: 'es', minify: true })
  const [entry] = output
  return gzipSync(entry.code, { level: 9 }).length
}

const results = await Promise.all(
  budgets.map(async (budget) => ({ ...budget, size: await measure(budget) })),
)
const css = gzipSync(readFileSync(`${root}packages/react/dist/styles.css`), { level: 9 }).length
results.push({ name: 'styles.css', code: '', limit: 6_000, size: css })

for (const { name, size, limit } of results) {
  const verdict = size <= limit ? 'ok    ' : 'TOO BIG'
  console.log(`${verdict} ${name.padEnd(28)}${String(size).padStart(7)} of ${limit} bytes`)
}
process.exit(results.every(({ size, limit }) => size <= limit) ? 0 : 1)
