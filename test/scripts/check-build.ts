// Looks at what tsdown wrote: every published entry is there, and declares what it exports.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { libraryPackages, type LibraryPackage } from './library-packages.ts'

const problems = libraryPackages.flatMap((each) => [...entryProblems(each), ...fileProblems(each)])
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
