// Takes the README's picture of the playground, and one of everything worth looking at, into
// `.cache/screenshots`: `pnpm screenshot`, or `pnpm screenshot checkout` for those whose names match.
import { mkdirSync, rmSync } from 'node:fs'
import { chromium, type Browser } from 'playwright'
import { build, preview } from 'vite'
import { Playground } from '../e2e/playground.ts'
import { engineLaunchOptions } from '../support/chromium.ts'
import { shots, sizes, type Shot } from './shots.ts'

const root = 'apps/playground'
const folder = '.cache/screenshots'
const wanted = new RegExp(process.argv[2] ?? '')

await build({ root, logLevel: 'error' })
const server = await preview({ root, preview: { host: '127.0.0.1', port: 0 } })
const browser = await chromium.launch(engineLaunchOptions)
const chosen = shots.filter(({ name }) => wanted.test(name))
if (process.argv.length === 2) rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
for (const shot of chosen) await take(browser, shot)
await browser.close()
await server.close()
console.log(`${chosen.length} pictures in ${folder}`)

async function take(on: Browser, shot: Shot): Promise<void> {
  const { name, link, size, scheme, forcedColors, isWhole, isForReadme, until } = shot
  const context = await on.newContext({
    baseURL: server.resolvedUrls?.local[0] ?? '',
    viewport: sizes[size],
    colorScheme: scheme,
    forcedColors,
    reducedMotion: 'reduce',
    locale: 'en-GB',
  })
  const page = await context.newPage()
  // A fixed time of day, so that only what changed changes the picture.
  await page.clock.setFixedTime(new Date('2026-11-23T09:41:00'))
  const playground = new Playground(page)
  if (link.includes('probes')) await page.goto(link)
  else await playground.open(link)
  await until(playground)
  await page.waitForLoadState('networkidle')
  if (isWhole) {
    // All of the page, without what always stands at its edge.
    await page.addStyleTag({ content: '.timeline, .handset { display: none !important }' })
  }
  const path = isForReadme ? `${root}/screenshot.png` : `${folder}/${name}.png`
  await page.screenshot({ path, fullPage: isWhole, animations: 'disabled' })
  await context.close()
}
