// Makes a Next.js app by its generator, with all defaults, puts the files of `app` and the packed
// packages into it, and builds it. Whatever stops a build in a new app stops this one.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { spawnSync } from 'node:child_process'
import { libraryPackages } from '../scripts/library-packages.ts'
import { appFolder, root } from './app-folder.ts'

const generator = 'create-next-app@16.4.3'

rmSync(appFolder, { recursive: true, force: true })
mkdirSync(dirname(appFolder), { recursive: true })
run('npx', ['-y', generator, appFolder, '--yes', '--skip-install', '--disable-git', '--use-npm'])
cpSync(`${root}/test/next/app`, `${appFolder}/app`, { recursive: true })
writeFileSync(`${appFolder}/app/verify-phone.tsx`, firstSample(`${root}/README.md`))
addPackedPackages()
run('npx', ['-y', 'pnpm@12', 'install', '--ignore-scripts'])
run('npx', ['next', 'build'])

/** The packages depend on each other, and none is in a registry. */
function addPackedPackages(): void {
  const file = `${appFolder}/package.json`
  // SAFETY: written by the generator a moment ago.
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as {
    dependencies: Record<string, string>
    devDependencies: Record<string, string>
  }
  const packed = libraryPackages.map(({ name, folder }) => {
    return [name, `file:${root}/.cache/packages/${folder}.tgz`] as const
  })
  const { '@phoneproof/client': client = '', '@phoneproof/react': react = '' } =
    Object.fromEntries(packed)
  Object.assign(manifest.dependencies, {
    '@phoneproof/client': client,
    '@phoneproof/react': react,
    '@tanstack/react-query': '^5',
  })
  // A build lints nothing.
  delete manifest.devDependencies['eslint']
  delete manifest.devDependencies['eslint-config-next']
  writeFileSync(file, JSON.stringify(manifest))
  const overrides = packed.map(([name, target]) => `  '${name}': ${target}\n`).join('')
  writeFileSync(`${appFolder}/pnpm-workspace.yaml`, `overrides:\n${overrides}`)
}

function firstSample(readme: string): string {
  const sample = /```tsx\n([\s\S]*?)```/.exec(readFileSync(readme, 'utf8'))?.[1]
  if (sample === undefined) throw new Error(`${readme} has no sample.`)
  return sample
}

function run(command: string, args: readonly string[]): void {
  const cwd = args.includes(appFolder) ? root : appFolder
  const env = { ...process.env, CI: 'true', NEXT_TELEMETRY_DISABLED: '1' }
  const { status, error } = spawnSync(command, args, { cwd, env, stdio: 'inherit' })
  if (status === 0) return
  console.error(`${command} ${args.join(' ')} failed. ${error?.message ?? ''}`)
  process.exit(1)
}
