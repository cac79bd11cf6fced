import { Markdown } from '@storybook/addon-docs/blocks'
import type { ReactNode } from 'react'

interface ReadmeSectionProps {
  of: string
  /** The heading, without its marks. Without one: the text before the first heading. */
  title?: string
  /** Without the heading, where the page has one of its own. */
  isBare?: boolean
}

/** One section of a README, so that it is written once. */
export const ReadmeSection = ({
  of: text,
  title,
  isBare = false,
}: ReadmeSectionProps): ReactNode => <Markdown>{sectionOf(text, title, isBare)}</Markdown>

function sectionOf(text: string, title: string | undefined, isBare: boolean): string {
  const heading = title === undefined ? '' : `## ${title}\n`
  const start = text.indexOf(heading)
  if (start < 0) throw new Error(`The README has no section ${title}.`)
  const from = start + heading.length
  const end = text.indexOf('\n## ', from - 1)
  const body = text.slice(from, end < 0 ? undefined : end)
  return (
    (isBare ? body : heading + body)
      // Links between files lead nowhere here.
      .replaceAll(/\[([^\]]+)\]\((?!https?:)[^)]*\)/g, '$1')
      // GitHub needs no text over a column; a screen reader does.
      .replaceAll(/^(\| \w+ *\|) +\|\n(?=\| ?-)/gm, '$1 What happens |\n')
  )
}
