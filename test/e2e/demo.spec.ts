import type { Page } from '@playwright/test'
import { Playground, held } from './playground.ts'
import { expectAccessible } from './support/axe.ts'
import { expect, test } from './support/test.ts'

const verified = 'Phone number verified'

test('plays from the number to the verified phone by itself, in less than a minute', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  const captions = await keepCaptions(page)
  const playground = new Playground(page)
  await playground.open('?speed=10')
  await playground.button('Play the demo').click()
  const demo = page.getByRole('complementary', { name: 'Demo' })
  await expect(page.locator('.demo-pointer')).toBeVisible()
  await expect(playground.heading(verified)).toBeVisible()
  await expect(demo).toContainText(/Verified after [1-4]?\d seconds/)
  expect(await captions()).toEqual(
    expect.arrayContaining([
      'Somebody signs up, and types a phone number.',
      'The text message arrives.',
      'One wrong digit: the field says so, and keeps the rest.',
      'The right one.',
    ]),
  )
  await expect(page.locator('.demo-pointer')).toHaveCount(0)
  await expect(playground.handset.getByText('Used')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Receipt' })).toContainText('2 calls')
  await expectAccessible(page)
  await demo.getByRole('button', { name: 'Close' }).click()
  await expect(demo).toHaveCount(0)
})

test('plays the call, and types the digits as they are heard', async ({ page }) => {
  const playground = new Playground(page)
  await page.goto('./?play=call&speed=10')
  await expect(playground.handset.getByText('On the phone')).toBeVisible()
  await expect(playground.heading(verified)).toBeVisible()
  await expect(playground.handset.getByText('Answered call')).toBeVisible()
})

test('plays the abandoned number, whose code is cancelled', async ({ page }) => {
  const playground = new Playground(page)
  await page.goto('./?play=abandoned-number&speed=10')
  await expect(playground.heading(verified)).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'Demo' })).toContainText(
    'Cancelled: no stranger’s phone will ring.',
  )
})

test('is taken over by a key, and leaves the page as it is', async ({ page }) => {
  const playground = new Playground(page)
  await page.goto('./?play=happy-path')
  await expect(playground.codeField).toBeFocused()
  const demo = page.getByRole('complementary', { name: 'Demo' })
  await page.keyboard.press('Escape')
  await expect(demo).toContainText('Go on from here yourself.')
  await expect(playground.codeField).toBeFocused()
  await playground.hold()
  const code = await playground.readCode()
  await playground.codeField.focus()
  await playground.typeCode(code)
  await expect(playground.heading(verified)).toBeVisible()
  // Of a link that is opened once: a reload goes on with what there is.
  expect(new URL(page.url()).searchParams.has('play')).toBe(false)
})

test('is stopped by its button, and by a press anywhere, which still does what it is for', async ({
  page,
}) => {
  const playground = new Playground(page)
  await playground.open()
  const demo = page.getByRole('complementary', { name: 'Demo' })
  await playground.button('Play the demo').click()
  await playground.button('Stop the demo').click()
  await expect(demo).toContainText('Stopped.')
  await playground.button('Play the demo').click()
  await expect(playground.codeField).toBeFocused()
  await playground.button('Change number').click()
  await expect(demo).toContainText('Stopped.')
  await expect(playground.phoneField).toBeVisible()
})

test('has a pointer that jumps, and the same captions, for who wants less motion', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const captions = await keepCaptions(page)
  const playground = new Playground(page)
  await page.goto('./?play=happy-path&speed=10')
  await expect(page.locator('.demo-pointer')).toHaveCSS('transition-duration', '0s')
  await expect(playground.heading(verified)).toBeVisible()
  expect(await captions()).toContain('One wrong digit: the field says so, and keeps the rest.')
})

test('says which demos there are where a link asks for another', async ({ page }) => {
  const playground = new Playground(page)
  await page.goto(held('?play=other'))
  await expect(playground.notice).toHaveText(
    'There is no demo “other”. There are: happy-path, call, abandoned-number.',
  )
  await expect(playground.phoneField).toHaveValue('')
})

test.describe('at the width of a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('keeps its captions off what is being done', async ({ page }) => {
    const playground = new Playground(page)
    await page.goto('./?play=happy-path')
    await expect(playground.codeField).toBeFocused()
    const caption = await page.getByRole('complementary', { name: 'Demo' }).boundingBox()
    const field = await playground.codeField.boundingBox()
    expect((caption?.y ?? 0) + (caption?.height ?? 0)).toBeLessThanOrEqual(field?.y ?? 0)
    await playground.hold()
    await expectAccessible(page)
  })
})

/** Every caption there was, however short; to be called before the page is opened. */
async function keepCaptions(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const captions = new Set<string>()
    Object.assign(globalThis, { captions })
    new MutationObserver(() => {
      captions.add(document.querySelector('.demo-caption')?.textContent ?? '')
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })
  return () =>
    page.evaluate(() => {
      const { captions } = globalThis as unknown as { captions: Set<string> }
      return Array.from(captions)
    })
}
