import { Markdown } from '@storybook/addon-docs/blocks'
import type { ReactNode } from 'react'

interface CodeProps {
  language: 'css' | 'ts' | 'tsx'
  code: string
}

/** A file, in the colours of the page: Storybook's own `Source` is light on dark pages too. */
export const Code = ({ language, code }: CodeProps): ReactNode => (
  <Markdown>{`\`\`\`${language}\n${code}\n\`\`\``}</Markdown>
)
