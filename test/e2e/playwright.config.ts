import { resolve } from 'node:path'
import { defineConfig } from '@playwright/test'
import { engineLaunchOptions } from '../support/chromium.ts'
import { testLimitMs, waitLimitMs } from '../support/patience.ts'

const root = resolve(import.meta.dirname, '../..')
// Workers read this file again and inherit the variable; a fixed port would meet other sessions.
const port = (process.env['E2E_PORT'] ??= String(20_000 + (process.pid % 20_000)))
const origin = `http://127.0.0.1:${port}/`

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: `${root}/.cache/e2e`,
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  timeout: testLimitMs,
  expect: { timeout: waitLimitMs },
  reporter: [['list'], ['json', { outputFile: `${root}/.cache/reports/e2e.json` }]],
  use: {
    baseURL: origin,
    locale: 'en-GB',
    timezoneId: 'UTC',
    // For 160 ms two screens of the flow are in the page. How it moves is tested with the component.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: engineLaunchOptions,
    // A record of each step costs a fifth of the time. `--trace on` takes it where a test is looked into.
    trace: 'off',
  },
  webServer: {
    // The production build, so what runs here is what would be published.
    command: `${root}/node_modules/.bin/vite preview apps/playground --host 127.0.0.1 --port ${port} --strictPort`,
    cwd: root,
    url: origin,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
  },
})
