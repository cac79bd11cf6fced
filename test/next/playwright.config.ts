import { defineConfig } from '@playwright/test'
import { engineLaunchOptions } from '../support/chromium.ts'
import { testLimitMs, waitLimitMs } from '../support/patience.ts'
import { appFolder, root } from './app-folder.ts'

// Workers read this file again and inherit the variable; a fixed port would meet other sessions.
const port = Number((process.env['NEXT_PORT'] ??= String(40_000 + (process.pid % 10_000) * 2)))
const origin = `http://127.0.0.1:${port}`
const service = `http://127.0.0.1:${port + 1}`

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: `${root}/.cache/next`,
  forbidOnly: true,
  timeout: testLimitMs,
  expect: { timeout: waitLimitMs },
  reporter: [['list'], ['json', { outputFile: `${root}/.cache/reports/next.json` }]],
  use: { baseURL: origin, locale: 'en-GB', launchOptions: engineLaunchOptions },
  metadata: { service },
  webServer: [
    {
      command: `node ${root}/packages/simulator/dist/sandbox/bin.js --port ${port + 1} --quiet`,
      url: `${service}/_simulator/clock`,
      gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
    },
    {
      command: `${appFolder}/node_modules/.bin/next start --hostname 127.0.0.1 --port ${port}`,
      cwd: appFolder,
      env: { VERIFY_SERVICE: service, NEXT_TELEMETRY_DISABLED: '1' },
      url: origin,
      gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
    },
  ],
})
