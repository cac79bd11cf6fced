// Makes sure a Chromium is there before the tests run.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { findChromium } from '../support/chromium.ts'

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
  if (isDebianRoot()) {
    const wait = ['-o', 'DPkg::Lock::Timeout=300', '-qq']
    run('apt-get', [...wait, 'update'])
    const packages = ['chromium', 'fonts-liberation']
    run('apt-get', [...wait, 'install', '-y', '--no-install-recommends', ...packages])
    return
  }
  run('playwright', ['install', 'chromium'])
}

if (findChromium() === undefined) install()
if (findChromium() === undefined) {
  console.error(
    '[phoneproof] No Chromium was found and none could be installed. The browser tests need one. ' +
      'Install Chromium, or set CHROMIUM_PATH to its executable.',
  )
  process.exit(1)
}
