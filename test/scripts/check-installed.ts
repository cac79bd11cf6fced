// How large the server is once it is installed: its tarball and that of the client in an empty folder.
import { lstatSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { overrideByPacked, packedPackages } from './packed-packages.ts'
import { pnpm } from './pnpm.ts'

/** In MB of 1,000,000 bytes. The client of a Redis comes on top. */
const limit = 3
const server = '@phoneproof/server'

/** What most file systems give to a file: whole blocks. */
const blockBytes = 4096

function bytesIn(folder: string): number {
  const entries = readdirSync(folder, { withFileTypes: true })
  return entries.reduce((sum, entry) => {
    const path = join(folder, entry.name)
    const { size } = lstatSync(path)
    const own = Math.ceil(size / blockBytes) * blockBytes
    return sum + own + (entry.isDirectory() ? bytesIn(path) : 0)
  }, 0)
}

/** Names with their scopes. */
function packagesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@')
        ? readdirSync(join(folder, name)).map((each) => `${name}/${each}`)
        : name,
    )
}

const folder = mkdtempSync(join(tmpdir(), 'installed-'))
try {
  const manifest = {
    name: 'app',
    private: true,
    dependencies: { [server]: packedPackages[server] },
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  overrideByPacked(folder)
  const install = ['install', '--prod', '--prefer-offline', '--ignore-scripts']
  if (!pnpm([...install, '--config.node-linker=hoisted'], folder)) process.exit(1)
  const modules = join(folder, 'node_modules')
  const megabytes = bytesIn(modules) / 1e6
  const verdict = megabytes > limit ? 'OVER' : 'ok  '
  console.log(
    `${verdict} ${megabytes.toFixed(2)} MB  ${server}, installed (at most ${limit} MB): ` +
      packagesIn(modules).join(', '),
  )
  if (megabytes > limit) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
