import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { Playground } from './playground.ts'
import { expect, test as base } from './support/test.ts'

const root = resolve(import.meta.dirname, '../..')
const command = ['--conditions=@phoneproof/source', 'apps/playground/server/dev-server.ts']

/** What `pnpm dev:server` runs, on a free port and a database of its own. */
async function startDevServer(file: string): Promise<{ url: string; close: () => void }> {
  const server = spawn(process.execPath, [...command, file], {
    cwd: root,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: server.stdout })) {
    const url = /^Page +(\S+)$/.exec(line)?.[1]
    if (url !== undefined) return { url, close: () => void server.kill() }
  }
  throw new Error('The dev server ended before it said where the page is.')
}

const test = base.extend({
  // Playwright reads what a fixture needs from this pattern, and refuses a plain parameter.
  // oxlint-disable-next-line no-empty-pattern
  baseURL: async ({}, provide, info) => {
    const file = info.outputPath('verify.sqlite')
    rmSync(file, { force: true })
    const { url, close } = await startDevServer(file)
    await provide(url)
    close()
  },
})

const status = (page: Page, path: string): Promise<number> =>
  page.evaluate(async (to) => (await fetch(to)).status, path)

test('verifies a number through Node, SQLite and the sandbox, reloaded in the middle and called', async ({
  page,
  request,
}) => {
  const playground = new Playground(page)
  await playground.open()
  await playground.sendCode()
  await playground.jumpTo('30 seconds')
  await playground.jumpTo('the first call')
  await playground.button('Decline').click()
  await page.reload()
  await expect(playground.codeField).toBeVisible()
  await playground.typeCode(Playground.otherThan(await playground.readCode()))
  await expect(playground.codeField).toHaveAccessibleDescription(/isn’t right/)
  expect(await status(page, '/api/v2/verify/current')).toBe(200)
  await playground.button(/^Fill code/).click()
  await expect(playground.heading('Phone number verified')).toBeVisible()
  const requests = await playground.inspect('Requests')
  await expect(requests.getByText('Backend to service')).toHaveCount(3)

  await playground.startAgain()
  await expect(playground.handset.getByText('No messages')).toBeVisible()
  expect(await status(page, '/api/v2/verify/current')).toBe(204)
  await playground.sendCode()

  // Codes are for its own page only.
  expect((await request.get('./_playground')).status()).toBe(403)
})

test('plays no demo because of a link, and says how to', async ({ page }) => {
  const playground = new Playground(page)
  await page.goto('./?play=happy-path&paused=true')
  await expect(playground.notice).toHaveText(/a link plays nothing\. Press Play the demo\./)
  await expect(page.getByRole('complementary', { name: 'Demo' })).toHaveCount(0)
  await expect(playground.phoneField).toHaveValue('')
})
