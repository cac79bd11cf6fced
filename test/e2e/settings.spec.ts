import type { Page } from '@playwright/test'
import { Playground, phone } from './playground.ts'
import { expectAccessible } from './support/axe.ts'
import { expect, test } from './support/test.ts'

const everything =
  '?page=account&scenario=landline&digits=4&language=fr-fr&brand=Acme+2&workflow=5&theme=dark' +
  '&lang=fr-ca&dir=rtl&countdown=coarse&latency=300&offline=true&speed=10&paused=true'

/** Each setting, with what it shows when that link is opened. */
async function expectEverything(playground: Playground): Promise<void> {
  const { page } = playground
  await expect(playground.scenario).toHaveValue('landline')
  await expect(playground.heading('Account settings')).toBeVisible()
  await expect(playground.button('Play')).toBeVisible()
  const drawer = await playground.drawer('Settings')
  for (const chosen of ['4', 'Dark', 'Coarse']) {
    await expect(drawer.getByRole('radio', { name: chosen, exact: true })).toBeChecked()
  }
  await expect(page.getByRole('radio', { name: '10×' })).toBeChecked()
  const values = {
    Workflow: '5',
    'Language of text and call': 'fr-fr',
    'Locale of the page': 'fr-ca',
    Direction: 'rtl',
    'Time until an answer': '300',
  }
  for (const [name, value] of Object.entries(values)) {
    await expect(drawer.getByRole('combobox', { name })).toHaveValue(value)
  }
  await expect(drawer.getByRole('textbox', { name: 'Brand' })).toHaveValue('Acme 2')
  await expect(drawer.getByRole('checkbox', { name: 'Offline' })).toBeChecked()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
}

const parametersOf = (search: string) => Object.fromEntries(new URLSearchParams(search))
const chosenIn = (page: Page) => parametersOf(new URL(page.url()).search)

test('opens as a shared link says, and copies that very link', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const playground = new Playground(page)
  await page.goto(`./${everything}`)
  await expectEverything(playground)
  await playground.button('Copy link').click()
  await expect(playground.button('Copied')).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(new URL(copied).search).toBe(everything)
})

test('puts whatever is chosen into the address, and takes it out again', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open('?page=account')
  const drawer = await playground.drawer('Settings')
  await playground.scenario.selectOption('landline')
  for (const name of ['4', 'Dark', 'Coarse']) {
    await drawer.getByRole('radio', { name, exact: true }).check()
  }
  await drawer.getByRole('combobox', { name: 'Language of text' }).selectOption('French (France)')
  await drawer.getByRole('textbox', { name: 'Brand' }).fill('Acme 2')
  await drawer.getByRole('combobox', { name: 'Workflow' }).selectOption('5: text, call')
  await drawer.getByRole('combobox', { name: 'Locale' }).selectOption('Canadian French')
  await drawer.getByRole('combobox', { name: 'Direction' }).selectOption('Right to left')
  await drawer.getByRole('combobox', { name: 'Time until' }).selectOption('300 ms')
  await drawer.getByRole('checkbox', { name: 'Offline' }).check()
  await playground.setSpeed('10×')
  expect(chosenIn(page)).toEqual(parametersOf(everything))
  await drawer.getByRole('button', { name: 'Back to defaults' }).click()
  expect(chosenIn(page)).toEqual({
    page: 'account',
    scenario: 'landline',
    speed: '10',
    paused: 'true',
  })
  await expect(drawer.getByRole('textbox', { name: 'Brand' })).toHaveValue('')
  await playground.button('Play').click()
  expect(chosenIn(page)).not.toHaveProperty('paused')
})

test('keeps the settings when a person goes back to another page', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open()
  await page.getByRole('link', { name: 'Checkout' }).click()
  const drawer = await playground.drawer('Settings')
  await drawer.getByRole('radio', { name: 'Dark' }).check()
  await playground.scenario.selectOption('busy')
  await page.goBack()
  await expect(playground.heading('Open your savings account')).toBeVisible()
  await expect(drawer.getByRole('radio', { name: 'Dark' })).toBeChecked()
  await expect(playground.scenario).toHaveValue('busy')
  expect(chosenIn(page)).toEqual({ paused: 'true', theme: 'dark', scenario: 'busy' })
})

test('keeps the last brand that the service would take', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open()
  const drawer = await playground.drawer('Settings')
  const brand = drawer.getByRole('textbox', { name: 'Brand' })
  await brand.pressSequentially('Acme!')
  await expect(brand).toHaveAttribute('aria-invalid', 'true')
  expect(chosenIn(page)).toHaveProperty('brand', 'Acme')
  await expectAccessible(page)
  await brand.blur()
  await expect(brand).toHaveValue('Acme')
})

test('sends what was chosen: length, language, brand and workflow', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open('?digits=4&language=fr-fr&brand=Acme&workflow=6')
  await playground.sendCode()
  const text = playground.handset.getByText(/^Votre code PIN Acme est \d{4}$/)
  const code = /\d{4}/.exec((await text.textContent()) ?? '')?.[0] ?? ''
  await expect(page.getByText(/^Call/)).toHaveCount(0)
  await playground.typeCode(code)
  await expect(playground.heading('Phone number verified')).toBeVisible()
})

test('starts again, and says so, when a code that is under way cannot follow', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open()
  const drawer = await playground.drawer('Settings')
  await playground.phoneField.pressSequentially(phone)
  await drawer.getByRole('radio', { name: '4', exact: true }).check()
  await expect(playground.phoneField).toHaveValue(/7400 ?123456/)
  await playground.button('Send code').click()
  await expect(playground.codeField).toBeFocused()
  await drawer.getByRole('radio', { name: 'Coarse' }).check()
  await expect(playground.codeField).toBeVisible()
  await drawer.getByRole('radio', { name: '6', exact: true }).check()
  await expect(playground.notice).toHaveText(/^Started again: .* keeps its code length\.$/)
  await expect(playground.codeField).toHaveCount(0)
  await playground.sendCode()
  expect(await playground.readCode()).toHaveLength(6)
})

// The storage of a tab outlives the link that was open in it.
test('opens a link in a tab that was used as in a new one, and goes on with the same link', async ({
  page,
}) => {
  const playground = new Playground(page)
  await playground.open()
  await playground.sendCode()
  await playground.open('?theme=dark')
  await expect(playground.codeField).toBeVisible()
  await playground.open('?scenario=landline')
  await expect(playground.phoneField).toHaveValue('')
  await expect(playground.handset.getByText('No messages')).toBeVisible()
  await playground.sendCode()
  await expect(playground.handset.getByText(/PIN is/)).toHaveCount(0)
})

test('goes offline and comes back, with nothing sent in between', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open('?offline=true')
  await playground.requestCode()
  await expect(page.getByText(/You’re offline. Nothing was sent./).first()).toBeVisible()
  const offline = (await playground.drawer('Settings')).getByRole('checkbox', { name: 'Offline' })
  await offline.uncheck()
  await expect(playground.codeField).toHaveCount(0)
  await playground.button('Send code').click()
  await expect(playground.codeField).toBeFocused()
})

test('cuts what is under way when it goes offline', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open('?latency=20000')
  await playground.requestCode()
  await expect(playground.button('Sending code…')).toBeVisible()
  const offline = (await playground.drawer('Settings')).getByRole('checkbox', { name: 'Offline' })
  await offline.check()
  await expect(playground.heading('Was the code sent?')).toBeVisible()
})

test('holds answers back as long as was chosen, on simulated time', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open('?latency=20000&speed=60')
  await playground.requestCode()
  const requests = await playground.inspect('Requests')
  await expect(requests.getByRole('listitem')).toHaveCount(1)
  await expect(playground.codeField).toHaveCount(0)
  await playground.button('Play').click()
  await expect(playground.codeField).toBeVisible()
  await expect(requests).toContainText(/took 2\d(?:\.\d+)? s/)
})

test('says everything in the language that is chosen, and turns to its direction', async ({
  page,
}) => {
  const playground = new Playground(page)
  await playground.open('?lang=de')
  const flow = page.locator('[data-scope="verification-flow"][data-part="root"]')
  await expect(playground.heading('Telefonnummer bestätigen')).toBeVisible()
  await expect(flow).toHaveAttribute('lang', 'de')
  await page.getByRole('button', { name: /Land ändern/ }).click()
  await expect(page.getByRole('option', { name: 'Vereinigtes Königreich' })).toBeAttached()
  await page.keyboard.press('Escape')
  const drawer = await playground.drawer('Settings')
  await drawer.getByRole('combobox', { name: 'Locale' }).selectOption('Brazilian Portuguese')
  await expect(playground.heading('Verifique seu número de telefone')).toBeVisible()
  const direction = () => flow.evaluate((node) => getComputedStyle(node).direction)
  expect(await direction()).toBe('ltr')
  await drawer.getByRole('combobox', { name: 'Direction' }).selectOption('Right to left')
  expect(await direction()).toBe('rtl')
  await drawer.getByRole('combobox', { name: 'Locale' }).selectOption('English')
  await expect(playground.heading('Verify your phone number')).toBeVisible()
  await expectAccessible(page)
})

test('counts down as precisely as is chosen', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open()
  await playground.sendCode()
  await playground.jumpTo('30 seconds')
  await expect(page.getByText('Code valid for 4:30')).toBeVisible()
  const drawer = await playground.drawer('Settings')
  await drawer.getByRole('radio', { name: 'Coarse' }).check()
  await expect(page.getByText('Code valid for 5 min')).toBeVisible()
  await drawer.getByRole('radio', { name: 'Hidden' }).check()
  await expect(page.getByText(/Code valid for/)).toHaveCount(0)
})

test('has the theme that was chosen from the first paint, and follows the system until then', async ({
  page,
}) => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  // Nothing but the page itself.
  await page.route('**/assets/index-*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: '' }),
  )
  await page.goto('./?theme=dark')
  const dark = await background()
  await page.goto('./')
  const light = await background()
  expect(light).not.toBe(dark)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await background()).toBe(dark)
  await page.unroute('**/assets/index-*.js')

  const playground = new Playground(page)
  await playground.open()
  const drawer = await playground.drawer('Settings')
  await drawer.getByRole('radio', { name: 'Light' }).check()
  await expect.poll(background).toBe(light)
  await drawer.getByRole('radio', { name: 'System' }).check()
  await expect.poll(background).toBe(dark)
})
