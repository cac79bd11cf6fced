// Builds the apps with the packed packages, each in a folder of its own, as the team of each would.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { overrideByPacked, packedPackages } from '../scripts/packed-packages.ts'
import { pnpm, run } from '../scripts/pnpm.ts'
import { folderOf, root } from './app-folders.ts'
import { buildNextApp } from './build-next-app.ts'

const bin = (name: string): string => `${root}/node_modules/.bin/${name}`

const isBuilt =
  install('page') &&
  run(bin('tsc'), ['-p', '.'], folderOf('page')) &&
  run(`${folderOf('page')}/node_modules/.bin/vite`, ['build'], folderOf('page')) &&
  // Node runs these as they are.
  ['hono', 'express'].every((app) => install(app) && run(bin('tsc'), ['-p', '.'], folderOf(app))) &&
  buildNextApp()
if (!isBuilt) process.exit(1)
console.log('The apps are built with the packed packages.')

function install(app: string): boolean {
  const folder = folderOf(app)
  rmSync(folder, { recursive: true, force: true })
  cpSync(`${root}/test/apps/${app}`, folder, { recursive: true })
  namePacked(`${folder}/package.json`)
  overrideByPacked(folder)
  return pnpm(['install', '--prefer-offline', '--ignore-scripts'], folder)
}

/** No version of ours is published yet. */
function namePacked(file: string): void {
  // SAFETY: a file beside this one.
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as {
    dependencies: Record<string, string>
  }
  for (const name of Object.keys(manifest.dependencies)) {
    manifest.dependencies[name] = packedPackages[name] ?? manifest.dependencies[name] ?? ''
  }
  writeFileSync(file, JSON.stringify(manifest))
}
