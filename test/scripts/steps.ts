import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** How a step's tests are counted: by a report, or as one test that passes or fails. */
type Report = 'vitest' | 'playwright' | 'none'

export interface VerifyStep {
  readonly name: string
  readonly command: readonly [program: string, ...args: string[]]
  readonly report: Report
}

export const root: string = fileURLToPath(new URL('../..', import.meta.url))
export const reportPath = (name: string): string => `.cache/reports/${name}.json`

mkdirSync(`${root}.cache/reports`, { recursive: true })

const step = (name: string, ...command: [string, ...string[]]): VerifyStep => ({
  name,
  command,
  report: 'none',
})

const vitest = (name: string, ...projects: string[]): VerifyStep => ({
  name,
  report: 'vitest',
  command: [
    'vitest',
    'run',
    '--config',
    'test/vitest.config.ts',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportPath(name)}`,
  ],
})

/** Everything `pnpm test` runs, cheapest first. */
export const steps: readonly VerifyStep[] = [
  step('format', 'oxfmt', '-c', 'test/lint/oxfmt.json', '--check'),
  step(
    'lint',
    'oxlint',
    '-c',
    'test/lint/oxlint.json',
    '--type-aware',
    '--tsconfig',
    'test/tsconfig.json',
    '--deny-warnings',
  ),
  step('types', 'tsc', '-b', 'test'),
  step('build', 'tsdown', '-W'),
  step('packages', 'node', 'test/scripts/check-packages.ts'),
  step('size', 'node', 'test/scripts/check-size.ts'),
  vitest('unit', 'node', 'dom'),
  vitest('browser', 'browser', 'storybook'),
  step('storybook', 'storybook', 'build', '--quiet', '-o', '.cache/storybook-static'),
  step('playground', 'vite', 'build', 'apps/playground'),
  {
    name: 'e2e',
    command: ['playwright', 'test', '-c', 'test/e2e/playwright.config.ts'],
    report: 'playwright',
  },
]
