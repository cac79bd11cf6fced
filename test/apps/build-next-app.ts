// Makes a Next.js app by its generator, with all defaults, puts the files of `next` and the packed
// packages into it, and builds it. Whatever stops a build in a new app stops this one.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { overrideByPacked, packedPackages } from '../scripts/packed-packages.ts'
import { pnpm, run } from '../scripts/pnpm.ts'
import { folderOf, root } from './app-folders.ts'

const app = folderOf('next')
const generator = ['-y', 'create-next-app@16.4.3', app, '--yes', '--skip-install']

export function buildNextApp(): boolean {
  process.env['NEXT_TELEMETRY_DISABLED'] = '1'
  rmSync(app, { recursive: true, force: true })
  mkdirSync(dirname(app), { recursive: true })
  return (
    run('npx', [...generator, '--disable-git', '--use-npm']) &&
    fill() &&
    pnpm(['install', '--prefer-offline', '--ignore-scripts'], app) &&
    run(`${app}/node_modules/.bin/next`, ['build'], app)
  )
}

function fill(): boolean {
  cpSync(`${root}/test/apps/next`, app, { recursive: true })
  writeFileSync(`${app}/app/verify-phone.tsx`, firstSample(`${root}/README.md`))
  addPackedPackages()
  return true
}

function addPackedPackages(): void {
  const file = `${app}/package.json`
  // SAFETY: written by the generator a moment ago.
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as {
    dependencies: Record<string, string | undefined>
    devDependencies: Record<string, string>
  }
  for (const name of ['@phoneproof/client', '@phoneproof/react', '@phoneproof/server']) {
    manifest.dependencies[name] = packedPackages[name]
  }
  manifest.dependencies['@tanstack/react-query'] = '^5'
  // A build lints nothing.
  delete manifest.devDependencies['eslint']
  delete manifest.devDependencies['eslint-config-next']
  writeFileSync(file, JSON.stringify(manifest))
  overrideByPacked(app)
}

function firstSample(readme: string): string {
  const sample = /```tsx\n([\s\S]*?)```/.exec(readFileSync(readme, 'utf8'))?.[1]
  if (sample === undefined) throw new Error(`${readme} has no sample.`)
  return sample
}
