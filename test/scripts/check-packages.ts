// Judges the tarballs as a consumer gets them: only `pnpm pack` applies publishConfig.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { bundled } from '../boundaries/import-rules.ts'
import { libraryPackages, type LibraryPackage } from './library-packages.ts'
import { pnpm, run } from './pnpm.ts'

const folder = resolve(import.meta.dirname, '../../.cache/packages')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

const failed = libraryPackages.filter((each) => !judge(each))
if (failed.length > 0) {
  console.error(`Not fit to publish: ${failed.map(({ name }) => name).join(', ')}`)
  process.exit(1)
}

function judge({ name, folder: short, path, documents }: LibraryPackage): boolean {
  const tarball = `${folder}/${short}.tgz`
  console.log(name)
  return (
    pnpm(['pack', '--out', tarball], path) &&
    hasOnlyWhatIsMeant(tarball, [...documents, ...licencesOf(short)]) &&
    run('publint', [tarball, '--strict']) &&
    // Style sheets have no types to resolve.
    run('attw', [
      tarball,
      '--profile',
      'esm-only',
      '--exclude-entrypoints',
      'styles.css',
      'structure.css',
    ])
  )
}

/** What a build takes in comes with its licence. */
function licencesOf(folder: string): string[] {
  return (bundled[folder] ?? []).map((library) => `dist/licences/${library}.txt`)
}

function hasOnlyWhatIsMeant(tarball: string, documents: readonly string[]): boolean {
  const list = spawnSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).stdout
  const files = list.trim().split('\n')
  const needed = ['package.json', 'README.md', 'CHANGELOG.md', 'LICENSE', ...documents]
  const missing = needed.filter((file) => !files.includes(`package/${file}`))
  const surplus = files.filter((file) =>
    /\.(?:test|stories)\.|tsbuildinfo|package\/src\//.test(file),
  )
  for (const file of missing) console.error(`${file} is missing from the tarball.`)
  for (const file of surplus) console.error(`${file} does not belong in the tarball.`)
  return missing.length + surplus.length === 0
}
