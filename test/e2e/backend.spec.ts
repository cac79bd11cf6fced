import type { Page } from '@playwright/test'
import { Playground, phone } from './playground.ts'
import { expectAccessible } from './support/axe.ts'
import { expect, test } from './support/test.ts'

async function openWithBackend(page: Page): Promise<Playground> {
  const playground = new Playground(page)
  await playground.open('?backend=true')
  return playground
}

/** Enters a code that is not right, and not the one before. */
async function guess(playground: Playground, times: number): Promise<void> {
  let code = await playground.readCode()
  for (let count = 0; count < times; count += 1) {
    code = Playground.otherThan(code)
    await playground.codeField.fill('')
    await playground.typeCode(code)
    await expect(playground.codeField).toHaveAccessibleDescription(/isn’t right/)
  }
}

const openAgain = async (playground: Playground, name: 'Another tab' | 'Another person') =>
  (await playground.drawer('Settings')).getByRole('button', { name }).click()

test('verifies a number through a backend, and shows both legs of each request', async ({
  page,
}) => {
  const playground = new Playground(page)
  await playground.open()
  const scripts: string[] = []
  page.on('request', (request) => scripts.push(request.url()))
  const drawer = await playground.drawer('Settings')
  await drawer.getByRole('checkbox', { name: 'With a backend' }).check()
  await expect(playground.notice).toHaveText('Started again, with a backend.')
  await playground.sendCode()
  await guess(playground, 1)
  await playground.button(/^Fill code/).click()
  await expect(playground.heading('Phone number verified')).toBeVisible()
  expect(scripts.filter((url) => url.includes('open-backend'))).toHaveLength(1)

  const requests = await playground.inspect('Requests')
  // The newest is the first.
  for (const [index, text] of [
    /^PUT.*Backend to service/s,
    /^PUT.*Page to backend/s,
    /^PUT.*Backend to service/s,
    /^PUT.*Page to backend/s,
    /^POST.*Backend to service/s,
    /^POST.*Page to backend/s,
  ].entries()) {
    await expect(requests.getByRole('listitem').nth(index)).toHaveText(text)
  }
  await expectAccessible(page)
})

test('loads nothing of a backend for whoever does not switch it on', async ({ page }) => {
  const scripts: string[] = []
  page.on('request', (request) => scripts.push(request.url()))
  const playground = new Playground(page)
  await playground.open()
  await expect(page.locator('html[data-loaded]')).toBeAttached()
  expect(scripts.some((url) => url.includes('settings-panel'))).toBe(true)
  expect(scripts.filter((url) => url.includes('open-backend'))).toEqual([])
})

test('sends a number three codes in a quarter of an hour, whoever asks for the next', async ({
  page,
}) => {
  const playground = await openWithBackend(page)
  await playground.sendCode()
  for (const count of [2, 3]) {
    await playground.jumpTo('30 seconds')
    await playground.button('Send a new code').click()
    await expect(
      playground.button(count === 2 ? '1 older message' : '2 older messages'),
    ).toBeVisible()
  }
  await playground.jumpTo('30 seconds')
  await playground.button('Cancel').click()
  await expect(playground.phoneField).toBeVisible()
  await openAgain(playground, 'Another person')
  await playground.requestCode()
  await expect(page.getByText('Too many codes requested for this number.').first()).toBeVisible()
  await expect(playground.button('2 older messages')).toBeVisible()
})

test('remembers over a reload what it has allowed, and whose code it is', async ({ page }) => {
  const playground = await openWithBackend(page)
  await playground.sendCode()
  await guess(playground, 2)
  await expect(playground.codeField).toHaveAccessibleDescription(/3 attempts left/)
  await page.reload()
  await expect(playground.codeField).toBeVisible()
  await guess(playground, 1)
  await expect(playground.codeField).toHaveAccessibleDescription(/2 attempts left/)
  await playground.codeField.fill('')
  await playground.typeCode(await playground.readCode())
  await expect(playground.heading('Phone number verified')).toBeVisible()
})

test('gives another tab of the same person the running code, and another person none', async ({
  page,
}) => {
  const playground = await openWithBackend(page)
  await playground.sendCode()
  await openAgain(playground, 'Another tab')
  await playground.sendCode(phone)
  await expect(playground.handset.getByText(/PIN is/)).toHaveCount(1)
  await openAgain(playground, 'Another person')
  await expect(playground.notice).toHaveText('Opened once more, by another person.')
  await playground.requestCode(phone)
  await playground.play()
  await expect(playground.heading('You can’t get a new code yet')).toBeVisible()
  await expect(playground.handset.getByText(/PIN is/)).toHaveCount(1)
})

test('cancels later what was cancelled too early, and nobody is called, reloaded or not', async ({
  page,
}) => {
  const playground = await openWithBackend(page)
  for (const isReloaded of [false, true]) {
    await playground.startAgain()
    await playground.sendCode()
    await playground.button('Cancel').click()
    await expect(playground.phoneField).toBeVisible()
    if (isReloaded) await page.reload()
    await playground.jumpTo('30 seconds')
    await playground.jumpTo('the first call')
    await expect(playground.handset.getByText('Incoming call')).toHaveCount(0)
    const requests = await playground.inspect('Requests')
    await expect(requests.getByText('DELETE')).toHaveCount(isReloaded ? 1 : 2)
  }
})

test('forgets everything when it is started again', async ({ page }) => {
  const playground = await openWithBackend(page)
  for (let count = 0; count < 4; count += 1) {
    await playground.sendCode()
    await playground.startAgain()
  }
})

test('says so where it cannot be loaded, and goes on without one', async ({ page }) => {
  await page.route('**/open-backend-*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("gone")' }),
  )
  const playground = new Playground(page)
  await playground.open('?backend=true')
  await expect(playground.notice).toHaveText('The backend could not be loaded.')
  await playground.sendCode()
  expect(new URL(page.url()).searchParams.has('backend')).toBe(false)
})
