import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../boundaries/source-file.ts'

/** Every README, changelog and docs page of ours. A pattern does not enter dot folders by itself. */
export const documents: readonly string[] = globSync(
  ['**/*.{md,mdx}', '.{storybook,github}/**/*.{md,mdx}'],
  {
    cwd: root,
    exclude: (path) => /(?:^|\/)(?:node_modules|dist|\.cache|\.git)$/.test(path),
  },
)

/** TypeScript that a document shows. */
export interface Sample {
  document: string
  /** Of the line before its first one. */
  line: number
  code: string
}

export function samplesIn(document: string): Sample[] {
  const text = readFileSync(join(root, document), 'utf8')
  return [...text.matchAll(/^```(?:ts|tsx)\n([^]*?)^```$/gm)].map(({ index, 1: code = '' }) => ({
    document,
    line: text.slice(0, index).split('\n').length,
    code,
  }))
}
