// What the Accessibility page says of announcements and of the focus is what the flow does.
import { verificationFlowMessages } from '@phoneproof/hooks'
import { focusTargetFor } from '@phoneproof/hooks/internal/verification-flow'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { announcedWhen, announcementRows } from '../../.storybook/access/announcements.ts'
import { focusRows, focusTexts } from '../../.storybook/access/focus-map.ts'

const css = (path: string): string =>
  readFileSync(new URL(`../../packages/react/src/${path}`, import.meta.url), 'utf8')

test('every announcement has its row, with its time', () => {
  const kinds = Object.keys(verificationFlowMessages.announcements)
  expect(kinds.filter((kind) => !(kind in announcedWhen))).toEqual([])
  expect(announcementRows).toHaveLength(kinds.length)
  expect(announcementRows.filter(({ region }) => region === 'alert')).toHaveLength(1)
})

test.each(focusRows)('the focus after: $after', ({ target, changes }) => {
  for (const [before, after] of changes) expect(focusTargetFor(before, after)).toBe(target)
})

test('every place the focus can go to has a row', () => {
  const told = focusRows.map(({ target }) => target)
  expect(Object.keys(focusTexts).filter((target) => !told.some((each) => each === target))).toEqual(
    [],
  )
})

test('targets are as high as the page says', () => {
  expect(css('styles/tokens.css')).toContain('--pp-control-height: 44px')
  expect(css('phone-entry/phone-entry.css')).toMatch(/'option'\] \{[^}]*min-block-size: 40px/)
  expect(css('verification-flow/verification-flow.css')).toMatch(
    /'toggle-time'\] \{[^}]*min-block-size: 2rem/,
  )
})
