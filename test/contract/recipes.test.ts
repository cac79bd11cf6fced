// The recipes in the simulator's README are the files beside this one, which are type-checked; the
// one for Vitest is a test itself.
import { expect, it } from 'vitest'
import page from '../../.storybook/docs/testing.mdx?raw'
import readme from '../../packages/simulator/README.md?raw'

const files = import.meta.glob<string>('./recipe-*', {
  query: '?raw',
  import: 'default',
  eager: true,
})

it.each(Object.entries(files))('the README has %s, word for word', (_path, text) => {
  expect(readme).toContain(`\n${text}\`\`\`\n`)
})

it('the docs page installs the same packages as the README', () => {
  const installed = (text: string) =>
    [...text.matchAll(/^npm install --save-dev .*$/gm)].map(([line]) => line)
  const [, recipes = ''] = readme.split('\n## Recipes\n')
  expect(installed(page)).toEqual(installed(recipes.split('\n## ')[0] ?? ''))
})
