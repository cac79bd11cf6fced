import { Markdown } from '@storybook/addon-docs/blocks'
import type { ReactNode } from 'react'
import { announcementRows } from './announcements.ts'
import { focusRows, focusTexts } from './focus-map.ts'

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')

/** What is announced, in the kit's own messages. */
export const AnnouncementTable = (): ReactNode => (
  <Markdown>
    {table(
      ['When', 'What', 'Region'],
      announcementRows.map(({ when, what, region }) => [when, what, region]),
    )}
  </Markdown>
)

/** Where the focus goes; a test proves each row. */
export const FocusTable = (): ReactNode => (
  <Markdown>
    {table(
      ['After', 'Focus'],
      focusRows.map(({ after, target }) => [
        after,
        target === undefined ? 'Stays where it is' : focusTexts[target],
      ]),
    )}
  </Markdown>
)
