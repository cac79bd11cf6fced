// Makes sure a Chromium is there before the tests run, and the shell that opens pages faster.
import { findChromium, findHeadlessShell } from '../support/chromium.ts'
import { apt, aptInstall, isDebianRoot, run } from './apt.ts'

function install(): void {
  if (!isDebianRoot()) {
    // Brings both.
    run('playwright', ['install', 'chromium'])
    return
  }
  apt('update')
  aptInstall('chromium', 'fonts-liberation')
  // Only makes the tests faster, and an older Debian has none.
  aptInstall('chromium-headless-shell')
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
