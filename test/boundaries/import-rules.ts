import type { LibraryPackage } from '../scripts/library-packages.ts'
import { baseName, isTest, targetOf, type Import, type SourceFile } from './source-file.ts'

type Sources = ReadonlyMap<string, SourceFile>
type Packages = Pick<
  LibraryPackage,
  'folder' | 'name' | 'exports' | 'dependencies' | 'peerDependencies'
>

/** What each package may import of ours. Apps, stories' configuration and `test` may import all. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  client: [],
  simulator: ['client'],
  hooks: ['client'],
  react: ['hooks'],
  server: ['client'],
}
/** What tests and stories of a package may import besides. */
const testsMayImport: Readonly<Record<string, readonly string[]>> = {
  hooks: ['simulator'],
  react: ['simulator', 'client'],
  server: ['simulator'],
}

/** One sentence for each import that runs against the arrows. */
export function importProblems(sources: Sources, packages: readonly Packages[]): string[] {
  return [...sources.values()].flatMap((source) => [
    ...source.imports.flatMap((each) => edgeProblems(source.path, each, packages)),
    ...purityProblems(source, sources),
    ...roomProblems(source),
  ])
}

const packageOf = (path: string): string | undefined => /^packages\/([^/]+)\//.exec(path)?.[1]

function edgeProblems(
  path: string,
  { specifier }: Import,
  packages: readonly Packages[],
): string[] {
  const from = packageOf(path)
  const target = targetOf(path, specifier)
  if (target !== undefined) {
    const to = packageOf(target)
    // A document, read to be compared with the code.
    if (isTest(path) && target.endsWith('.md?raw')) return []
    // Stories and pages are in no package; pure state is what they are compared with.
    const isCompared =
      /\.(?:stories\.tsx|mdx\?raw|state\.ts)$|\/(?:machine|view)\/[\w-]+\.ts$/.test(target)
    if (path.startsWith('test/') && isTest(path) && isCompared) return []
    if (to !== undefined && to !== from) {
      return [`${path} reaches into the files of ${to} with "${specifier}". Import its package.`]
    }
    if (from !== undefined && to === undefined && !isTest(path)) {
      return [`${path} imports "${specifier}", which is not published with ${from}.`]
    }
    return []
  }
  const to = packages.find(({ name }) => specifier === name || specifier.startsWith(`${name}/`))
  if (to) {
    // Vite takes a question after the path: `?raw`, `?inline`.
    const subpath = `.${specifier.slice(to.name.length).replace(/\?.*/, '')}`
    if (!(subpath in to.exports)) {
      return [`${path} imports "${specifier}", which ${to.name} does not export.`]
    }
    if (from === undefined || to.folder === from) return []
    return [...arrowProblems(path, from, to.folder), ...barrelProblems(path, specifier, from)]
  }
  const own = packages.find(({ folder }) => folder === from)
  return own && !isTest(path) ? dependencyProblems(path, specifier, own) : []
}

/** A barrel that two chunks share brings each of them what the other one needs. */
function barrelProblems(path: string, specifier: string, from: string): string[] {
  if (from !== 'react' || isTest(path) || specifier !== '@phoneproof/hooks') return []
  return [`${path} imports all of @phoneproof/hooks. Import one of its subpaths.`]
}

function arrowProblems(path: string, from: string, to: string): string[] {
  const allowed = [
    ...(mayImport[from] ?? []),
    ...(isTest(path) ? (testsMayImport[from] ?? []) : []),
    // An optional peer, which drives the service of the backend that is examined.
    ...(/^packages\/server\/src\/(?:conformance\/|bin\.ts)/.test(path) ? ['simulator'] : []),
  ]
  if (allowed.includes(to)) return []
  const only = allowed.length > 0 ? `only ${allowed.join(' and ')}` : 'nothing of ours'
  return [`${path} imports ${to}, but ${from} may import ${only}.`]
}

function dependencyProblems(path: string, specifier: string, own: Packages): string[] {
  if (specifier.startsWith('node:')) {
    const isServer = own.folder === 'simulator' || isOfNode.test(path)
    return isServer ? [] : [`${path} imports "${specifier}", but ${own.name} also runs in pages.`]
  }
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
  if (bundled[own.folder]?.includes(name)) return []
  const isDeclared = name in own.dependencies || name in own.peerDependencies
  return isDeclared ? [] : [`${path} imports "${name}", which ${own.name} does not declare.`]
}

/** Libraries of which a build takes in what it uses: installed whole, the server would have 14 MB. */
export const bundled: Readonly<Record<string, readonly string[]>> = {
  server: ['@noble/ciphers', '@noble/hashes', 'libphonenumber-js'],
}

/** Files of the server that run in Node only. All others also run at the edge, and in a page. */
const isOfNode =
  /^packages\/server\/src\/(?:node|bin|stores\/sqlite[\w-]*|(?:node|conformance)\/.*)\.ts$/

/**
 * The rooms of the flow, from the ground up. A file imports from its own room and from those below it,
 * types included. Whatever stands at the door, beside the rooms, may import all of them.
 */
const rooms = ['machine', 'view', 'runtime', 'binding'] as const

const roomOf = (path: string): string | undefined =>
  /^packages\/hooks\/src\/verification-flow\/(?:([^/]+)\/)?[^/]+$/.exec(path)?.[1] ??
  (path.startsWith('packages/hooks/src/verification-flow/') ? 'the door' : undefined)

const heights: readonly string[] = [...rooms, 'the door']

function roomProblems({ path, imports }: SourceFile): string[] {
  const from = roomOf(path)
  if (from === undefined || isTest(path)) return []
  return imports.flatMap(({ specifier }) => {
    const to = roomOf(targetOf(path, specifier) ?? '')
    // The hooks of the binding and the door are one storey: no circle is all that is asked of them.
    const isUp =
      to !== undefined && from !== 'binding' && heights.indexOf(to) > heights.indexOf(from)
    return isUp
      ? [`${path} imports "${specifier}" from ${to}, which is above ${from}. Types count as well.`]
      : []
  })
}

/** Files that must work without a library, also through what they import. */
const pure: readonly { files: RegExp; package: string; without: RegExp; called: string }[] = [
  {
    files: /\.(?:state|anatomy|props)\.ts$|^verification-flow\/(?:machine|view|runtime)\//,
    package: 'hooks',
    without: /^react(?:-dom)?(?:\/|$)/,
    called: 'React',
  },
  {
    files: /^(?:world|rules\/.*)\.ts$/,
    package: 'simulator',
    without: /^msw(?:\/|$)/,
    called: 'MSW',
  },
]

function purityProblems(source: SourceFile, sources: Sources): string[] {
  const inside = source.path.replace(/^packages\/[^/]+\/src\//, '')
  const rules = pure.filter(
    (rule) => rule.package === packageOf(source.path) && rule.files.test(inside),
  )
  return rules.flatMap(({ without, called }) => {
    const way = wayTo(without, source, sources)
    if (!way) return []
    const through = way.length > 0 ? `, through ${way.map(baseName).join(' and ')}` : ''
    return [`${source.path} runs ${called}${through}, but a file with this role must not.`]
  })
}

/** The files between a file and a library it runs, or undefined when it does not run it. */
function wayTo(
  library: RegExp,
  source: SourceFile,
  sources: Sources,
  seen = new Set<string>(),
): string[] | undefined {
  seen.add(source.path)
  const running = source.imports.filter(({ isType }) => !isType)
  if (running.some(({ specifier }) => library.test(specifier))) return []
  for (const { specifier } of running) {
    const next = sources.get(targetOf(source.path, specifier) ?? '')
    if (!next || seen.has(next.path)) continue
    const way = wayTo(library, next, sources, seen)
    if (way) return [next.path, ...way]
  }
  return undefined
}
