import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'vite'
import { root } from '../boundaries/source-file.ts'

// A rule is a heading of a specification: `### CODE-12 A whole code replaces everything`. A test
// that proves it has the id at the end of its title: `'replaces everything (CODE-12, CODE-14)'`.

/** A document whose rules have ids, and what these begin with. */
export interface Specification {
  file: string
  prefixes: readonly string[]
  /** Rules that no test of ours can prove, because they are kept by what is not ours. */
  keptByOthers?: readonly string[]
}

export const specifications: readonly Specification[] = [
  { file: 'packages/hooks/src/code-input/code-input.md', prefixes: ['CODE'] },
  { file: 'packages/hooks/src/phone-entry/phone-entry.md', prefixes: ['PHONE'] },
  {
    file: 'packages/hooks/src/verification-flow/flow.md',
    prefixes: ['E', 'I', 'A11Y', 'SEC'],
    // By the backend of whoever uses the kit.
    keptByOthers: ['SEC-2', 'SEC-3', 'SEC-4', 'SEC-6', 'SEC-7'],
  },
]

export interface RunningTest {
  title: string
  /** Of the rules that it proves. */
  ids: readonly string[]
}

/** A rule, and the tests that prove it: the table that nobody has to write. */
export interface ProvedRule {
  id: string
  says: string
  proofs: readonly { file: string; title: string }[]
}

/** Every rule of a specification with its tests, and ids in titles that are no rule of it. */
export function proveRules(
  { prefixes }: Specification,
  document: string,
  tests: Readonly<Record<string, readonly RunningTest[]>>,
): { rules: ProvedRule[]; unknown: string[] } {
  const isOurs = (id: string) => prefixes.some((prefix) => id.startsWith(`${prefix}-`))
  const all = Object.entries(tests).flatMap(([file, running]) =>
    running.map((test) => ({ file, ...test })),
  )
  const rules = rulesIn(document, isOurs).map(({ id, says }) => ({
    id,
    says,
    proofs: all.filter(({ ids }) => ids.includes(id)).map(({ file, title }) => ({ file, title })),
  }))
  const known = new Set(rules.map(({ id }) => id))
  const unknown = all.flatMap(({ file, ids }) =>
    ids.filter((id) => isOurs(id) && !known.has(id)).map((id) => `${file}: ${id}`),
  )
  return { rules, unknown }
}

const rulesIn = (document: string, isOurs: (id: string) => boolean) =>
  [...document.matchAll(/^#{1,6} ([A-Z][A-Z0-9]*-\d+)\b[ .:]*(.*)$/gm)]
    .map(([, id = '', says = '']) => ({ id, says }))
    .filter(({ id }) => isOurs(id))

/** The tests that run, of every test file of the repository. */
export function readTests(): Record<string, RunningTest[]> {
  const files = globSync('{packages,apps,test}/**/*.{test,spec}.{ts,tsx}', {
    cwd: root,
    exclude: (path) => /(?:^|\/)(?:node_modules|dist)$/.test(path),
  })
  return Object.fromEntries(
    files.toSorted().map((file) => [file, testsIn(readFileSync(join(root, file), 'utf8'))]),
  )
}

/** The tests of a file that run, with the ids in their titles. */
export const testsIn = (text: string): RunningTest[] =>
  titlesIn(text).map((title) => ({ title, ids: idsIn(title) }))

function idsIn(title: string): string[] {
  const id = '[A-Z][A-Z0-9]*-\\d+'
  const list = new RegExp(`\\((${id}(?:, ${id})*)\\)$`).exec(title)?.[1]
  return list?.split(', ') ?? []
}

interface Span {
  start: number
  end: number
}
const isWithin = (inner: Span, outer: Span): boolean =>
  inner.start > outer.start && inner.end <= outer.end

/** Titles of the tests that run: of `it`, `test`, their `each`, and the judges of the invariants. */
export function titlesIn(text: string): string[] {
  const tests: (Span & { title: string })[] = []
  const groups: Span[] = []
  const skips: Span[] = []
  new Visitor({
    CallExpression({ callee, arguments: given, start, end }) {
      const called = text.slice(callee.start, callee.end)
      const [title] = given
      const isTest = /^(?:(?:it|test|always|whenever)|(?:it|test)\.each\b.*)$/s.test(called)
      if (isTest && title?.type === 'Literal' && typeof title.value === 'string') {
        tests.push({ title: title.value, start, end })
      }
      if (!/\b(?:skip|fixme|todo)$/.test(called)) return
      // A whole group, or what a test says of itself.
      const isGroup = given.some(({ type }) => type.endsWith('FunctionExpression'))
      if (isGroup) groups.push({ start, end })
      else skips.push({ start, end })
    },
  }).visit(parseSync('tests.tsx', text).program)
  const runs = (test: Span): boolean =>
    !groups.some((group) => isWithin(test, group)) && !skips.some((skip) => isWithin(skip, test))
  return tests.filter(runs).map(({ title }) => title)
}
