// Takes the README's screenshot of the playground: `pnpm screenshot`.
import { chromium } from 'playwright'
import { build, preview } from 'vite'
import { chromiumLaunchOptions } from '../support/chromium.ts'

const root = 'apps/playground'
await build({ root, logLevel: 'warn' })
const server = await preview({ root, preview: { host: '127.0.0.1', port: 0 } })
const [url] = server.resolvedUrls?.local ?? []
if (url === undefined) throw new Error('The preview server has no address.')

const browser = await chromium.launch(chromiumLaunchOptions)
const page = await browser.newPage({
  viewport: { width: 1280, height: 900 },
  colorScheme: 'light',
  reducedMotion: 'reduce',
})
// A fixed time of day, so that only what changed changes the picture.
await page.clock.setFixedTime(new Date('2026-11-23T09:41:00'))
await page.goto(url)
await page.getByRole('button', { name: 'Pause' }).click()
await page.getByRole('textbox', { name: 'Phone number' }).pressSequentially('07400 123456')
await page.getByRole('button', { name: 'Send code' }).click()
await page.getByRole('button', { name: 'Jump to 30 seconds' }).click()
const code = page.getByRole('textbox', { name: 'Verification code' })
await code.pressSequentially('24')
await page.getByText('Code valid for 4:30').waitFor()
await page.screenshot({ path: `${root}/screenshot.png`, animations: 'disabled' })

await browser.close()
await server.close()
