import type { Locator } from '@playwright/test'
import { Playground } from './playground.ts'
import { expect, test } from './support/test.ts'

// Where things are: what is seen first, and what lies over what.

interface Box {
  top: number
  bottom: number
  left: number
  right: number
}

async function boxOf(locator: Locator): Promise<Box> {
  const { x, y, width, height } = (await locator.boundingBox()) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  }
  return { left: x, right: x + width, top: y, bottom: y + height }
}

test('shows the field of the flow and its button at first sight of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const playground = new Playground(page)
  await playground.open()
  const sheet = await boxOf(playground.handset)
  expect((await boxOf(playground.button('Send code'))).bottom).toBeLessThanOrEqual(sheet.top)
  expect((await boxOf(playground.button('Start again'))).bottom).toBeLessThan(160)
})

test('shows how long a code is valid without scrolling on a desk', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  const playground = new Playground(page)
  await playground.open()
  await playground.sendCode()
  const timeline = await boxOf(page.getByRole('region', { name: 'Time' }))
  const time = page.locator('[data-scope="verification-flow"][data-part="time"]')
  expect((await boxOf(time)).bottom).toBeLessThan(timeline.top)
})

for (const height of [800, 900]) {
  for (const host of ['sign-up', 'checkout', 'account'] as const) {
    test(`shows the whole act of ${host} above the timeline, ${height} px high`, async ({
      page,
    }) => {
      await page.setViewportSize({ width: height === 800 ? 1280 : 1440, height })
      const playground = new Playground(page)
      const open = async (link: string): Promise<void> => {
        await playground.open(`?page=${host}${link}`)
        if (host === 'checkout') await playground.button('Pay £62.00').click()
        if (host === 'account') await playground.button('Change phone number').click()
      }
      await open('')
      const flow = page.locator('[data-scope="verification-flow"][data-part="root"]')
      const expectSeen = async (step: string): Promise<void> => {
        const timeline = await boxOf(page.getByRole('region', { name: 'Time' }))
        const actions = await flow.getByRole('button').all()
        for (const part of [flow, ...actions]) {
          if (await part.isVisible()) {
            expect((await boxOf(part)).bottom, step).toBeLessThanOrEqual(timeline.top)
          }
        }
        expect(await page.evaluate(() => window.scrollY), step).toBe(0)
      }
      await expectSeen('number')
      await playground.sendCode()
      await expectSeen('code just sent')
      await playground.jumpTo('30 seconds')
      await expectSeen('code after half a minute')
      const code = await playground.readCode()
      await playground.typeCode(Playground.otherThan(code))
      await expect(playground.codeField).toHaveAccessibleDescription(/isn’t right/)
      await expectSeen('wrong code')
      await playground.jumpTo('the first call')
      await expectSeen('call')
      await playground.expire()
      await expectSeen('expired')
      await playground.button('Start again').click()
      await open('')
      await playground.sendCode()
      await playground.typeCode(await playground.readCode())
      await expect(playground.heading('Phone number verified')).toBeVisible()
      await expectSeen('verified')
      await open('&scenario=pending-elsewhere')
      await playground.requestCode()
      await playground.play()
      await expect(playground.heading('You can’t get a new code yet')).toBeVisible()
      await playground.hold()
      await expectSeen('blocked')
    })
  }
}

test('keeps what has the focus above the timeline', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 600 })
  const playground = new Playground(page)
  await playground.open()
  await playground.sendCode()
  await playground.jumpTo('30 seconds')
  const timeline = await boxOf(page.getByRole('region', { name: 'Time' }))
  await page.getByRole('textbox', { name: 'Full name' }).focus()
  const seen: string[] = []
  for (let n = 0; n < 12; n += 1) {
    const focused = page.locator('.stage :focus')
    if ((await focused.count()) === 0) break
    seen.push(await focused.evaluate((element) => element.textContent || element.tagName))
    await expect.poll(async () => (await boxOf(focused)).bottom).toBeLessThanOrEqual(timeline.top)
    await page.keyboard.press('Tab')
  }
  expect(seen).toEqual(expect.arrayContaining(['Verify', 'Cancel', 'Open account']))
})

test('stands beside its drawers where there is room, one at an edge', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 800 })
  const playground = new Playground(page)
  await playground.open()
  const card = page.getByRole('article').first()
  const settings = await playground.drawer('Settings')
  expect((await boxOf(card)).left).toBeGreaterThanOrEqual((await boxOf(settings)).right)
  const source = await playground.drawer('Source')
  await expect(settings).toHaveCount(0)
  expect((await boxOf(card)).right).toBeLessThanOrEqual((await boxOf(source)).left)
  expect((await boxOf(playground.handset)).right).toBeLessThanOrEqual((await boxOf(source)).left)
  await page.setViewportSize({ width: 1280, height: 800 })
  const inspector = await playground.drawer('Inspector')
  await expect(source).toHaveCount(0)
  await playground.drawer('Settings')
  await expect(inspector).toBeVisible()
  expect((await boxOf(card)).left).toBeGreaterThanOrEqual((await boxOf(settings)).right)
  expect((await boxOf(card)).right).toBeLessThanOrEqual((await boxOf(inspector)).left)
})

test('has its drawers between the bar and the page for the keyboard', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open()
  await playground.button('Settings').focus()
  await page.keyboard.press('Enter')
  await expect(playground.heading('Settings')).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(playground.button('More')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(playground.button('Close')).toBeFocused()
  await playground.button('Back to defaults').focus()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('textbox', { name: 'Full name' })).toBeFocused()
  await playground.button('Close').press('Escape')
  await expect(playground.button('Settings')).toBeFocused()
})

test('stays where it is while it loads', async ({ page }) => {
  const frame = () =>
    page.evaluate(() =>
      ['.bar', '.bar h1', '.timeline'].map((selector) => {
        const box = document.querySelector(selector)?.getBoundingClientRect()
        return [box?.top, box?.height]
      }),
    )
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 1280, height: 900 },
  ]) {
    await page.setViewportSize(viewport)
    await page.route('**/assets/index-*.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: '' }),
    )
    await page.goto('./?paused=true')
    const before = await frame()
    await page.unroute('**/assets/index-*.js')
    const playground = new Playground(page)
    await playground.open()
    expect(await frame()).toEqual(before)
  }
})
