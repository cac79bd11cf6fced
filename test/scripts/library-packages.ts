import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

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
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  peerDependencies: Record<string, string>
}

/** What a package.json of ours holds, as far as it is read here. */
interface Manifest {
  name: string
  exports: Record<string, Target>
  publishConfig: { exports: Record<string, Target> }
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
    const { name, exports, publishConfig } = manifest
    const { dependencies = {}, devDependencies = {}, peerDependencies = {} } = manifest
    const publishedExports = publishConfig.exports
    return {
      folder,
      path,
      name,
      exports,
      publishedExports,
      dependencies,
      devDependencies,
      peerDependencies,
    }
  })
