import { expect, test } from '@playwright/test'

const phone = 'http://127.0.0.1:4010/_simulator'

test('takes the code of the text message', async ({ page, request }) => {
  await request.post(`${phone}/reset`, { data: { scenario: 'happy-path' } })
  await page.goto('/sign-up')
  await page.getByLabel('Phone number').fill('+447400123456')
  await page.getByRole('button', { name: 'Send code' }).click()
  await page.getByLabel('Verification code').waitFor()
  const answer = await request.get(`${phone}/code?phone=447400123456`)
  const { code } = (await answer.json()) as { code: string }
  await page.getByLabel('Verification code').fill(code)
  await expect(page.getByRole('heading', { name: 'Phone number verified' })).toBeVisible()
})
