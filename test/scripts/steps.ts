// The checks in the order in which they run.

export interface Step {
  name: string
  /** Run one after the other; the first that fails ends the step. No argument holds a space. */
  commands: readonly string[]
  /** Steps whose result this one works on. Choosing it chooses them. */
  needs?: readonly string[]
  /** Where the counts come from. A step without a report counts as one test. */
  report?: Report
}

export interface Report {
  kind: 'vitest' | 'playwright'
  file: string
  /** Test files of each of these endings must have run. */
  endings: readonly string[]
}

const reports = '.cache/reports'

function vitest(
  name: string,
  projects: readonly string[],
  endings: readonly string[],
  workers: string,
): Step {
  const file = `${reports}/${name}.json`
  const only = projects.map((project) => `--project ${project}`).join(' ')
  const reporters = `--reporter=default --reporter=json --outputFile.json=${file}`
  return {
    name,
    commands: [
      `vitest run --config test/vitest.config.ts ${only} --maxWorkers=${workers} ${reporters}`,
    ],
    report: { kind: 'vitest', file, endings },
  }
}

export const steps: readonly Step[] = [
  { name: 'format', commands: ['oxfmt -c test/lint/oxfmt.json --check !**/*.md !**/*.mdx'] },
  {
    name: 'lint',
    commands: [
      'oxlint -c test/lint/oxlint.json --deny-warnings --type-aware --tsconfig test/tsconfig.json',
    ],
  },
  { name: 'types', commands: ['tsc -b test'] },
  { name: 'build', commands: ['tsdown -W', 'node test/scripts/check-build.ts'] },
  {
    name: 'packages',
    needs: ['build'],
    commands: ['node test/scripts/check-packages.ts', 'node test/scripts/check-installed.ts'],
  },
  {
    name: 'recipes',
    needs: ['build', 'packages'],
    commands: ['node test/scripts/check-recipes.ts'],
  },
  { name: 'size', needs: ['build'], commands: ['node test/scripts/check-size.ts'] },
  vitest('unit', ['node', 'dom'], ['.test.ts', '.test.tsx'], '100%'),
  vitest('exhaustive', ['exhaustive'], ['.test.ts'], '100%'),
  // One page at a time: they share a clipboard.
  vitest('browser', ['browser', 'storybook'], ['.browser.test.tsx', '.stories.tsx'], '1'),
  { name: 'storybook', commands: ['node test/scripts/build-storybook.ts'] },
  {
    name: 'visual',
    needs: ['storybook'],
    commands: ['playwright test -c test/visual/playwright.config.ts'],
    report: { kind: 'playwright', file: `${reports}/visual.json`, endings: ['.spec.ts'] },
  },
  {
    name: 'apps',
    needs: ['packages'],
    commands: ['node test/apps/build-apps.ts', 'playwright test -c test/apps/playwright.config.ts'],
    report: { kind: 'playwright', file: `${reports}/apps.json`, endings: ['.spec.ts'] },
  },
  { name: 'playground', needs: ['build'], commands: ['vite build apps/playground'] },
  {
    name: 'e2e',
    needs: ['build', 'playground'],
    commands: ['playwright test -c test/e2e/playwright.config.ts'],
    report: { kind: 'playwright', file: `${reports}/e2e.json`, endings: ['.spec.ts'] },
  },
]
