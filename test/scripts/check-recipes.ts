// Follows the recipes in the simulator's README as somebody who reads them: in an empty folder, with
// the packages as published and what the README says to install, each file is run as it stands.
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { engineLaunchOptions } from '../support/chromium.ts'
import { overrideByPacked, packedPackages } from './packed-packages.ts'
import { pnpm, run } from './pnpm.ts'

const root = resolve(import.meta.dirname, '../..')
const recipes = `${root}/test/contract`
const readme = readFileSync(`${root}/packages/simulator/README.md`, 'utf8')

/** Packages that the README installs, under *Recipes*. */
function named(): string[] {
  const [, section = ''] = readme.split('\n## Recipes\n')
  const commands = (section.split('\n## ')[0] ?? '').matchAll(
    /^npm install (?:--save-dev )?(.*)$/gm,
  )
  const names = [...commands].flatMap(([, each = '']) => each.trim().split(/\s+/))
  return [...new Set(names)]
}

// What an app that tests its flow has anyway.
const app = ['@phoneproof/client', '@phoneproof/react', '@tanstack/react-query']
const peers = ['react', 'react-dom', 'vite']

/** The version that is installed here, so that the folder is made of what is at hand. */
function versionOf(name: string): string {
  // SAFETY: a manifest has a version.
  const { version } = JSON.parse(
    readFileSync(`${root}/node_modules/${name}/package.json`, 'utf8'),
  ) as { version: string }
  return version
}

function install(folder: string): boolean {
  const names = [...app, ...peers, ...named()]
  const dependencies = Object.fromEntries(
    names.map((name) => [name, packedPackages[name] ?? versionOf(name)]),
  )
  const manifest = { name: 'recipes', private: true, type: 'module', dependencies }
  write(folder, 'package.json', JSON.stringify(manifest))
  overrideByPacked(folder)
  return pnpm(['install', '--prefer-offline', '--ignore-scripts'], folder)
}

const write = (folder: string, name: string, text: string): void =>
  writeFileSync(join(folder, name), text)

function runUnitTests(folder: string): boolean {
  for (const file of ['recipe-vitest.test.tsx', 'recipe-storybook.tsx', 'decorated.test.tsx']) {
    copyFileSync(`${recipes}/${file}`, join(folder, file))
  }
  return run(join(folder, 'node_modules/.bin/vitest'), ['run'], folder)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('There is no free port.')
  return address.port
}

/** An app with the flow in it, before the sandbox, as the recipe for Playwright supposes one. */
async function runEndToEnd(folder: string): Promise<boolean> {
  const [sandbox, page] = [await freePort(), await freePort()]
  const recipe = readFileSync(`${recipes}/recipe-playwright.ts`, 'utf8')
  // Somebody else may have taken the port, another copy of this check for one.
  write(folder, 'recipe.spec.ts', recipe.replaceAll('4010', String(sandbox)))
  copyFileSync(`${root}/.storybook/samples/verify-phone.tsx`, join(folder, 'verify-phone.tsx'))
  write(
    folder,
    'index.html',
    '<div id="root"></div><script type="module" src="/main.tsx"></script>',
  )
  write(
    folder,
    'main.tsx',
    `import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { VerifyPhone } from './verify-phone.tsx'
const element = createElement(VerifyPhone, { onDone: () => {} })
createRoot(document.getElementById('root')!).render(element)
`,
  )
  const server = {
    host: '127.0.0.1',
    port: page,
    strictPort: true,
    proxy: { '/api': { target: `http://127.0.0.1:${sandbox}`, auth: 'me:secret' } },
  }
  const vite = { server, preview: server, oxc: { jsx: { runtime: 'automatic' } } }
  write(folder, 'vite.config.js', `export default ${JSON.stringify(vite)}\n`)
  const config = {
    testMatch: 'recipe.spec.ts',
    forbidOnly: true,
    use: { baseURL: `http://127.0.0.1:${page}`, launchOptions: engineLaunchOptions },
    webServer: [
      {
        command: `npx phoneproof-simulator --port ${sandbox}`,
        url: `http://127.0.0.1:${sandbox}/_simulator/clock`,
      },
      {
        command: 'npx vite build --logLevel error && npx vite preview',
        url: `http://127.0.0.1:${page}`,
      },
    ],
  }
  write(folder, 'playwright.config.ts', `export default ${JSON.stringify(config)}\n`)
  return run(join(folder, 'node_modules/.bin/playwright'), ['test'], folder)
}

const folder = mkdtempSync(join(tmpdir(), 'recipes-'))
try {
  const isFine = install(folder) && runUnitTests(folder) && (await runEndToEnd(folder))
  if (!isFine) process.exitCode = 1
  else console.log(`The recipes run on ${named().join(', ')} and nothing else.`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
