// Plays the demo, and makes the README's moving picture of it: `pnpm moving-picture`.
import { writeFileSync } from 'node:fs'
import { systemClock } from '@phoneproof/client'
import { expect } from '@playwright/test'
import { chromium, type Page } from 'playwright'
import sharp from 'sharp'
import { build, preview } from 'vite'
import { Playground } from '../e2e/playground.ts'
import { engineLaunchOptions } from '../support/chromium.ts'

const root = 'apps/playground'
const file = `${root}/demo.webp`
const width = 960
/** The end is looked at. */
const endMs = 4_000

interface Frame {
  readonly image: Buffer
  readonly at: number
}

await build({ root, logLevel: 'error' })
const server = await preview({ root, preview: { host: '127.0.0.1', port: 0 } })
const browser = await chromium.launch(engineLaunchOptions)
const page = await browser.newPage({
  baseURL: server.resolvedUrls?.local[0] ?? '',
  viewport: { width: 1280, height: 800 },
  colorScheme: 'light',
  locale: 'en-GB',
})
// A fixed time of day, so that only what changed changes the picture.
await page.clock.install({ time: new Date('2026-11-23T09:41:00') })
const frames = await film(page)
await browser.close()
await server.close()

const shown = frames.filter(({ image }, n) => n === 0 || !frames[n - 1]?.image.equals(image))
const small = shown.map(({ image }) => sharp(image).resize({ width }).png().toBuffer())
// Of each picture only what has changed is kept.
const picture = await sharp(await Promise.all(small), { join: { animated: true } })
  .webp({
    quality: 62,
    effort: 6,
    minSize: true,
    loop: 0,
    delay: shown.map(({ at }, n) => (shown[n + 1]?.at ?? at + endMs) - at),
  })
  .toBuffer()
writeFileSync(file, picture)
console.log(`${file}: ${shown.length} pictures, ${Math.round(picture.length / 1000)} kB`)

/** From the press on the button to the end of the demo, as fast as pictures can be taken. */
async function film(on: Page): Promise<Frame[]> {
  const taken: Frame[] = []
  const playground = new Playground(on)
  await on.goto('./')
  await expect(playground.phoneField).toBeVisible()
  await playground.button('Play the demo').click()
  const stop = playground.button('Stop the demo')
  let isPlaying = true
  while (isPlaying) {
    isPlaying = await stop.isVisible()
    taken.push({ image: await on.screenshot(), at: Math.round(systemClock.now()) })
  }
  // As it is once everything has come to rest.
  const last = await on.screenshot({ animations: 'disabled' })
  taken.push({ image: last, at: Math.round(systemClock.now()) })
  return taken
}
