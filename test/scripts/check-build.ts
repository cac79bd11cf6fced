// Looks at what tsdown wrote: every published entry is there, declares what it exports, and finds what it imports.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { parseSource } from '../boundaries/source-file.ts'
import { libraryPackages, type LibraryPackage } from './library-packages.ts'

const problems = libraryPackages.flatMap((each) => [
  ...entryProblems(each),
  ...fileProblems(each),
  ...importProblems(each),
  ...copyProblems(each),
])
for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exit(1)
console.log(`The builds of ${libraryPackages.map(({ name }) => name).join(', ')} are complete.`)

function entryProblems({ name, path, exports, publishedExports }: LibraryPackage): string[] {
  const subpaths = Object.keys(exports).join(' ')
  if (subpaths !== Object.keys(publishedExports).join(' ')) {
    return [`${name} publishes other subpaths than it has in the workspace (${subpaths}).`]
  }
  const targets = Object.values(publishedExports).flatMap((target) => Object.values(target))
  return targets.flatMap((target) => {
    if (!existsSync(`${path}/${target}`)) return [`${name}: ${target} is published and not built.`]
    const text = readFileSync(`${path}/${target}`, 'utf8')
    if (text.trim() === '') return [`${name}: ${target} is empty.`]
    // Style sheets declare nothing; an entry that does so has lost its types.
    const isEmptyModule = /^(?:export \{\s*\};?|\/\/.*|\s)*$/.test(text)
    if (isEmptyModule && !target.includes('.css')) return [`${name}: ${target} declares nothing.`]
    if (target.endsWith('.css') && text.includes('@import')) {
      return [`${name}: ${target} still has an @import.`]
    }
    return []
  })
}

/** Bundling loses 'use client' without a word, and then server components break for a consumer. */
function fileProblems({ name, path }: LibraryPackage): string[] {
  const sources = globSync('**/*.{ts,tsx}', { cwd: `${path}/src` })
  return sources.flatMap((source) => {
    const directive = /^['"]use client['"]/
    if (!directive.test(readFileSync(`${path}/src/${source}`, 'utf8'))) return []
    const built = `${path}/dist/${source.replace(/\.tsx?$/, '.js')}`
    // Tests and stories are not built.
    if (!existsSync(built) || directive.test(readFileSync(built, 'utf8'))) return []
    return [`${name}: dist has lost the 'use client' of src/${source}.`]
  })
}

/** What is not installed with a package cannot be imported, by its types neither. */
function importProblems({ name, path, ...declared }: LibraryPackage): string[] {
  const { dependencies, peerDependencies } = declared
  return globSync('dist/**/*.{js,d.ts}', { cwd: path }).flatMap((file) => {
    const { imports } = parseSource(file, readFileSync(`${path}/${file}`, 'utf8'))
    const foreign = imports.filter(({ specifier }) => !/^\.|^node:/.test(specifier))
    return foreign.flatMap(({ specifier }) => {
      const library = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
      const isThere = library in dependencies || library in peerDependencies
      return isThere ? [] : [`${name}: ${file} imports "${specifier}", which comes with nothing.`]
    })
  })
}

/** A library that was taken in is in one chunk, once: the metadata of phone numbers alone are 150 kB. */
function copyProblems({ name, path }: LibraryPackage): string[] {
  const taken = globSync('dist/**/*.js.map', { cwd: path }).flatMap((file) => {
    // SAFETY: a source map names its sources.
    const { sources } = JSON.parse(readFileSync(`${path}/${file}`, 'utf8')) as { sources: string[] }
    return sources.flatMap((source) => /^.*\/node_modules\/(.*)$/.exec(source)?.[1] ?? [])
  })
  const metadata = taken.filter((module) => /metadata\.\w+\.json/.test(module))
  const copies = taken.filter((module, index) => taken.indexOf(module) !== index)
  return [
    ...copies.map((module) => `${name}: ${module} is in dist twice.`),
    ...(metadata.length > 1 ? [`${name}: dist has ${metadata.join(' and ')}.`] : []),
  ]
}
