// The playground before a backend in Node, as a team would have it: `pnpm dev:server`. Its service is
// the sandbox, whose clock they share, so that the page can move it.
import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { createServer } from 'vite'
import { startSandbox } from '@phoneproof/simulator/sandbox'
import { eventLine } from '@phoneproof/server'
import { toNodeHandler } from '@phoneproof/server/node'
import { createBackend } from './create-backend.ts'
import { worldPath } from '../src/node-backend/sandbox-world.ts'
import { createWorldFeed } from './world-feed.ts'

const root = resolve(import.meta.dirname, '../../..')
const [file = `${root}/.cache/playground/verify.sqlite`] = process.argv.slice(2)
mkdirSync(dirname(file), { recursive: true })

const print = (line: string): void => void process.stdout.write(`${line}\n`)

const sandbox = await startSandbox({ port: 0, scenario: 'happy-path' })
const backend = createBackend({
  file,
  sandbox,
  origins: () => origins(),
  onEvent: (event) => print(eventLine(event)),
})
const feed = createWorldFeed(sandbox, backend.reset)

const vite = await createServer({
  root: resolve(import.meta.dirname, '..'),
  define: { __HAS_NODE_BACK_END__: 'true' },
  plugins: [
    {
      name: 'backend',
      configureServer({ middlewares }) {
        middlewares.use(worldPath, feed)
        // With its path: the handler reads the one that was asked for.
        middlewares.use('/api/v2/verify', toNodeHandler(backend))
      },
    },
  ],
})
await vite.listen(Number(process.env['PORT'] ?? 5173))

/** Known once it listens: the port may have been taken. */
function origins(): string[] {
  const { local = [], network = [] } = vite.resolvedUrls ?? {}
  const all = [...local, ...network].map((url) => new URL(url).origin)
  return [...all, ...all.map((origin) => origin.replace('//localhost:', '//127.0.0.1:'))]
}

print(`Page      ${vite.resolvedUrls?.local[0]}
Backend  ${vite.resolvedUrls?.local[0]}api/v2/verify, on ${file}
Service   ${sandbox.url}/api/v2, simulated
Phone     ${sandbox.url}/_simulator/handset, and in the page\n`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await vite.close()
    await backend.close()
    await sandbox.close()
    process.exit()
  })
}
