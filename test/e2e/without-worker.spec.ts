import { chromiumLaunchOptions } from '../support/chromium.ts'
import { Playground, otherPhone, phone } from './playground.ts'
import { expectAccessible } from './support/axe.ts'
import { serveBuilt } from './support/static-server.ts'
import { expect, test } from './support/test.ts'

/** As on the network of an office: http, and a name that is not localhost. */
const host = 'phone.test'

const testOnPlainHttp = test.extend({
  // Playwright reads what a fixture needs from this pattern, and refuses a plain parameter.
  // oxlint-disable-next-line no-empty-pattern
  baseURL: async ({}, provide) => {
    const { port, close } = await serveBuilt('/')
    await provide(`http://${host}:${port}/`)
    close()
  },
})

testOnPlainHttp.use({
  launchOptions: {
    ...chromiumLaunchOptions,
    args: [...(chromiumLaunchOptions.args ?? []), `--host-resolver-rules=MAP ${host} 127.0.0.1`],
  },
})

testOnPlainHttp(
  'works without a service worker, and no request leaves the page',
  async ({ page }) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    const playground = new Playground(page)
    await playground.open()
    expect(await page.evaluate(() => window.isSecureContext)).toBe(false)
    await playground.sendCode()
    await playground.typeCode(await playground.readCode())
    await expect(playground.heading('Phone number verified')).toBeVisible()
    expect(asked).toContain('/')
    expect(asked.filter((path) => path.includes('/verify'))).toEqual([])
    const requests = await playground.inspect('Requests')
    await expect(requests.getByRole('listitem')).toHaveCount(2)
    await expect(page.getByText('Requests go through a fetch of the simulation.')).toBeVisible()
  },
)

testOnPlainHttp('says why, and what one can do, until it is dismissed', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open()
  const notice = page.getByRole('complementary', { name: 'About this page' })
  await expect(notice).toContainText('The demo works all the same')
  await notice.getByText('Why, and what to do').click()
  await expect(notice).toContainText(`this is ${new URL(page.url()).origin}`)
  await expect(notice).toContainText('serve the page over https')
  await expectAccessible(page)
  await notice.getByRole('button', { name: 'Dismiss' }).click()
  await expect(notice).toHaveCount(0)
  await page.reload()
  await expect(playground.phoneField).toBeVisible()
  await expect(notice).toHaveCount(0)
})

testOnPlainHttp('has a backend as well', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open('?backend=true')
  await playground.sendCode()
  await playground.typeCode(await playground.readCode())
  await expect(playground.heading('Phone number verified')).toBeVisible()
  const requests = await playground.inspect('Requests')
  await expect(requests.getByText('Page to backend')).toHaveCount(2)
})

test('says so too where the browser refuses a worker on a secure page', async ({ page }) => {
  await page.addInitScript(() => {
    ServiceWorkerContainer.prototype.register = () =>
      Promise.reject(new DOMException('refused', 'SecurityError'))
  })
  const playground = new Playground(page)
  await playground.open()
  await page.getByText('Why, and what to do').click()
  await expect(page.getByText(/The browser refused it/)).toBeVisible()
  await playground.sendCode()
  await expect(playground.codeField).toBeFocused()
})

test('says nothing of it where there is a worker, and shows requests to the browser', async ({
  page,
}) => {
  const playground = new Playground(page)
  await playground.open()
  const sent = page.waitForRequest('**/api/v2/verify')
  await playground.sendCode()
  expect((await sent).method()).toBe('POST')
  await expect(page.getByRole('complementary', { name: 'About this page' })).toHaveCount(0)
})

test('works where storage is blocked, until it is reloaded', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['sessionStorage', 'localStorage']) {
      Object.defineProperty(window, name, {
        configurable: true,
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError')
        },
      })
    }
  })
  const playground = new Playground(page)
  await playground.open()
  await playground.sendCode()
  const storage = await playground.inspect('Storage')
  await expect(storage).toContainText('in memory: this browser blocks storage')
  await playground.codeField.focus()
  await playground.typeCode(await playground.readCode())
  await expect(playground.heading('Phone number verified')).toBeVisible()
  await page.reload()
  await expect(playground.phoneField).toHaveValue('')
})

test('says nothing of a worker that another tab has brought and that cannot be updated', async ({
  context,
}) => {
  await context.addInitScript(() => {
    // A page that is still empty has none.
    if (!window.isSecureContext) return
    ServiceWorkerRegistration.prototype.update = () => Promise.reject(new TypeError('Not found'))
  })
  const first = new Playground(await context.newPage())
  await first.open()
  await first.sendCode()
  const second = new Playground(await context.newPage())
  await second.open()
  await second.sendCode(otherPhone)
  await expect(second.codeField).toBeFocused()
})

// Here because no test can reach what a service worker asks for.
testOnPlainHttp(
  'offers the list of the platform when the list of countries cannot be loaded',
  async ({ page }) => {
    await page.route('**/country-list-*.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("gone")' }),
    )
    const playground = new Playground(page)
    await playground.open()
    await playground.phoneField.pressSequentially(phone)
    await playground.button(/change country/).click()
    const list = page.getByRole('combobox', { name: 'Country' })
    await expect(list.locator('option:checked')).toHaveText('United Kingdom (+44)')
    await list.selectOption({ label: 'France (+33)' })
    await expect(list.locator('option:checked')).toHaveText('France (+33)')
    await expect(playground.phoneField).toHaveValue(/74/)
  },
)
