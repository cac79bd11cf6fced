import { Playground } from './playground.ts'
import { expect, test } from './support/test.ts'

test('moves time by dragging, and with keys, forwards only', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open()
  await playground.sendCode()
  const { playhead } = playground
  await playhead.focus()
  for (let n = 0; n < 5; n += 1) await page.keyboard.press('ArrowRight')
  await expect(page.getByText('Code valid for 4:55')).toBeVisible()
  await page.keyboard.press('Home')
  await expect(playhead).toHaveAttribute('aria-valuetext', '0:05')

  const box = (await playhead.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const to = (share: number) =>
    page.mouse.move(box.x + 8 + (box.width - 16) * share, box.y + box.height / 2)
  await to(0.02)
  await page.mouse.down()
  await to(0.25)
  await to(0.5)
  await expect(playhead).toHaveAttribute('aria-valuetext', /^2:(29|30|31)$/)
  await to(0.1)
  await page.mouse.up()
  await expect(playhead).toHaveAttribute('aria-valuetext', /^2:(29|30|31)$/)
  await expect(page.getByText(/^Code valid for 2:(29|30|31)$/)).toBeVisible()
  await playhead.press('End')
  await expect(playground.heading('This code is no longer valid')).toBeVisible()
})

test('plays, pauses and runs faster, and leaves focus where one types', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open()
  await playground.sendCode()
  const { playhead } = playground
  await playground.setSpeed('60×')
  await expect(page.getByRole('radio', { name: '60×' })).toBeChecked()
  await expect(playhead).toHaveAttribute('aria-valuetext', '0:00')
  await playground.codeField.focus()
  await playground.button('Play').click()
  await expect(playhead).toHaveAttribute('aria-valuetext', /^[1-4]:/)
  await playground.button('Pause').click()
  await expect(playground.button('Play')).toBeVisible()
  const at = await playhead.getAttribute('aria-valuetext')
  await expect(playground.codeField).toBeFocused()
  expect(await playhead.getAttribute('aria-valuetext')).toBe(at)
})

// What is shown is a moment old, and at 60× that is seconds: a key may ask for what is past.
test('takes keys and jumps while time runs fast', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open('?speed=60')
  await playground.sendCode()
  await playground.button('Play').click()
  await playground.playhead.focus()
  for (let n = 0; n < 40; n += 1) await page.keyboard.press('ArrowRight')
  const jump = page.getByRole('button', { name: /^Jump to/ })
  await jump.click()
  await expect(playground.heading('This code is no longer valid')).toBeVisible()
  // Not stuck in a jump that failed.
  await playground.startAgain()
  await playground.sendCode()
  await playground.jumpTo('30 seconds')
  await expect(page.getByText('Code valid for 4:30')).toBeVisible()
})

test('is worked with the keyboard alone', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open()
  await playground.sendCode()
  await playground.button('Play').focus()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('radio', { name: '1×', exact: true })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: '10×' })).toBeChecked()
  await expect(page).toHaveURL(/speed=10/)
  await page.keyboard.press('Tab')
  await expect(playground.button('Jump to 30 seconds')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(playground.button('Jump to the first call')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(playground.playhead).toBeFocused()
  await playground.button('Play').press('Enter')
  await expect(playground.button('Pause')).toBeFocused()
  await page.keyboard.press('Space')
  await expect(playground.button('Play')).toBeFocused()
})

test('shows before a code is sent what will happen to it, and no next event after its end', async ({
  page,
}) => {
  const playground = new Playground(page)
  await playground.open('?workflow=2')
  const marks = page.getByRole('list', { name: 'The five minutes of a code' }).getByRole('listitem')
  await expect(marks).toHaveText([
    'Text 1 0:00',
    'Cancel 0:30',
    'Text 2 1:00',
    'Call 2:00',
    'Expires 5:00',
  ])
  const next = playground.button('Jump to next event')
  await expect(next).toHaveAttribute('aria-disabled', 'true')
  await playground.sendCode()
  await playground.typeCode(await playground.readCode())
  await expect(playground.heading('Phone number verified')).toBeVisible()
  await expect(next).toHaveAttribute('aria-disabled', 'true')
})

test('shows where time is when colours are those of the system', async ({ page }) => {
  const playground = new Playground(page)
  await page.emulateMedia({ forcedColors: 'active' })
  await playground.open()
  await playground.sendCode()
  const background = (selector: string) =>
    page.locator(selector).evaluate((element) => getComputedStyle(element).backgroundColor)
  const canvas = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await playground.jumpTo('30 seconds')
  expect(await background('.timeline-done')).not.toBe(canvas)
  expect(await background('.timeline-track')).not.toBe(canvas)
  expect(await background('.timeline-done')).not.toBe(await background('.timeline-track'))
  const speed = (name: string) => background(`.timeline-speeds label:has-text("${name}") span`)
  expect(await speed('1×')).not.toBe(await speed('60×'))
  await playground.jumpTo('the first call')
  for (const name of ['Accept', 'Decline']) {
    const width = await playground
      .button(name)
      .locator('span')
      .evaluate((circle) => getComputedStyle(circle).borderTopWidth)
    expect(width).toBe('1px')
  }
})

test('keeps its marks and its controls apart at the width of the smallest phone', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 })
  const playground = new Playground(page)
  await playground.open('?workflow=2')
  await playground.sendCode()
  await playground.jumpTo('30 seconds')
  const timeline = page.getByRole('region', { name: 'Time' })
  const boxes: { left: number; right: number }[][] = []
  for (const group of [
    timeline.getByRole('listitem').locator('span'),
    timeline.getByRole('button'),
  ]) {
    const found = await group.evaluateAll((elements) =>
      elements
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        .map((element) => element.getBoundingClientRect())
        .map(({ left, right }) => ({ left, right }))
        .toSorted((a, b) => a.left - b.left),
    )
    boxes.push(found)
  }
  expect(boxes.map(({ length }) => length)).toEqual([4, 2])
  for (const { left, right } of boxes.flat()) {
    expect(left).toBeGreaterThanOrEqual(0)
    expect(right).toBeLessThanOrEqual(320)
  }
  for (const group of boxes) {
    for (const [index, { left }] of group.entries()) {
      expect(left).toBeGreaterThanOrEqual((group[index - 1]?.right ?? -4) + 4)
    }
  }
  // In one line, the longest of all.
  const label = timeline.getByRole('button', { name: 'Jump to the second text message' })
  expect((await label.locator('span').first().boundingBox())?.height).toBeLessThan(24)
})
