import { Playground, held } from './playground.ts'
import { serveBuilt } from './support/static-server.ts'
import { expect, test } from './support/test.ts'

const testUnderSubPath = test.extend({
  // Playwright reads what a fixture needs from this pattern, and refuses a plain parameter.
  // oxlint-disable-next-line no-empty-pattern
  baseURL: async ({}, provide) => {
    const { port, close } = await serveBuilt('/demos/phone/')
    await provide(`http://127.0.0.1:${port}/demos/phone/`)
    close()
  },
})

testUnderSubPath('works as static files under a sub-path, worker and all', async ({ page }) => {
  const playground = new Playground(page)
  const missing: string[] = []
  page.on('response', (response) => {
    if (response.status() === 404) missing.push(response.url())
  })
  // By its file name, and in a language that is a file of its own.
  await page.goto(`index.html${held('?lang=de').slice(2)}`)
  await page.getByRole('textbox', { name: 'Telefonnummer' }).pressSequentially('07400 123456')
  await playground.button('Code senden').click()
  await expect(page.getByRole('textbox', { name: 'Bestätigungscode' })).toBeFocused()
  await page.keyboard.type(await playground.readCode())
  await expect(playground.heading('Telefonnummer bestätigt')).toBeVisible()
  await playground.inspect('Requests')
  await expect(page.getByText('Requests go through a service worker.')).toBeVisible()
  const worker = await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)
  expect(worker).toMatch(/\/demos\/phone\/mockServiceWorker\.js$/)
  expect(missing).toEqual([])
})
