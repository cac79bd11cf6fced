// Every docs page, light and dark, on the narrowest phone and on a desktop.
import { expect, type Frame } from '@playwright/test'
import { docsPages, entries, test, type StorybookPage } from './storybook-page.ts'

const narrow = { width: 320, height: 640 }
const wide = { width: 1280, height: 800 }

/** The order that CONTRIBUTING.md asks for, after what it is. */
const order = [
  'Example',
  'Usage',
  'Parts',
  'Props',
  'Events',
  'Screens and steps',
  'Keyboard',
  'Attributes and custom properties',
  'Accessibility',
]

const hasOrder = /^(?:VerificationFlow|PhoneEntry|CodeInput|PhoneproofProvider|Hooks\/use)/

const widthOf = ({ page }: StorybookPage): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth)

const schemeOf = (frame: Frame): Promise<string> =>
  frame.evaluate(() => getComputedStyle(document.documentElement).colorScheme)

/** Storybook's own tables and buttons, and frames with stories, which are tested apart. */
const notOurs = ['.docblock-argstable', '.sb-bar', 'iframe']
const violations = (storybook: StorybookPage): Promise<string[]> =>
  storybook.violations('.sbdocs-content', notOurs)

for (const { id, title } of docsPages) {
  test(`${title} can be read`, async ({ storybook }) => {
    const { page } = storybook
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize(wide)
    await storybook.openDocs(id, { theme: 'light' })
    // A page that is opened is read from the top: nothing in it takes the focus.
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
    expect(await widthOf(storybook)).toBe(wide.width)
    expect(await violations(storybook)).toEqual([])
    const links = await page
      .locator('.sbdocs-content a[href^="?path="]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('href')?.split('/').at(-1)))
    expect(links.filter((target) => !entries.some((each) => each.id === target))).toEqual([])
    if (hasOrder.test(title)) {
      const headings = page.locator('.sbdocs-content h2:not([data-scope])')
      const found = await headings.allTextContents()
      expect(found).toEqual(order.filter((heading) => found.includes(heading)))
      expect(found).toContain('Usage')
    }

    await page.setViewportSize(narrow)
    await storybook.settle()
    expect(await widthOf(storybook)).toBe(narrow.width)

    await page.emulateMedia({ colorScheme: 'light' })
    await storybook.setGlobals({ theme: 'dark' })
    for (const frame of page.frames().slice(1))
      await expect.poll(() => schemeOf(frame)).toBe('dark')
    expect(await widthOf(storybook)).toBe(narrow.width)
    expect(await violations(storybook)).toEqual([])

    await page.setViewportSize(wide)
    await storybook.settle()
    expect(await widthOf(storybook)).toBe(wide.width)
    expect(storybook.takeProblems()).toEqual([])
  })
}
