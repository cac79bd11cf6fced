// Makes a Next.js app by its generator, with all defaults, puts the files of `app` and the packed
// packages into it, and builds it. Whatever stops a build in a new app stops this one.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { overrideByPacked, packedPackages } from '../scripts/packed-packages.ts'
import { pnpm, run } from '../scripts/pnpm.ts'
import { appFolder, root } from './app-folder.ts'

const generator = ['-y', 'create-next-app@16.4.3', appFolder, '--yes', '--skip-install']

process.env['NEXT_TELEMETRY_DISABLED'] = '1'
rmSync(appFolder, { recursive: true, force: true })
mkdirSync(dirname(appFolder), { recursive: true })
const isBuilt =
  run('npx', [...generator, '--disable-git', '--use-npm']) &&
  fill() &&
  pnpm(['install', '--prefer-offline', '--ignore-scripts'], appFolder) &&
  run(`${appFolder}/node_modules/.bin/next`, ['build'], appFolder)
if (!isBuilt) process.exit(1)
console.log('A new Next.js app with the packed packages is built.')

function fill(): boolean {
  cpSync(`${root}/test/next/app`, `${appFolder}/app`, { recursive: true })
  writeFileSync(`${appFolder}/app/verify-phone.tsx`, firstSample(`${root}/README.md`))
  addPackedPackages()
  return true
}

function addPackedPackages(): void {
  const file = `${appFolder}/package.json`
  // SAFETY: written by the generator a moment ago.
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as {
    dependencies: Record<string, string | undefined>
    devDependencies: Record<string, string>
  }
  for (const name of ['@phoneproof/client', '@phoneproof/react']) {
    manifest.dependencies[name] = packedPackages[name]
  }
  manifest.dependencies['@tanstack/react-query'] = '^5'
  // A build lints nothing.
  delete manifest.devDependencies['eslint']
  delete manifest.devDependencies['eslint-config-next']
  writeFileSync(file, JSON.stringify(manifest))
  overrideByPacked(appFolder)
}

function firstSample(readme: string): string {
  const sample = /```tsx\n([\s\S]*?)```/.exec(readFileSync(readme, 'utf8'))?.[1]
  if (sample === undefined) throw new Error(`${readme} has no sample.`)
  return sample
}
