import { defineConfig, type Project } from '@playwright/test'
import { engineLaunchOptions } from '../support/chromium.ts'
import { testLimitMs, waitLimitMs } from '../support/patience.ts'
import { folderOf, root } from './app-folders.ts'

// Workers read this file again and inherit the variable; a fixed port would meet other sessions, and
// one above 32,768 whatever calls somebody.
const port = Number((process.env['APPS_PORT'] ??= String(20_000 + (process.pid % 3000) * 4)))
const service = `http://127.0.0.1:${port}`

const apps = [
  { name: 'next', port: port + 1, command: 'node_modules/.bin/next start --hostname 127.0.0.1' },
  { name: 'hono', port: port + 2, command: 'node server.ts' },
  { name: 'express', port: port + 3, command: 'node server.ts' },
] as const

const originOf = (app: { port: number }): string => `http://127.0.0.1:${app.port}`
const gracefulShutdown = { signal: 'SIGTERM', timeout: 2000 } as const

export default defineConfig<{ service: string }>({
  testDir: '.',
  outputDir: `${root}/.cache/apps`,
  forbidOnly: true,
  fullyParallel: true,
  timeout: testLimitMs,
  expect: { timeout: waitLimitMs },
  reporter: [['list'], ['json', { outputFile: `${root}/.cache/reports/apps.json` }]],
  use: { locale: 'en-GB', launchOptions: engineLaunchOptions },
  metadata: { service },
  projects: apps.map((app): Project => ({
    name: app.name,
    testMatch: ['apps.spec.ts', `${app.name}.spec.ts`],
    use: { baseURL: originOf(app) },
  })),
  webServer: [
    {
      command: `node ${root}/packages/simulator/dist/sandbox/bin.js --port ${port} --credentials acme:key --quiet`,
      url: `${service}/_simulator/clock`,
      gracefulShutdown,
    },
    ...apps.map((app) => ({
      command: app.command,
      cwd: folderOf(app.name),
      env: {
        PORT: String(app.port),
        ORIGIN: originOf(app),
        VERIFY_SECRET: 'a secret of at least thirty-two bytes',
        TEXTMAGIC_KEY: 'key',
        TEXTMAGIC_URL: `${service}/api/v2`,
        NEXT_TELEMETRY_DISABLED: '1',
      },
      url: originOf(app),
      gracefulShutdown,
    })),
  ],
})
