import { readFile } from 'node:fs/promises'
import { Playground, phone } from './playground.ts'
import { expectAccessible } from './support/axe.ts'
import { expect, test } from './support/test.ts'

const pages = ['sign-up', 'checkout', 'account'] as const
const e164 = '+447400123456'

/** On each page, what leads to its flow. */
async function showFlow(playground: Playground, page: (typeof pages)[number]): Promise<void> {
  if (page === 'checkout') await playground.button('Pay £62.00').click()
  if (page === 'account') await playground.button('Change phone number').click()
}

test('goes from page to page by links, each with an address and a world of its own', async ({
  page,
}) => {
  const playground = new Playground(page)
  await playground.open()
  const nav = page.getByRole('navigation', { name: 'Pages' })
  await expect(nav.getByRole('link', { name: 'Sign-up' })).toHaveAttribute('aria-current', 'page')
  await playground.sendCode()
  await nav.getByRole('link', { name: 'Checkout' }).click()
  await expect(page).toHaveURL(/page=checkout$/)
  await expect(playground.heading('Your bag')).toBeVisible()
  await expect(playground.handset.getByText(/PIN is/)).toHaveCount(0)
  await nav.getByRole('link', { name: 'Account' }).click()
  await playground.button('Change phone number').click()
  await playground.sendCode()
  await expect(playground.handset.getByText(/Your Northlight PIN is/)).toBeVisible()
  await page.goBack()
  await expect(playground.heading('Your bag')).toBeVisible()
  await page.reload()
  await expect(playground.heading('Your bag')).toBeVisible()
  await nav.getByRole('link', { name: 'Sign-up' }).click()
  await expect(page).not.toHaveURL(/page=/)
})

test('opens an account only once the number is verified', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open()
  await playground.button('Open account').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Verify your phone number first.')).toBeVisible()
  await playground.sendCode()
  await playground.button(/^Fill code/).click()
  await expect(playground.heading('Phone number verified')).toBeVisible()
  await playground.button('Open account').click()
  await expect(playground.heading('Welcome aboard')).toBeFocused()
  await expect(page.getByText(`We’ll use ${e164}`)).toBeVisible()
})

test('verifies a number in a dialog before a shop is paid', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open('?page=checkout')
  await playground.button('Pay £62.00').click()
  const dialog = page.getByRole('dialog', { name: 'Before you pay £62.00' })
  await playground.sendCode()
  await playground.ring()
  await expect(dialog.getByText(/^Calling .* now/)).toBeVisible()
  await playground.button('Decline').click()
  await playground.button(/^Fill code/).click()
  await expect(playground.heading('Phone number verified')).toBeVisible()
  await dialog.getByRole('button', { name: 'Pay £62.00' }).click()
  await expect(playground.heading('Thank you, it’s on its way')).toBeFocused()
  await expect(page.getByText(`We’ll text ${e164}`)).toBeVisible()
})

test('pays with the keyboard alone, by way of a dialog that Escape closes and the code outlives', async ({
  page,
}) => {
  const playground = new Playground(page)
  await playground.open('?page=checkout')
  const pay = playground.button('Pay £62.00')
  await playground.button('More').focus()
  await page.keyboard.press('Tab')
  await expect(pay).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(playground.phoneField).toBeFocused()
  await page.keyboard.type(phone)
  await page.keyboard.press('Enter')
  await expect(playground.codeField).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(pay).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(playground.codeField).toBeFocused()
  await page.keyboard.type(await playground.readCode())
  await expect(playground.heading('Phone number verified')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('dialog').getByRole('button', { name: /^Pay/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(playground.heading('Thank you, it’s on its way')).toBeFocused()
})

test('changes the number of an account in place and with the keyboard alone', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open('?page=account')
  const change = playground.button('Change phone number')
  const shown = page.getByRole('definition').last()
  await expect(shown).toContainText('+447700900123')
  await playground.button('More').focus()
  await page.keyboard.press('Tab')
  await expect(change).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(playground.phoneField).toBeFocused()
  await page.keyboard.type(phone)
  await page.keyboard.press('Enter')
  await expect(playground.codeField).toBeFocused()
  await expect(shown).toContainText('+447700900123')
  await page.keyboard.type(await playground.readCode())
  await expect(playground.heading('Phone number verified')).toBeFocused()
  await expect(shown).toContainText(e164)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(change).toBeFocused()
  await expect(playground.heading('Phone number verified')).toHaveCount(0)
})

// Nobody is to be called about a number that stays as it was.
test('cancels the code of a number that is not taken after all, before it rings', async ({
  page,
}) => {
  const playground = new Playground(page)
  await playground.open('?page=account')
  const change = playground.button('Change phone number')
  await change.click()
  await playground.sendCode()
  await playground.button('Keep the current number').click()
  await expect(change).toBeFocused()
  await playground.playhead.focus()
  await playground.expire()
  await expect(playground.handset.getByText(/call/i)).toHaveCount(0)
  const requests = await playground.inspect('Requests')
  await expect(requests.getByRole('listitem').first()).toContainText('DELETE')
})

test('stops the phone that rings when its number is not taken after all', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open('?page=account')
  await playground.button('Change phone number').click()
  await playground.sendCode()
  await playground.ring()
  await playground.button('Keep the current number').click()
  await expect(playground.handset.getByText('Incoming call')).toHaveCount(0)
  await expect(playground.handset.getByText('Missed call')).toBeVisible()
})

test('starts a page again on request, and the same number can be used at once', async ({
  page,
}) => {
  const playground = new Playground(page)
  await playground.open()
  await playground.sendCode()
  await playground.startAgain()
  await expect(playground.notice).toHaveText('Started again.')
  await page.reload()
  await expect(playground.phoneField).toBeVisible()
  await playground.sendCode()
  await playground.typeCode(await playground.readCode())
  await expect(playground.heading('Phone number verified')).toBeVisible()
})

for (const name of pages) {
  test(`shows the files of ${name} as they are, and copies them`, async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const playground = new Playground(page)
    await playground.open(`?page=${name}`)
    const drawer = await playground.drawer('Source')
    for (const file of [`${name}.tsx`, `${name}.css`]) {
      const written = new URL(`../../apps/playground/src/host-pages/${file}`, import.meta.url)
      const text = await readFile(written, 'utf8')
      await drawer.getByRole('radio', { name: file }).check()
      expect(await drawer.getByRole('region', { name: file }).textContent()).toBe(text)
      await drawer.getByRole('button', { name: 'Copy' }).click()
      await expect(drawer.getByRole('button', { name: 'Copied' })).toBeVisible()
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text)
    }
    // The app around them follows the settings.
    await drawer.getByRole('radio', { name: 'app.tsx' }).check()
    const app = drawer.getByRole('region', { name: 'app.tsx' })
    await expect(app).toContainText("createVerifyClient({ baseUrl: '/api/v2' })")
    await expect(app).not.toContainText('codeLength')
    await (await playground.drawer('Settings')).getByRole('radio', { name: '4' }).check()
    await expect(app).toContainText('codeLength: 4')
    await app.press('Escape')
    await expect(drawer).toHaveCount(0)
    await expect(playground.button('Source')).toBeFocused()
  })

  test(`${name} has nothing that axe objects to, wide and narrow, and nor has its source`, async ({
    page,
  }) => {
    const playground = new Playground(page)
    await playground.open(`?page=${name}`)
    await showFlow(playground, name)
    await playground.phoneField.pressSequentially(phone)
    await expectAccessible(page)
    await playground.button('Send code').click()
    await expect(playground.codeField).toBeFocused()
    await page.setViewportSize({ width: 390, height: 844 })
    await expectAccessible(page)
    await playground.drawer('Source')
    await expectAccessible(page)
  })
}

test('has nothing that axe objects to when it is mirrored, verified, expired or blocked', async ({
  page,
}) => {
  const playground = new Playground(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await playground.open('?dir=rtl')
  await playground.sendCode()
  await expectAccessible(page)
  await playground.expire()
  await expect(playground.heading('This code is no longer valid')).toBeVisible()
  await expectAccessible(page)
  await playground.button('Send a new code').click()
  await expect(playground.codeField).toBeFocused()
  await playground.typeCode(await playground.readCode())
  await expect(playground.heading('Phone number verified')).toBeVisible()
  await expectAccessible(page)
  await playground.scenario.selectOption('pending-elsewhere')
  await playground.startAgain()
  await playground.requestCode()
  await playground.play()
  await expect(playground.heading('You can’t get a new code yet')).toBeVisible()
  await playground.hold()
  await expectAccessible(page)
})
