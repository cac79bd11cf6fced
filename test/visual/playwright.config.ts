import { resolve } from 'node:path'
import { defineConfig } from '@playwright/test'
import { engineLaunchOptions } from '../support/chromium.ts'
import { testLimitMs, waitLimitMs } from '../support/patience.ts'

const root = resolve(import.meta.dirname, '../..')

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: `${root}/.cache/visual`,
  snapshotPathTemplate: '{testDir}/baselines/{arg}{ext}',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  timeout: testLimitMs,
  expect: { timeout: waitLimitMs },
  // Only `pnpm visual:update` writes baselines.
  updateSnapshots: 'none',
  reporter: [
    ['dot'],
    ['json', { outputFile: `${root}/.cache/reports/visual.json` }],
    ['./summary-reporter.ts'],
  ],
  use: { launchOptions: engineLaunchOptions },
})
