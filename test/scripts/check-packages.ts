// Judges the tarballs as a consumer gets them: only `pnpm pack` applies publishConfig.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { libraryPackages, type LibraryPackage } from './library-packages.ts'

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
    pack(path, tarball) &&
    hasOnlyWhatIsMeant(tarball, documents) &&
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

function pack(cwd: string, out: string): boolean {
  // Started by pnpm, this is its path; `pnpm` itself may not be on PATH.
  const pnpm = process.env['npm_execpath'] ?? ''
  const [command, ...args] = pnpm.includes('pnpm') ? startOf(pnpm) : ['npx', '-y', 'pnpm@12']
  return run(command, [...args, 'pack', '--out', out], cwd)
}

function startOf(pnpm: string): [string, ...string[]] {
  return /\.[cm]?js$/.test(pnpm) ? ['node', pnpm] : [pnpm]
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

/** Says something only when it fails: each of the tools is talkative. */
function run(command: string, args: readonly string[], cwd?: string): boolean {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (status !== 0) console.error(stdout, stderr, error?.message ?? '')
  return status === 0
}
