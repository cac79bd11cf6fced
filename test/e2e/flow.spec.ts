import { Playground, otherPhone, phone } from './playground.ts'
import { expect, test } from './support/test.ts'

test('verifies a number with the keyboard alone', async ({ page }) => {
  const playground = new Playground(page)
  await page.goto('./')
  await page.getByRole('textbox', { name: 'Email' }).focus()
  await page.keyboard.press('Tab')
  await expect(page.locator(':focus')).toHaveAccessibleName(/country/i)
  await page.keyboard.press('Tab')
  await expect(playground.phoneField).toBeFocused()
  await page.keyboard.type(phone)
  await page.keyboard.press('Enter')
  await expect(playground.codeField).toBeFocused()
  await page.keyboard.type(await playground.readCode())
  await expect(playground.heading('Phone number verified')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(playground.button('Open account')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(playground.heading('Welcome aboard')).toBeVisible()
})

test('says that a code is wrong, keeps its digits selected, and takes the right one then', async ({
  page,
}) => {
  const playground = new Playground(page)
  await playground.open()
  await playground.sendCode()
  const code = await playground.readCode()
  const wrong = Playground.otherThan(code)
  await playground.typeCode(wrong)
  await expect(playground.codeField).toHaveAccessibleDescription(/That code isn’t right/)
  await expect(playground.codeField).toHaveValue(wrong)
  await expect(playground.codeField).toBeFocused()
  await playground.typeCode(code)
  await expect(playground.heading('Phone number verified')).toBeFocused()
})

test('calls at 60 and at 120 seconds, and says so on both phones', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open()
  await playground.sendCode()
  const code = await playground.readCode()
  await playground.jumpTo('30 seconds')
  await playground.jumpTo('the first call')
  await expect(page.getByText(/^Calling .* now/)).toBeVisible()
  await playground.button('Accept').click()
  await expect(playground.handset).toContainText(code.split('').join(', '))
  await playground.button('Hang up').click()
  await playground.jumpTo('the second call')
  await expect(playground.handset.getByText('Incoming call')).toBeVisible()
  await playground.typeCode(code)
  await expect(playground.heading('Phone number verified')).toBeVisible()
})

test('ends a code at 300 seconds and sends a new one after it (A11Y-1)', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open()
  await playground.sendCode()
  for (const mark of ['30 seconds', 'the first call', 'the second call', 'the expiry']) {
    await playground.jumpTo(mark)
  }
  await expect(playground.heading('This code is no longer valid')).toBeVisible()
  await expect(playground.button('Send a new code')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(playground.codeField).toBeFocused()
  await playground.typeCode(await playground.readCode())
  await expect(playground.heading('Phone number verified')).toBeVisible()
})

test('refuses to cancel before 30 seconds, with the reason, and does it after (E-5)', async ({
  page,
}) => {
  const playground = new Playground(page)
  await playground.open()
  await playground.sendCode()
  const cancel = playground.button('Cancel')
  await expect(cancel).toHaveAttribute('aria-disabled', 'true')
  await expect(cancel).toHaveAccessibleDescription('You can cancel or get a new code in 0:30')
  await cancel.focus()
  await page.keyboard.press('Enter')
  await expect(playground.codeField).toBeVisible()
  await playground.jumpTo('30 seconds')
  await expect(cancel).not.toHaveAttribute('aria-disabled')
  await cancel.click()
  await expect(playground.flowNotice).toHaveText(
    'Verification cancelled. The code no longer works.',
  )
  await expect(playground.phoneField).toBeFocused()
  await expect(playground.phoneField).toHaveValue(/7400 123456/)
})

test('sends a new code after 30 seconds, and the old one no longer works (E-7, A11Y-19)', async ({
  page,
}) => {
  const playground = new Playground(page)
  await playground.open()
  await playground.sendCode()
  const first = await playground.readCode()
  await playground.jumpTo('30 seconds')
  await playground.button('Send a new code').click()
  await expect(page.getByText('The previous one no longer works.').first()).toBeVisible()
  await expect(playground.codeField).toBeFocused()
  const second = await playground.readCode()
  expect(second).not.toBe(first)
  await playground.typeCode(first)
  await expect(playground.codeField).toHaveAccessibleDescription(/That code isn’t right/)
  await playground.typeCode(second)
  await expect(playground.heading('Phone number verified')).toBeVisible()
})

test('changes the number at any time, and goes back to a running code (E-4, A11Y-8)', async ({
  page,
}) => {
  const playground = new Playground(page)
  await playground.open()
  await playground.sendCode()
  await playground.button('Change number').click()
  await expect(playground.phoneField).toBeFocused()
  await playground.button(/^Keep using/).click()
  await expect(playground.codeField).toBeFocused()
  await playground.button('Change number').click()
  await playground.sendCode(otherPhone)
  await expect(page.getByText(/We sent a code to .*654321/).first()).toBeVisible()
  await playground.typeCode(await playground.readCode())
  await expect(playground.heading('Phone number verified')).toBeVisible()
})

test('explains a number that is busy elsewhere, and starts when it is free (E-3)', async ({
  page,
}) => {
  const playground = new Playground(page)
  await playground.open()
  await playground.inspect('Requests')
  await expect(page.getByText('Requests go through a service worker.')).toBeVisible()
  await playground.button('Close').click()
  // Somebody else's page starts a verification of the same number.
  await page.evaluate(() =>
    fetch('api/v2/verify', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ phone: '447400123456', brand: 'Tidewater', codeLength: 6 }),
    }),
  )
  await playground.phoneField.pressSequentially(phone)
  // The page asks its other tabs first, and gives them 250 ms.
  await playground.button('Play').click()
  await playground.button('Send code').click()
  await expect(playground.heading('You can’t get a new code yet')).toBeVisible()
  await expect(page.getByText(/Try again in 0:\d\d; it ends within (5:00|4:5\d)/)).toBeVisible()
  await expect(playground.codeField).toHaveCount(0)
  const retry = playground.button('Try again')
  await expect(retry).toBeFocused()
  await playground.button('Pause').click()
  await expect(retry).toHaveAttribute('aria-disabled', 'true')
  await playground.expire()
  await expect(retry).not.toHaveAttribute('aria-disabled')
  await retry.click()
  await expect(playground.codeField).toBeFocused()
})

test('is where it was after a reload, without another request (E-10, A11Y-8)', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open()
  await playground.sendCode()
  const code = await playground.readCode()
  await playground.jumpTo('30 seconds')
  await page.reload()
  await expect(playground.codeField).toBeVisible()
  await expect(page.getByText('Code valid for 4:30')).toBeVisible()
  await playground.inspect('Requests')
  await expect(page.getByText('Since the page was loaded')).toBeVisible()
  await expect(page.getByText('Nothing has been sent yet.')).toBeVisible()
  await playground.button('Close').click()
  await playground.codeField.focus()
  await playground.typeCode(code)
  await expect(playground.heading('Phone number verified')).toBeVisible()
})
