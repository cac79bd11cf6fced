import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { chromiumLaunchOptions } from '../support/chromium.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

// Workers read this file again and inherit the variable; a fixed port would collide with
// another run on the machine.
const port = Number((process.env['E2E_PORT'] ??= String(20_000 + (process.pid % 20_000))))
const baseURL = `http://127.0.0.1:${port}/`

export default defineConfig({
  testDir: '.',
  outputDir: `${root}.cache/e2e`,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: `${root}.cache/reports/e2e.json` }]],
  use: { baseURL, launchOptions: chromiumLaunchOptions, serviceWorkers: 'allow' },
  webServer: {
    command: `vite preview apps/playground --host 127.0.0.1 --port ${port} --strictPort`,
    cwd: root,
    url: baseURL,
  },
})
