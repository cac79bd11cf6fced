import { spawnSync } from 'node:child_process'

/** Runs pnpm in a folder, and says something only when it fails. */
export function pnpm(args: readonly string[], cwd: string): boolean {
  // Started by pnpm, this is its path; `pnpm` itself may not be on PATH.
  const path = process.env['npm_execpath'] ?? ''
  const [command, ...before] = path.includes('pnpm') ? startOf(path) : ['npx', '-y', 'pnpm@12']
  return run(command, [...before, ...args], cwd)
}

function startOf(path: string): [string, ...string[]] {
  return /\.[cm]?js$/.test(path) ? ['node', path] : [path]
}

/** Says something only when it fails: each of the tools is talkative. */
export function run(command: string, args: readonly string[], cwd?: string): boolean {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (status !== 0) console.error(stdout, stderr, error?.message ?? '')
  return status === 0
}
