import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

export function run(command: string, args: readonly string[]): boolean {
  console.log(`> ${command} ${args.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: 'inherit', env }).status === 0
}

/** Whether packages of Debian can be installed. */
export function isDebianRoot(): boolean {
  const release = '/etc/os-release'
  return (
    process.getuid?.() === 0 &&
    existsSync(release) &&
    /^ID=debian$/m.test(readFileSync(release, 'utf8'))
  )
}

export const apt = (...words: string[]): boolean =>
  run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-qq', ...words])

export const aptInstall = (...packages: string[]): boolean =>
  apt('install', '-y', '--no-install-recommends', ...packages)
