import type { Page } from '@playwright/test'
import { chromiumLaunchOptions } from '../support/chromium.ts'
import { Playground, phone } from './playground.ts'
import { expectAccessible } from './support/axe.ts'
import { serveBuilt } from './support/static-server.ts'
import { expect, test } from './support/test.ts'

const logOf = (page: Page) => page.getByRole('region', { name: /What happened/ })

test('has one probe for each thing that only a phone shows, one at a time', async ({ page }) => {
  const playground = new Playground(page)
  await page.goto('./')
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('link', { name: 'Probes' }).click()
  const fields = {
    'Text message': ['Verification code'],
    'Caret and menu': ['Verification code'],
    Keyboards: ['Verification code'],
    'Password managers': ['Email', 'Phone number', 'Verification code'],
    'Address book': ['Full name', 'Email', 'Phone number'],
    'Screen readers': ['Verification code'],
  }
  for (const [name, labels] of Object.entries(fields)) {
    await page.getByRole('link', { name }).click()
    const probe = page.getByRole('article', { name })
    await expect(probe.getByRole('heading', { name: 'Do', exact: true })).toBeVisible()
    await expect(probe.getByRole('heading', { name: 'Look for' })).toBeVisible()
    for (const label of labels) {
      await expect(probe.getByRole('textbox', { name: label })).toBeVisible()
    }
    await expect(page.getByRole('textbox')).toHaveCount(labels.length)
    await expect(logOf(page)).toHaveText('Nothing yet.')
  }
  await page.reload()
  await expect(playground.heading('Screen readers')).toBeVisible()
})

test('logs what a keyboard sends and what the field makes of it, never a digit', async ({
  page,
}) => {
  const playground = new Playground(page)
  await page.goto('./?page=probes#keyboard')
  await playground.typeCode('907')
  await page.keyboard.press('Backspace')
  await playground.codeField.fill('907551')
  const log = logOf(page)
  await expect(log).toContainText('keydown “#” (one-time-code, 0 long, caret 0)')
  await expect(log).toContainText('beforeinput insertText “#”')
  await expect(log).toContainText('value: 3 digits (input-change)')
  await expect(log).toContainText('beforeinput deleteContentBackward')
  await expect(log).toContainText('complete (')
  expect(await log.textContent()).not.toMatch(/907|551/)
  expect(page.url()).not.toMatch(/907|551/)
  const stored = () => JSON.stringify([window.sessionStorage, window.localStorage])
  expect(await page.evaluate(stored)).not.toContain('907551')
  await playground.button('Clear').click()
  await expect(log).toHaveText('Nothing yet.')
})

test('keeps every digit however fast they are typed while it logs', async ({ page }) => {
  const playground = new Playground(page)
  await page.goto('./?page=probes#caret')
  await expect(playground.codeField).toHaveValue('482913')
  await playground.codeField.press('ControlOrMeta+a')
  await playground.typeCode('135790')
  await expect(playground.codeField).toHaveValue('135790')
})

test('says what the number field made of a filled-in number', async ({ page }) => {
  const playground = new Playground(page)
  await page.goto('./?page=probes#contact')
  await playground.phoneField.pressSequentially(phone)
  await expect(logOf(page)).toContainText('value: 13 long, ok, GB (input-change)')
  await expect(logOf(page)).not.toContainText('7400')
})

test('calls a code wrong for a screen reader to say', async ({ page }) => {
  const playground = new Playground(page)
  await page.goto('./?page=probes#screen-reader')
  await playground.button('Call the code wrong').click()
  await expect(playground.codeField).toHaveAccessibleDescription(/That code isn’t right/)
  await playground.button('Take the error away').click()
  await expect(playground.codeField).not.toHaveAttribute('aria-invalid', 'true')
})

const testOnPhone = test.extend({
  // Playwright reads what a fixture needs from this pattern, and refuses a plain parameter.
  // oxlint-disable-next-line no-empty-pattern
  baseURL: async ({}, provide) => {
    const { port, close } = await serveBuilt('/demos/phone/')
    await provide(`http://phone.test:${port}/demos/phone/`)
    close()
  },
})

testOnPhone.use({
  launchOptions: {
    ...chromiumLaunchOptions,
    args: [...(chromiumLaunchOptions.args ?? []), '--host-resolver-rules=MAP phone.test 127.0.0.1'],
  },
})

testOnPhone('works over plain http, under a path, and copies its log there', async ({ page }) => {
  const playground = new Playground(page)
  await page.goto('./?page=probes#contact')
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false)
  await playground.phoneField.pressSequentially(phone)
  await playground.button('Copy').click()
  await expect(playground.button('Copied')).toBeFocused()
  const name = page.getByRole('textbox', { name: 'Full name' })
  await name.press('ControlOrMeta+v')
  await expect(name).toHaveValue(/^Probe: Address book.*not secure.*ok, GB/)
})

// A setting changes the address, in which the probe is too.
test('keeps its probe and its log when a setting is changed, and takes language, direction and length', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const playground = new Playground(page)
  await page.goto('./?page=probes#keyboard')
  await playground.typeCode('90')
  await expect(logOf(page)).toContainText('value: 2 digits (input-change)')
  const drawer = await playground.drawer('Settings')
  await drawer.getByRole('radio', { name: 'Dark' }).check()
  await drawer.getByRole('radio', { name: '4', exact: true }).check()
  await expect(playground.heading('Keyboards')).toBeVisible()
  await expect(logOf(page)).toContainText('value: 2 digits (input-change)')
  await expect(page.getByText('Type four digits, slowly, then fast.')).toBeVisible()
  await drawer.getByRole('combobox', { name: 'Locale' }).selectOption('German')
  await drawer.getByRole('combobox', { name: 'Direction' }).selectOption('Right to left')
  const field = page.getByRole('textbox', { name: 'Bestätigungscode' })
  await field.fill('1234')
  await expect(logOf(page)).toContainText('complete (')
  expect(await page.locator('.probe-field [lang="de"]').getAttribute('dir')).toBe('rtl')
  // Nothing is sent here, so nothing about that can be chosen.
  for (const name of ['Workflow', 'Time until an answer']) {
    await expect(drawer.getByRole('combobox', { name })).toHaveCount(0)
  }
  await playground.button('Copy link').click()
  await expect(playground.button('Copied')).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toMatch(/\?page=probes&.*#keyboard$/)
})

for (const id of ['message', 'password-manager', 'screen-reader']) {
  test(`${id} has nothing that axe objects to, wide and narrow`, async ({ page }) => {
    const playground = new Playground(page)
    await page.goto(`./?page=probes#${id}`)
    await playground.typeCode('12')
    await expect(logOf(page)).toContainText('value: 2 digits')
    await expectAccessible(page)
    await page.setViewportSize({ width: 390, height: 844 })
    await expectAccessible(page)
  })
}
