import { baseName, isTest, type SourceFile } from './source-file.ts'

/** The closed list of roles (README.md, "How it is built"). A new one is a team decision. */
export const roles: readonly string[] = ['.state.ts', '.props.ts', '.anatomy.ts', '.messages.ts']
const companions = /\.(?:stories\.tsx|test\.tsx?|browser\.test\.tsx|test-d\.ts)$/

/** One sentence for each rule of the house that a file breaks. */
export const codeProblems = (source: SourceFile): string[] => [
  ...nameProblems(source.path),
  ...timeProblems(source),
  ...domProblems(source),
  ...windowProblems(source),
  ...indexProblems(source),
  ...clientProblems(source),
]

const isOurCode = (path: string): boolean => /^(?:packages|apps)\/[^/]+\/src\//.test(path)

export function nameProblems(path: string): string[] {
  if (!isOurCode(path)) return []
  const name = baseName(path)
  const inside = path.replace(/^(?:packages|apps)\/[^/]+\/src\//, '')
  if (/(?:^|\/)(?:utils?|helpers?|common|misc|constants|types)[./]/.test(inside)) {
    return [`${path} has a name that says nothing. Name the thing.`]
  }
  if (!/^(?:[a-z0-9-]+\/)*[a-z0-9-]+\./.test(inside)) return [`${path} is not in kebab-case.`]
  // The tests and stories of a file carry its name.
  const role = name.replace(companions, '.ts').slice(name.indexOf('.'))
  if (/^\.(?:tsx?|css|d\.ts)$/.test(role) || roles.includes(role)) return []
  return [`${path} has the suffix ${role}, which is not a role. There are ${roles.join(', ')}.`]
}

const timers = ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval']
const timeOrChance = ['Date.now', 'performance.now', 'Math.random'].concat(
  timers.flatMap((timer) => [`window.${timer}`, `globalThis.${timer}`]),
)

function timeProblems({ path, calls, members }: SourceFile): string[] {
  const isEntry =
    // A key must be nobody else's, also where the browser has no better chance to offer.
    ['clock.ts', 'start-id.ts'].includes(baseName(path)) ||
    /^apps\/[^/]+\/src\/main\.tsx$/.test(path)
  if (!isOurCode(path) || isEntry) return []
  const used = [
    ...timeOrChance.filter((name) => members.has(name)),
    ...timers.filter((name) => calls.has(name)),
    ...(calls.has('new Date') ? ['new Date()'] : []),
  ]
  return used.map(
    (name) => `${path} uses ${name}. Time enters through a Clock, chance through a seed.`,
  )
}

const page = ['document', 'window', 'navigator', 'location', 'localStorage', 'sessionStorage']

function domProblems({ path, members }: SourceFile): string[] {
  if (
    !/^packages\/hooks\/src\/(?:.*\.(?:state|anatomy)\.ts$|verification-flow\/(?:machine|view)\/)/.test(
      path,
    )
  )
    return []
  const used = [...members].filter((member) => page.includes(member.split('.')[0] ?? ''))
  return used.map((member) => `${path} uses ${member}, but a file with this role touches no page.`)
}

// An element in a frame is of no class of this window, and one in a shadow tree is never the active
// one of the document.
const ofThisWindow =
  /^(?:(?:HTML|SVG)\w*|Element|Node|Document|ShadowRoot|Window|(?:[A-Z]\w*)?Event)(?:$|\.)/

function windowProblems({ path, classes, members }: SourceFile): string[] {
  if (!/^packages\/(?:hooks|react)\/src\//.test(path) || isTest(path)) return []
  const asked = [...classes].filter((name) => ofThisWindow.test(name))
  const used = [...members].filter(
    (name) => name === 'document.activeElement' || ofThisWindow.test(name),
  )
  return [...asked.map((name) => `instanceof ${name}`), ...used].map(
    (name) => `${path} uses ${name}. Ask the element: getRootNode, ownerDocument, defaultView.`,
  )
}

function indexProblems({ path, hasExportAll }: SourceFile): string[] {
  const isIndex = isOurCode(path) && baseName(path) === 'index.ts'
  return isIndex && hasExportAll ? [`${path} has an "export *". Export each name.`] : []
}

function clientProblems({ path, calls, members, isClientModule }: SourceFile): string[] {
  if (!path.startsWith('packages/') || isTest(path) || isClientModule) return []
  const hook = [...calls, ...members].find((name) =>
    /^(?:React\.)?(?:use(?:[A-Z].*)?|createContext)$/.test(name),
  )
  return hook === undefined ? [] : [`${path} calls ${hook} and does not start with 'use client'.`]
}
