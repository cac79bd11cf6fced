import { globSync, readdirSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

type Target = Record<string, string>

export interface LibraryPackage {
  /** Folder name, such as `client`. */
  folder: string
  path: string
  name: string
  /** Subpath to condition to file, inside the workspace. */
  exports: Record<string, Target>
  /** The same as published. */
  publishedExports: Record<string, Target>
  /** Published beside the code. */
  documents: readonly string[]
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  peerDependencies: Record<string, string>
}

/** What a package.json of ours holds, as far as it is read here. */
interface Manifest {
  name: string
  files: string[]
  /** A plain path is that of `./package.json`. */
  exports: Record<string, Target | string>
  publishConfig: { exports: Record<string, Target | string> }
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
}

export const libraryPackages: readonly LibraryPackage[] = readdirSync(`${root}/packages`)
  .sort()
  .map((folder) => {
    const path = `${root}/packages/${folder}`
    // SAFETY: our own file; a wrong shape fails the checks that read it.
    const manifest = JSON.parse(readFileSync(`${path}/package.json`, 'utf8')) as Manifest
    const { name, publishConfig, files } = manifest
    const { dependencies = {}, devDependencies = {}, peerDependencies = {} } = manifest
    const exports = withoutPatterns(path, manifest.exports)
    const publishedExports = withoutPatterns(path, publishConfig.exports)
    return {
      folder,
      path,
      name,
      exports,
      publishedExports,
      documents: files.filter((file) => file.endsWith('.md')),
      dependencies,
      devDependencies,
      peerDependencies,
    }
  })

/** Modules and style sheets; `./locales/*` becomes one subpath for each of its files. */
function withoutPatterns(path: string, exports: Manifest['exports']): Record<string, Target> {
  const entries = Object.entries(exports).flatMap(([subpath, target]): [string, Target][] => {
    if (typeof target === 'string') return []
    if (!subpath.includes('*')) return [[subpath, target]]
    const files = globSync(`${path}/src/${subpath}.ts`, { exclude: ['**/*.test.ts'] })
    const names = files.map((file) => basename(file, '.ts')).sort()
    return names.map((name) => [subpath.replace('*', name), filled(target, name)])
  })
  return Object.fromEntries(entries)
}

function filled(target: Target, name: string): Target {
  const entries = Object.entries(target)
  return Object.fromEntries(entries.map(([key, file]) => [key, file.replace('*', name)]))
}
