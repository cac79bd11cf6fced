import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/**
 * Fails with what axe finds as the page is now, light and dark: all of it in the one it is in, in
 * the other what depends on colours. Only within `selector`, if one is given.
 */
export async function expectAccessible(page: Page, selector = 'html'): Promise<void> {
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await comeToRest(page)
  const { violations } = await axe(page, selector).analyze()
  await page.emulateMedia({ colorScheme: isDark ? 'light' : 'dark' })
  await comeToRest(page)
  const inColours = axe(page, selector).withRules(['color-contrast'])
  const { violations: faint } = await inColours.analyze()
  await page.emulateMedia({ colorScheme: isDark ? 'dark' : 'light' })
  const found = [...violations, ...faint].flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  )
  expect(found).toEqual([])
}

/** A colour on its way to another is none that anybody reads. */
const comeToRest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    for (const each of document.getAnimations()) {
      if (Number.isFinite(each.effect?.getComputedTiming().endTime)) each.finish()
    }
  })

/** There are no frames, for whose results it would open a page of its own. */
const axe = (page: Page, selector: string): AxeBuilder =>
  new AxeBuilder({ page }).include(selector).setLegacyMode()
