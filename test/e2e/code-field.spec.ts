import { chromium, type Page } from '@playwright/test'
import { chromiumLaunchOptions } from '../support/chromium.ts'
import { serveCodeField } from './support/code-field-page.ts'
import { expect, test as base } from './support/test.ts'

// The code field in server HTML, under a strict policy, without scripts, and beside other windows.

const test = base.extend<{ baseURL: string }>({
  // Playwright reads what a fixture needs from this pattern, and refuses a plain parameter.
  // oxlint-disable-next-line no-empty-pattern
  baseURL: async ({}, provide) => {
    const { origin, close } = await serveCodeField()
    await provide(origin)
    close()
  },
})

const field = (page: Page) => page.getByRole('textbox', { name: 'Verification code' })
const drawn = (page: Page) => page.locator('[data-part="slot"]').allTextContents()

const looks = (page: Page) =>
  field(page).evaluate((input) => {
    const { color, webkitTextFillColor, outlineStyle, caretColor } = getComputedStyle(input)
    return { color, webkitTextFillColor, outlineStyle, caretColor }
  })
const transparent = 'rgba(0, 0, 0, 0)'

for (const sheet of ['styles', 'structure']) {
  test.describe(`${sheet}.css`, () => {
    test('hydrates, draws and completes under a policy that allows nothing inline (CODE-22)', async ({
      page,
    }) => {
      await page.goto(`/${sheet}`)
      await expect(page.locator('html')).toHaveAttribute('data-hydrated')
      await field(page).focus()
      await page.keyboard.type('482913')
      expect((await drawn(page)).join('')).toBe('482913')
      expect((await looks(page)).webkitTextFillColor).toBe(transparent)
      await page.keyboard.press('Enter')
      await page.waitForURL('**/sent?code=482913')
    })

    test.describe('without scripts', () => {
      test.use({ javaScriptEnabled: false })

      test('is a plain field: what is typed is seen, with the focus and the caret, and sent (CODE-20)', async ({
        page,
      }) => {
        await page.goto(`/${sheet}`)
        await field(page).focus()
        await page.keyboard.type('482913')
        await expect(field(page)).toHaveValue('482913')
        const { color, webkitTextFillColor, outlineStyle, caretColor } = await looks(page)
        expect(outlineStyle).toBe('solid')
        for (const seen of [color, webkitTextFillColor, caretColor]) {
          expect(seen).not.toBe(transparent)
        }
        await expect(page.locator('[data-part="slot"]').first()).toBeHidden()
        await page.keyboard.press('Enter')
        await page.waitForURL('**/sent?code=482913')
      })
    })
  })
}

test('keeps the selection while another window is in front (CODE-2)', async ({ baseURL }) => {
  // Only a browser with windows takes the focus from a page.
  const browser = await chromium.launch(chromiumLaunchOptions)
  const context = await browser.newContext({ baseURL })
  const page = await context.newPage()
  await page.goto('/styles')
  await expect(page.locator('html')).toHaveAttribute('data-hydrated')
  await field(page).focus()
  await page.keyboard.type('482913')
  await page.keyboard.press('Home')
  // Playwright lets every page believe that it has the focus.
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: false })
  const other = await context.newPage()
  await other.bringToFront()
  await expect(page.locator('[data-focused]')).toHaveCount(0)
  await page.bringToFront()
  await expect(page.locator('[data-active]')).toHaveText('4')
  await page.keyboard.type('7')
  await expect(field(page)).toHaveValue('782913')
  await browser.close()
})
