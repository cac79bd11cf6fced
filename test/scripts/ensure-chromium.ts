// Makes sure a Chromium is there before the tests run, and the shell that opens pages faster.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { findChromium, findHeadlessShell } from '../support/chromium.ts'

function run(command: string, args: string[]): boolean {
  console.log(`> ${command} ${args.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: 'inherit', env }).status === 0
}

function isDebianRoot(): boolean {
  const release = '/etc/os-release'
  return (
    process.getuid?.() === 0 &&
    existsSync(release) &&
    /^ID=debian$/m.test(readFileSync(release, 'utf8'))
  )
}

function install(): void {
  if (!isDebianRoot()) {
    // Brings both.
    run('playwright', ['install', 'chromium'])
    return
  }
  const apt = (...words: string[]) =>
    run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-qq', ...words])
  const add = (...packages: string[]) =>
    apt('install', '-y', '--no-install-recommends', ...packages)
  apt('update')
  add('chromium', 'fonts-liberation')
  // Only makes the tests faster, and an older Debian has none.
  add('chromium-headless-shell')
}

const isMissing = findChromium() === undefined
if (isMissing || (isDebianRoot() && findHeadlessShell() === undefined)) install()
if (findChromium() === undefined) {
  console.error(
    '[phoneproof] No Chromium was found and none could be installed. The browser tests need one. ' +
      'Install Chromium, or set CHROMIUM_PATH to its executable.',
  )
  process.exit(1)
}
