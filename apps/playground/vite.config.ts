import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { msw } from 'msw/vite'
import { defineConfig } from 'vite'
import { fromSource } from '../../test/support/source-condition.ts'

const versions = ['client', 'hooks', 'react', 'simulator'].map((folder) => {
  const path = new URL(`../../packages/${folder}/package.json`, import.meta.url)
  // SAFETY: our own file.
  const { name, version } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>
  return [name, version]
})

/** For phones in the network, which take https only for secure: see *Probes*. */
function certificate() {
  const { PLAYGROUND_CERT: cert, PLAYGROUND_KEY: key } = process.env
  return cert !== undefined && key !== undefined
    ? { https: { cert: readFileSync(cert), key: readFileSync(key) } }
    : {}
}

export default defineConfig(({ command, isPreview }) => ({
  // Relative, so that the build works under any path of any static server.
  base: './',
  define: {
    __PACKAGE_VERSIONS__: JSON.stringify(Object.fromEntries(versions)),
    // `dev:server` says otherwise.
    __HAS_NODE_BACK_END__: 'false',
    // Where the kit's Storybook is, for the link to it. Without one there is no link.
    __STORYBOOK__: JSON.stringify(process.env['PLAYGROUND_STORYBOOK'] ?? ''),
  },
  // One bundle, also for whoever works on it: file by file, two cores took twice as long to the first
  // page (`pnpm measure`). Changes still arrive without a reload.
  experimental: { bundledDev: command === 'serve' && isPreview !== true },
  server: certificate(),
  preview: certificate(),
  plugins: [react(), msw({ mode: 'worker-only' })],
  resolve: {
    // The build, and so the end-to-end tests, use the packages as they are published.
    ...(command === 'serve' ? fromSource.resolve : {}),
    alias: { tldts: fileURLToPath(new URL('registrable-domain.ts', import.meta.url)) },
  },
}))
