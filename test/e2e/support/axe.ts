import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/**
 * Fails with what axe finds as the page is now, light and dark: all of it in the one it is in, in
 * the other what depends on colours. Only within `selector`, if one is given.
 */
export async function expectAccessible(page: Page, selector = 'html'): Promise<void> {
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  // A colour on its way to another is none that anybody reads.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const { violations } = await axe(page, selector).analyze()
  await page.emulateMedia({ colorScheme: isDark ? 'light' : 'dark' })
  const inColours = axe(page, selector).withRules(['color-contrast'])
  const { violations: faint } = await inColours.analyze()
  await page.emulateMedia({ colorScheme: isDark ? 'dark' : 'light' })
  const found = [...violations, ...faint].flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  )
  expect(found).toEqual([])
}

/** There are no frames, for whose results it would open a page of its own. */
const axe = (page: Page, selector: string): AxeBuilder =>
  new AxeBuilder({ page }).include(selector).setLegacyMode()
