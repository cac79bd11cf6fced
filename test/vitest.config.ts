import { fileURLToPath } from 'node:url'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import type { LaunchOptions } from 'playwright'
import { defineConfig } from 'vitest/config'
import { kitTypesPlugin, noKitTypes } from '../.storybook/kit-types/kit-types-plugin.ts'
import { chromiumLaunchOptions, engineLaunchOptions } from './support/chromium.ts'
import { testLimitMs, waitLimitMs } from './support/patience.ts'
import { fromSource } from './support/source-condition.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

// A new object for each project: Vitest writes into the instances.
const browser = (launchOptions: LaunchOptions) => ({
  enabled: true,
  headless: true,
  connectTimeout: testLimitMs,
  screenshotFailures: false,
  provider: playwright({
    launchOptions,
    contextOptions: { permissions: ['clipboard-read', 'clipboard-write'] },
  }),
  instances: [{ browser: 'chromium' as const }],
})

const patient = {
  testTimeout: testLimitMs,
  hookTimeout: testLimitMs,
  expect: { poll: { timeout: waitLimitMs } },
}

const setUp = ['test/support/setup-console.ts', 'test/support/setup-random.ts']
const notBrowser = ['**/*.browser.test.tsx', '**/node_modules/**', 'test/e2e/**']
/** These walk all there is, or 10,000 of it: ways through the flow, countries in texts and searches. */
const exhaustive = ['exploration', 'availability', 'number-runs', 'country-search'].map(
  (name) => `packages/*/src/**/${name}.test.ts`,
)

export default defineConfig({
  root,
  test: {
    projects: [
      {
        ...fromSource,
        root,
        test: {
          name: 'node',
          ...patient,
          environment: 'node',
          isolate: false,
          setupFiles: setUp,
          include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: [...notBrowser, ...exhaustive],
        },
      },
      {
        ...fromSource,
        root,
        test: {
          // Half a minute: apart from what is run at each change.
          name: 'exhaustive',
          ...patient,
          environment: 'node',
          setupFiles: setUp,
          include: exhaustive,
        },
      },
      {
        ...fromSource,
        plugins: [react(), kitTypesPlugin(noKitTypes)],
        root,
        test: {
          name: 'dom',
          ...patient,
          environment: 'jsdom',
          isolate: false,
          setupFiles: [...setUp, 'test/support/setup-dom.ts'],
          include: [
            'packages/*/src/**/*.test.tsx',
            'apps/*/src/**/*.test.tsx',
            'test/**/*.test.tsx',
          ],
          exclude: notBrowser,
        },
      },
      {
        ...fromSource,
        plugins: [react()],
        // Found in the middle of a run they would reload the page under a test.
        optimizeDeps: {
          include: [
            '@tanstack/react-form',
            'axe-core',
            'fast-check',
            'formik',
            'libphonenumber-js/max',
            'react-dom',
            'react-dom/client',
            'react-dom/server',
            'react-hook-form',
          ],
        },
        root,
        test: {
          name: 'browser',
          ...patient,
          setupFiles: [...setUp, 'test/support/setup-dom.ts'],
          include: ['packages/*/src/**/*.browser.test.tsx', 'test/**/*.browser.test.tsx'],
          browser: browser(chromiumLaunchOptions),
        },
      },
      {
        plugins: [
          storybookTest({ configDir: fileURLToPath(new URL('../.storybook', import.meta.url)) }),
        ],
        root,
        test: {
          name: 'storybook',
          ...patient,
          setupFiles: ['test/support/setup-console.ts'],
          browser: browser(engineLaunchOptions),
        },
      },
    ],
  },
})
