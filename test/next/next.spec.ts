import { expect, test } from '@playwright/test'

test('a new Next.js app with the first sample of the README verifies a number, reloaded in the middle', async ({
  page,
  request,
}, { config }) => {
  const heard: string[] = []
  page.on('console', (message) => heard.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => heard.push(`uncaught: ${error.message}`))
  const service = String(config.metadata['service'])

  await page.goto('/')
  await page.getByRole('textbox', { name: 'Phone number' }).fill('+447400123456')
  await page.getByRole('button', { name: 'Send code' }).click()
  const field = page.getByRole('textbox', { name: 'Verification code' })
  await expect(field).toBeFocused()

  await page.reload()
  await expect(field).toBeVisible()
  await expect(page.getByRole('timer').first()).toContainText(/4:\d\d/)

  const answer = await request.get(`${service}/_simulator/code?phone=+447400123456`)
  const { code } = (await answer.json()) as { code: string }
  await field.fill(code)
  await expect(page.getByRole('heading', { name: 'Phone number verified' })).toBeVisible()
  // The one thing that the sample itself says.
  expect(heard).toEqual(['log: +447400123456 is verified'])
})

test('the server sends the field for the number before any script runs', async ({
  browser,
  baseURL,
}) => {
  const page = await browser.newPage({ javaScriptEnabled: false })
  await page.goto(String(baseURL))
  await expect(page.getByRole('textbox', { name: 'Phone number' })).toBeVisible()
})
