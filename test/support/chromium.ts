import { existsSync } from 'node:fs'
import { chromium, type LaunchOptions } from 'playwright'

/** Where a Chromium is, or undefined. `{}` means Playwright's own download. */
export function findChromium(): { executablePath?: string } | undefined {
  const named = process.env['CHROMIUM_PATH']
  if (named) return { executablePath: named }
  if (existsSync(chromium.executablePath())) return {}
  const found = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path))
  return found === undefined ? undefined : { executablePath: found }
}

export const chromiumLaunchOptions: LaunchOptions = {
  ...findChromium(),
  args: [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-quic',
    '--disable-gpu',
  ],
}
