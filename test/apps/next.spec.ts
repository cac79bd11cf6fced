import { expect, test } from '@playwright/test'

test('the server sends the field for the number before any script runs', async ({
  browser,
  baseURL,
}) => {
  const page = await browser.newPage({ javaScriptEnabled: false })
  await page.goto(String(baseURL))
  await expect(page.getByRole('textbox', { name: 'Phone number' })).toBeVisible()
})
