// Packs each package as it would be published, and has the tarball judged.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './steps.ts'

const out = mkdtempSync(join(tmpdir(), 'phoneproof-pack-'))
let failed = false

function run(cwd: string, program: string, ...args: string[]): void {
  const { status } = spawnSync(program, args, { cwd, stdio: 'inherit' })
  if (status !== 0) failed = true
}

/** pnpm tells its scripts where it is; it may be a script or a binary. */
function pnpm(cwd: string, ...args: string[]): void {
  const path = process.env['npm_execpath'] ?? 'pnpm'
  if (/\.[cm]?js$/.test(path)) run(cwd, process.execPath, path, ...args)
  else run(cwd, path, ...args)
}

for (const name of readdirSync(join(root, 'packages'))) {
  const tarball = join(out, `${name}.tgz`)
  pnpm(join(root, 'packages', name), 'pack', '--out', tarball)
  run(root, 'publint', tarball, '--strict')
  // Stylesheets have no types worth judging.
  run(root, 'attw', tarball, '--profile', 'esm-only', '--exclude-entrypoints', 'styles.css')
}

rmSync(out, { recursive: true })
process.exit(failed ? 1 : 0)
