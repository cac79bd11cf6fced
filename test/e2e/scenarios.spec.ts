import { Playground, phone } from './playground.ts'
import { expect, test } from './support/test.ts'

/** Opens a shared link and presses *Send code*. */
async function startIn(playground: Playground, scenario: string): Promise<void> {
  await playground.page.goto(`./?scenario=${scenario}`)
  await playground.phoneField.pressSequentially(phone)
  await playground.button('Send code').click()
}

test('opens in the scenario of a shared link, and puts a chosen one into the address', async ({
  page,
}) => {
  await page.goto('./?scenario=service-down')
  const picker = page.getByRole('combobox', { name: 'Scenario' })
  await expect(picker).toHaveValue('service-down')
  await picker.selectOption('landline')
  await expect(page).toHaveURL(/\?scenario=landline$/)
  await picker.selectOption('happy-path')
  await expect(page).not.toHaveURL(/scenario/)
})

test('does not know whether a code was sent when the service is down', async ({ page }) => {
  const playground = new Playground(page)
  await startIn(playground, 'service-down')
  await expect(playground.heading('Was the code sent?')).toBeVisible()
  await expect(playground.button('Try again')).toBeFocused()
})

test('waits as long as a busy service says, and starts then', async ({ page }) => {
  const playground = new Playground(page)
  await startIn(playground, 'busy-with-retry-after')
  await expect(
    page.getByText(/We’re very busy right now\. You can try again in 0:(20|1\d)\./),
  ).toBeVisible()
  await expect(playground.button('Send code')).toHaveAttribute('aria-disabled', 'true')
  await page.getByText('60×').click()
  await expect(playground.button('Send code')).not.toHaveAttribute('aria-disabled')
  await playground.button('Send code').click()
  await expect(playground.codeField).toBeFocused()
})

test('explains a lost answer when the retry meets what it left behind', async ({ page }) => {
  const playground = new Playground(page)
  await startIn(playground, 'lost-start-answer')
  await expect(playground.heading('Was the code sent?')).toBeVisible()
  await playground.button('Try again').click()
  await expect(page.getByText(/we lost contact before we could link it to this page/)).toBeVisible()
})

test('locks after the third wrong code, and goes on with a new one', async ({ page }) => {
  const playground = new Playground(page)
  await page.goto('./?scenario=attempts-run-out')
  await playground.sendCode()
  const code = await playground.readCode()
  for (const wrong of ['111111', '222222', '333333'].filter((each) => each !== code)) {
    await playground.typeCode(wrong)
    await expect(playground.codeField).toHaveAccessibleDescription(/That code isn’t right/)
  }
  await playground.typeCode(code)
  await expect(playground.heading('This code is no longer valid')).toBeVisible()
  await playground.button('Send a new code').click()
  await expect(playground.codeField).toBeFocused()
})

test('keeps the code when a cancel is refused after the first call', async ({ page }) => {
  const playground = new Playground(page)
  await page.goto('./?scenario=cancel-refused-after-call')
  await playground.button('Pause').click()
  await playground.sendCode()
  const code = await playground.readCode()
  await playground.jumpTo('30 seconds')
  await playground.jumpTo('the first call')
  await playground.button('Cancel').click()
  await expect(
    page.getByText('This can’t be cancelled any more. Your code still works.').first(),
  ).toBeVisible()
  await playground.typeCode(code)
  await expect(playground.heading('Phone number verified')).toBeVisible()
})

test('takes a code that starts with a zero', async ({ page }) => {
  const playground = new Playground(page)
  await page.goto('./?scenario=leading-zero')
  await playground.sendCode()
  const code = await playground.readCode()
  expect(code).toMatch(/^0/)
  await playground.typeCode(code)
  await expect(playground.heading('Phone number verified')).toBeVisible()
})

test('moves time with the keys of the strip, forwards only', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open()
  await playground.sendCode()
  const playhead = page.getByRole('slider', { name: 'Time since the code was sent' })
  await playhead.focus()
  for (let n = 0; n < 5; n += 1) await page.keyboard.press('ArrowRight')
  await expect(page.getByText('Code valid for 4:55')).toBeVisible()
  await page.keyboard.press('Home')
  await expect(playhead).toHaveAttribute('aria-valuetext', '0:05')
  await page.keyboard.press('End')
  await expect(playground.heading('This code is no longer valid')).toBeVisible()
})
