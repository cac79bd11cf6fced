import { dirname, join, normalize } from 'node:path'
import { parseSync, Visitor } from 'vite'
import { headingsIn, linksIn, withoutCodeBlocks } from './markdown.ts'

// What a file refers to: a rule of a specification by its id (`flow.md E-16`), a document by its
// name, a place by a relative link. All of it has to be there, and within the repository.

/** What there is to refer to. Paths are from the root. */
export interface Repository {
  /** The text of every file that is read for references. */
  texts: ReadonlyMap<string, string>
  /** Whether there is such a file or folder. */
  has: (path: string) => boolean
}

/** One line for each reference that leads nowhere, with its file and line. */
export function referenceProblems(path: string, repository: Repository): string[] {
  const text = repository.texts.get(path) ?? ''
  const found = [
    ...outsideProblems(path, text),
    ...nameProblems(path, text, repository),
    ...citationProblems(path, text, repository),
    ...(isDocument(path) ? linkProblems(path, text, repository) : []),
  ]
  return found
    .toSorted((one, two) => one.index - two.index)
    .map(({ index, says }) => `${path}:${lineAt(text, index)}: ${says}`)
}

interface Problem {
  index: number
  says: string
}

const isDocument = (path: string): boolean => /\.mdx?$/.test(path)
const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length

/** Folders beside the repository, and places that no other machine has. */
const outside = [
  /\.\.\/shared\b/g,
  /(?<![\w/.-])(?:spec|design)\/[\w-]+\.(?:md|txt)\b/g,
  /(?<![\w.:/-])\/(?:home|Users|root|work|tmp|mnt)\/[\w.-]+/g,
  /\b[A-Z]:\\\w+/g,
]

function outsideProblems(path: string, text: string): Problem[] {
  const depth = path.split('/').length - 1
  const ascents = [...prose(path, text).matchAll(/(?<![\w./])(?:\.\.\/)+/g)].filter(
    ([steps]) => steps.length / 3 > depth,
  )
  const named = outside.flatMap((pattern) => [...text.matchAll(pattern)])
  return [...ascents, ...named].map(({ 0: said, index }) => ({
    index,
    says: `"${said}" is outside the repository`,
  }))
}

const fileName = String.raw`(?:[\w.@-]+\/)*[\w-][\w.-]*\.mdx?`
const idPattern = String.raw`(?:[A-Z][A-Z0-9]*-?\d+[a-z]?|\d+(?:\.\d+)*)(?![\w-])`
/** A space, also where a comment goes on in the next line. */
const gap = String.raw`(?:[ \t]|\n[ \t]*(?:\*|\/\/)?)+`
const separator = String.raw`(?:,?${gap}and${gap}|,${gap}|${gap}to${gap})`
const citation = new RegExp(
  String.raw`(?<![\w/.-])(${fileName})[\x60\])]*(?:,?${gap}sections?)?${gap}` +
    `(${idPattern}(?:${separator}${idPattern})*)`,
  'g',
)

interface Citation {
  name: string
  ids: string
  index: number
}

/** Of code all of it is read: a file with a number or an id after it is nothing else. */
const citationsIn = (path: string, text: string): Citation[] =>
  [...(isDocument(path) ? prose(path, text) : text).matchAll(citation)].map(
    ({ index, 1: name = '', 2: ids = '' }) => ({ name, ids, index }),
  )

function citationProblems(path: string, text: string, repository: Repository): Problem[] {
  return citationsIn(path, text).flatMap(({ name, ids, index }) => {
    const cited = resolve(path, name, repository)
    // That it is not here at all is said of its name.
    if (cited === undefined) return []
    const known = headingsIn(repository.texts.get(cited) ?? '').map(({ id }) => id)
    return idsIn(ids)
      .filter((id) => !known.includes(id))
      .map((id) => ({ index, says: `cites ${name} ${id}, which is no heading of ${cited}` }))
  })
}

/** `E-1, E-3 to E-5 and E-7`, one by one. */
function idsIn(list: string): string[] {
  const ids: string[] = []
  let isRange = false
  for (const part of list.split(/[\s,*/]+/)) {
    const first = ids.at(-1)
    if (isRange && first !== undefined) ids.push(...between(first, part))
    if (new RegExp(`^${idPattern}$`).test(part)) ids.push(part)
    isRange = part === 'to'
  }
  return ids
}

function between(first: string, last: string): string[] {
  const [, prefix = '', from = ''] = /^(.*?)(\d+)$/.exec(first) ?? []
  const [, lastPrefix = '', to = ''] = /^(.*?)(\d+)$/.exec(last) ?? []
  const length = Math.max(0, Number(to) - Number(from) - 1)
  if (prefix !== lastPrefix) return []
  return Array.from({ length }, (_, index) => `${prefix}${Number(from) + index + 1}`)
}

/** Where a file that is cited by its name stands: beside the reader, at the root, or the only one. */
function resolve(path: string, name: string, { texts, has }: Repository): string | undefined {
  const near = [join(dirname(path), name), normalize(name)]
  const named = [...texts.keys()].filter((each) => each.endsWith(`/${name}`))
  return near.find(has) ?? (named.length === 1 ? named[0] : undefined)
}

/** Not where a link leads to, which is said of the link. */
const documentName = new RegExp(String.raw`(?<![\w/.*-]|\]\(<?)${fileName}\b(?![/-])`, 'g')

/** Documents by name: in citations, prose, comments, and strings that are sentences. */
function nameProblems(path: string, text: string, repository: Repository): Problem[] {
  const named = [...prose(path, text).matchAll(documentName)].map(({ 0: name, index }) => ({
    name,
    index,
  }))
  const all = new Map([...citationsIn(path, text), ...named].map((each) => [each.index, each]))
  return [...all.values()].flatMap(({ name, index }) => {
    const isThere =
      resolve(path, name, repository) !== undefined ||
      // One of several, such as READMEs.
      [...repository.texts.keys()].some((each) => each.endsWith(`/${name}`))
    return isThere ? [] : [{ index, says: `names ${name}, which is not here` }]
  })
}

/** The text with blanks in the place of all that is not written for people. */
function prose(path: string, text: string): string {
  // What things were called before may be gone.
  const isHistory = path.endsWith('CHANGELOG.md')
  if (isDocument(path)) {
    const written = withoutCodeBlocks(text)
    return isHistory ? written.replaceAll(/^\|.*$/gm, (row) => ' '.repeat(row.length)) : written
  }
  const spans: [start: number, end: number][] = []
  if (path.endsWith('.css')) {
    for (const { 0: comment, index } of text.matchAll(/\/\*[^]*?\*\//g)) {
      spans.push([index, index + comment.length])
    }
  } else if (/\.[mc]?[jt]sx?$/.test(path)) {
    const { comments, program } = parseSync(path, text)
    spans.push(...comments.map(({ start, end }): [number, number] => [start, end]))
    // Tests of these tests are made of made-up texts.
    if (!/^test\/(?:boundaries|documents)\//.test(path)) spans.push(...sentencesIn(program))
  }
  return spans
    .toSorted(([one], [two]) => one - two)
    .reduce((read, [start, end]) => {
      return read.padEnd(start) + text.slice(Math.max(start, read.length), end)
    }, '')
}

type Program = ReturnType<typeof parseSync>['program']

/** Strings with a space in them, and the text of elements. */
function sentencesIn(program: Program): [start: number, end: number][] {
  const spans: [start: number, end: number][] = []
  const add = (value: unknown, { start, end }: { start: number; end: number }): void => {
    if (typeof value === 'string' && /\S\s+\S/.test(value)) spans.push([start, end])
  }
  new Visitor({
    Literal: (node) => add(node.value, node),
    JSXText: (node) => add(node.value, node),
    TemplateElement: (node) => add(node.value.raw, node),
  }).visit(program)
  return spans
}

function linkProblems(path: string, text: string, { texts, has }: Repository): Problem[] {
  return linksIn(text).flatMap(({ target, index }) => {
    // Addresses, and pages of Storybook, which test/visual follows.
    if (/^(?:[a-z]+:|\/\/|\?path=)/.test(target)) return []
    const [relative = '', fragment] = target.split('#')
    const leadsTo = relative === '' ? path : normalize(join(dirname(path), relative))
    if (leadsTo.startsWith('..')) {
      return [{ index, says: `links to ${target}, which is outside the repository` }]
    }
    if (!has(leadsTo)) return [{ index, says: `links to ${target}, which is not here` }]
    if (fragment === undefined) return []
    // A folder is shown with its README.
    const shown = texts.get(leadsTo) ?? texts.get(join(leadsTo, 'README.md')) ?? ''
    const isThere =
      headingsIn(shown).some((heading) => heading.fragment === fragment) ||
      shown.includes(`id="${fragment}"`)
    return isThere ? [] : [{ index, says: `links to ${target}, which is no heading there` }]
  })
}
