import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { libraryPackages } from './library-packages.ts'

const folder = resolve(import.meta.dirname, '../../.cache/packages')

/** Where the check `packages` has put our tarballs, as an app's package.json names them. */
export const packedPackages: Readonly<Record<string, string>> = Object.fromEntries(
  libraryPackages.map((each) => [each.name, `file:${folder}/${each.folder}.tgz`]),
)

/** Ours depend on each other by version, and no version is published yet. */
export function overrideByPacked(appFolder: string): void {
  const overrides = Object.entries(packedPackages).map(([name, file]) => `  '${name}': ${file}\n`)
  writeFileSync(`${appFolder}/pnpm-workspace.yaml`, `overrides:\n${overrides.join('')}`)
}
