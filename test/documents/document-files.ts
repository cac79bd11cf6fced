import { globSync } from 'node:fs'
import { root } from '../boundaries/source-file.ts'

/** Every README, changelog and docs page of ours. A pattern does not enter dot folders by itself. */
export const documents: readonly string[] = globSync(
  ['**/*.{md,mdx}', '.storybook/**/*.{md,mdx}'],
  {
    cwd: root,
    exclude: (path) => /(?:^|\/)(?:node_modules|dist|\.cache|\.git)$/.test(path),
  },
)
