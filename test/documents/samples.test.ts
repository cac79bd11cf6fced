// Every TypeScript sample of a README or a docs page compiles, as the app that would paste it.
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { documents, samplesIn, type Sample } from './document-files.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = join(root, '.cache/samples')

/** What the reader of a sample has: a client, and functions of their own. */
const readersOwn = `
import type { VerifyClient } from '@phoneproof/client'
declare global {
  const client: VerifyClient
  function save(...values: unknown[]): void
  function submit(): void
  function check(code: string): void
  function onVerified(result: { phone: string; verifyId: string }): void
}
`

const config = {
  extends: '../../tsconfig.base.json',
  compilerOptions: {
    noEmit: true,
    composite: false,
    incremental: false,
    isolatedDeclarations: false,
    declaration: false,
    noUnusedLocals: false,
    skipLibCheck: true,
    lib: ['es2024', 'dom', 'dom.iterable'],
    types: ['node', 'vite/client', '@testing-library/jest-dom/vitest'],
  },
  include: ['.'],
}

function compile(samples: readonly Sample[]): string[] {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
  writeFileSync(join(folder, 'readers-own.d.ts'), readersOwn)
  for (const [index, { code }] of samples.entries()) {
    writeFileSync(join(folder, `sample-${index}.tsx`), `${code}\nexport {}\n`)
  }
  try {
    execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', folder], { encoding: 'utf8' })
    return []
  } catch (error) {
    // SAFETY: execFileSync throws with what the command printed.
    const { stdout } = error as { stdout: string }
    return stdout.split('\n').flatMap((problem) => {
      const found = /sample-(\d+)\.tsx\((\d+),\d+\): (.*)/.exec(problem)
      if (!found) return problem === '' || /^\s/.test(problem) ? [] : [problem]
      const sample = samples[Number(found[1])]
      return [`${sample?.document}:${(sample?.line ?? 0) + Number(found[2])}: ${found[3]}`]
    })
  }
}

test('every sample compiles', { timeout: 60_000 }, () => {
  const samples = documents.flatMap(samplesIn)
  expect(samples.length).toBeGreaterThan(10)
  expect(compile(samples)).toEqual([])
})

test('a sample that does not compile is told by file and line', { timeout: 60_000 }, () => {
  const sample = { document: 'a.md', line: 7, code: 'const a = 1\nconst b: string = a\n' }
  expect(compile([sample])).toEqual([
    "a.md:9: error TS2322: Type 'number' is not assignable to type 'string'.",
  ])
})

test('no sample begins with a stray semicolon, in any language of code', () => {
  const stray = documents.flatMap((document) => {
    const text = readFileSync(join(root, document), 'utf8')
    return [...text.matchAll(/^```\w+\n[^]*?^```$/gm)].flatMap(({ 0: code }) =>
      /^\s*;/m.test(code) ? [`${document}: ${code}`] : [],
    )
  })
  expect(stray).toEqual([])
})
