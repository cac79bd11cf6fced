import { existsSync } from 'node:fs'
import { chromium, type LaunchOptions } from 'playwright'

type Executable = Pick<LaunchOptions, 'executablePath' | 'channel'>

/** A whole Chromium, which also fills in addresses; undefined where there is none. */
export const findChromium = (): Executable | undefined =>
  find({ channel: 'chromium' }, ['/usr/bin/chromium', '/usr/bin/google-chrome'])

/**
 * The same engine without the windows of a browser around each page. Debian's opens a page with
 * 0.2 s of CPU time, the whole browser with 1.3 s.
 */
export const findHeadlessShell = (): Executable | undefined =>
  find({}, ['/usr/bin/chromium-headless-shell'])

/** The one that was named, else Playwright's own download, else the first that is installed. */
function find(downloaded: Executable, installed: readonly string[]): Executable | undefined {
  const named = process.env['CHROMIUM_PATH']
  if (named) return { executablePath: named }
  if (existsSync(chromium.executablePath())) return downloaded
  const path = installed.find((each) => existsSync(each))
  return path === undefined ? undefined : { executablePath: path }
}

const args = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--disable-gpu',
]

/** Where what a browser does around a page matters. */
export const chromiumLaunchOptions: LaunchOptions = { ...findChromium(), args }

/** Where many pages are opened and only what is in them matters. */
export const engineLaunchOptions: LaunchOptions = {
  ...(findHeadlessShell() ?? findChromium()),
  args,
}
