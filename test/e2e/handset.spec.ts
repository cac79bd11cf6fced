import { Playground, otherPhone } from './playground.ts'
import { expectAccessible } from './support/axe.ts'
import { listen } from './support/hearing.ts'
import { expect, test } from './support/test.ts'

test('is silent until a person wants it otherwise', async ({ page }) => {
  const { heard } = await listen(page, ['en-GB'])
  const playground = new Playground(page)
  await playground.open()
  await playground.sendCode()
  await playground.ring()
  await playground.button('Accept').click()
  await expect(playground.handset.getByText('Sound is off.')).toBeVisible()
  expect(await heard()).toEqual([])
})

test('rings and says the digits aloud with sound on, and stops on hanging up', async ({ page }) => {
  const { heard } = await listen(page, ['de-DE', 'en-GB'])
  const playground = new Playground(page)
  await playground.open()
  await playground.button('Play').click()
  await playground.sendCode()
  const digits = (await playground.readCode()).split('').join(', ')
  await playground.button('Turn sound on').click()
  await playground.ring()
  expect(await heard()).toEqual(['ring on and on'])
  await playground.button('Accept').click()
  const spoken = `en-GB: Hello. Your Tidewater PIN is: ${digits}. Once more: ${digits}. Goodbye.`
  await expect.poll(heard).toEqual(['ring on and on', 'ring ends', spoken])
  await playground.button('Hang up').click()
  await expect.poll(heard).toEqual(['ring on and on', 'ring ends', spoken, 'voice ends'])
})

test('is silent at once when sound is turned off, and when the call is declined', async ({
  page,
}) => {
  const { heard } = await listen(page, [])
  const playground = new Playground(page)
  await playground.open()
  await playground.button('Play').click()
  await playground.sendCode()
  await playground.button('Turn sound on').click()
  await playground.ring()
  await playground.button('Turn sound off').click()
  await expect.poll(heard).toEqual(['ring on and on', 'ring ends'])
  await playground.button('Turn sound on').click()
  await playground.button('Decline').click()
  await expect.poll(heard).toEqual(['ring on and on', 'ring ends', 'ring on and on', 'ring ends'])
  await expect(playground.handset.getByText('Declined call')).toBeVisible()
})

test('holds its breath while time stands still, and does not speak faster than a voice can', async ({
  page,
}) => {
  const { heard } = await listen(page, ['en-GB'])
  const playground = new Playground(page)
  await playground.open()
  await playground.button('Play').click()
  await playground.sendCode()
  await playground.button('Turn sound on').click()
  await playground.ring()
  await playground.button('Accept').click()
  await playground.hold()
  await expect.poll(heard).toContain('loudspeaker waits')
  expect(await heard()).toContain('voice waits')
  await playground.button('Play').click()
  await expect.poll(heard).toContain('voice goes on')
  await playground.setSpeed('10×')
  await expect(playground.handset.getByText('The voice speaks at 1× only.')).toBeVisible()
  await expect.poll(async () => (await heard()).at(-1)).toBe('voice ends')
})

test('marks each word in its caption, and speaks from there once the device has a voice', async ({
  page,
}) => {
  const { heard, loadVoices } = await listen(page, ['de-DE'])
  const playground = new Playground(page)
  await playground.open()
  await playground.sendCode()
  const code = await playground.readCode()
  await playground.button('Turn sound on').click()
  await playground.ring()
  await playground.button('Accept').click()
  await expect(playground.handset).toContainText(code.split('').join(', '))
  const missing = playground.handset.getByText('This device has no voice for this language.')
  await expect(missing).toBeVisible()
  // Twenty words in twenty seconds, and the sixth is the first digit.
  const spoken = playground.handset.locator('[data-now]')
  await expect(spoken).toHaveText('Hello.')
  await playground.playhead.focus()
  for (let n = 0; n < 5; n += 1) await page.keyboard.press('ArrowRight')
  await expect(spoken).toHaveText(`${code[0]},`)
  await loadVoices(['de-DE', 'en-GB'])
  await expect(missing).toHaveCount(0)
  const words = (await heard()).find((each) => each.startsWith('en-GB'))
  expect(words).toMatch(new RegExp(`^en-GB: ${code[0]}, ${code[1]}`))
})

test('leaves focus on the page for a pointer, and keeps it on the phone for keys', async ({
  page,
}) => {
  const playground = new Playground(page)
  await playground.open()
  await playground.sendCode()
  await playground.ring()
  await playground.button('Accept').click()
  await playground.button('Hang up').click()
  await expect(playground.handset.getByText('Answered call')).toBeVisible()
  await expect(playground.codeField).toBeFocused()
  await playground.jumpTo('the second call')
  await playground.button('Accept').press('Enter')
  await expect(page.getByRole('group', { name: 'Screen' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('On the phone')).toHaveCount(0)
  await expect(page.getByRole('group', { name: 'Screen' })).toBeFocused()
})

test('tells simulated time', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-23T23:58:00'))
  const playground = new Playground(page)
  await playground.open()
  await playground.sendCode()
  const clock = playground.handset.locator('.lock-time')
  await expect(clock).toHaveText('23:58')
  await expect(playground.handset.getByText('Monday 23 November')).toBeVisible()
  await playground.ring()
  await playground.button('Decline').click()
  await expect(clock).toHaveText('23:59')
  await playground.jumpTo('the second call')
  await playground.button('Decline').click()
  await expect(clock).toHaveText('00:00')
  await expect(playground.handset.getByText('Tuesday 24 November')).toBeVisible()
  await expect(playground.handset.getByText('2 min ago')).toBeVisible()
})

test('is one phone: what went to an old number is not on that of the new one', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open()
  await playground.sendCode()
  const old = await playground.readCode()
  await playground.button('Change number').click()
  await playground.sendCode(otherPhone)
  await expect(playground.handset.getByText('This is +447400654321.')).toBeVisible()
  await expect(playground.handset.getByText(/PIN is/)).toHaveCount(1)
  await expect(playground.handset).not.toContainText(old)
  await playground.button(/^Fill code/).click()
  await expect(playground.heading('Phone number verified')).toBeVisible()
})

test('fills in a number and the code it gets, and says so where there is no field for it', async ({
  page,
}) => {
  const playground = new Playground(page)
  await playground.open('?page=checkout')
  await playground.button('Fill in a number').click()
  await expect(playground.handset.getByText('No field for a number is on the page')).toBeVisible()
  await playground.button('Pay £62.00').click()
  await playground.button('Fill in a number').click()
  await expect(playground.phoneField).toHaveValue(/7400 ?123456/)
  await playground.button('Send code').click()
  await expect(playground.codeField).toBeFocused()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await playground.button(/^Fill code/).click()
  await expect(playground.handset.getByText('No field for a code is on the page')).toBeVisible()
  await playground.button('Pay £62.00').click()
  await playground.button(/^Fill code/).click()
  await expect(playground.heading('Phone number verified')).toBeVisible()
})

test('offers a code while it can be used, and then says why it cannot', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open()
  await playground.sendCode()
  await playground.jumpTo('30 seconds')
  await playground.button('Send a new code').click()
  const older = playground.button('1 older message')
  await expect(playground.button(/^Fill code/)).toHaveCount(1)
  await older.click()
  await expect(playground.handset.getByText('Replaced')).toBeVisible()
  await expect(playground.button(/^Fill code/)).toHaveCount(1)
  await playground.button(/^Fill code/).click()
  await expect(playground.heading('Phone number verified')).toBeVisible()
  await expect(playground.handset.getByText('Used')).toBeVisible()
  await expect(playground.button(/^Fill code/)).toHaveCount(0)
})

test('lays what is of one kind on each other, and opens it on request', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open()
  await playground.sendCode()
  await playground.ring()
  await playground.button('Decline').click()
  await playground.jumpTo('the second call')
  await playground.button('Decline').click()
  const calls = playground.handset.getByText('Declined call')
  await expect(calls).toHaveCount(1)
  await playground.button('1 older call').press('Enter')
  await expect(calls).toHaveCount(2)
  await expect(playground.button('Show less')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(calls).toHaveCount(1)
})

test('times a call, and shows each digit once the voice has come to it', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open()
  await playground.sendCode()
  const code = await playground.readCode()
  await playground.ring()
  await playground.button('Accept').click()
  const digits = playground.handset.locator('.call-digits')
  const timer = playground.handset.locator('.call-timer')
  await expect(timer).toHaveText('0:00')
  await expect(digits).toHaveText('')
  await playground.playhead.focus()
  for (let n = 0; n < 7; n += 1) await page.keyboard.press('ArrowRight')
  await expect(timer).toHaveText('0:07')
  await expect(digits).toHaveText(code.slice(0, 3))
  for (let n = 0; n < 6; n += 1) await page.keyboard.press('ArrowRight')
  await expect(digits).toHaveText(code)
})

test('has the proportions of a phone where there is room', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  const playground = new Playground(page)
  await playground.open()
  const box = await page.locator('.handset-body').boundingBox()
  expect((box?.height ?? 0) / (box?.width ?? 1)).toBeCloseTo(19.5 / 9, 1)
})

test('stands still for who wants less motion, and passes axe while it rings and talks', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  const playground = new Playground(page)
  await playground.open()
  await playground.sendCode()
  await playground.ring()
  const moving = (): Promise<number> =>
    playground.handset.evaluate((handset) => {
      const animations = handset.getAnimations({ subtree: true })
      return animations.filter(({ playState }) => playState === 'running').length
    })
  await expect.poll(moving).toBeGreaterThan(0)
  await expect(page.locator('.handset-body')).toHaveCSS('animation-name', 'vibrate')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expect.poll(moving).toBe(0)
  await expectAccessible(page)
  await playground.button('Accept').click()
  await expectAccessible(page)
})

test.describe('at the width of a phone', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('slides up with what arrives, below what has the focus, until it is hidden', async ({
    page,
  }) => {
    const playground = new Playground(page)
    await playground.open()
    await expect(playground.handset.getByText('No messages')).toBeHidden()
    await playground.sendCode()
    await expect(playground.button(/^Fill code/)).toBeVisible()
    const top = async (): Promise<number> => (await playground.handset.boundingBox())?.y ?? 0
    const bottom = async (): Promise<number> => {
      const box = await playground.codeField.boundingBox()
      return box ? box.y + box.height : Number.POSITIVE_INFINITY
    }
    await expect.poll(async () => (await top()) - (await bottom())).toBeGreaterThan(0)
    await playground.button('Hide phone').press('Enter')
    await expect(playground.button(/^Fill code/)).toBeHidden()
    await expect(playground.button('Show phone')).toBeFocused()
    await playground.codeField.focus()
    await playground.ring()
    await expect(playground.button('Accept')).toBeVisible()
    await expect.poll(async () => (await top()) - (await bottom())).toBeGreaterThan(0)
    await playground.button('Hide phone').click()
    await expect(playground.button('Show phone: it is ringing')).toBeVisible()
  })

  // Ids and counts start over with each start.
  test('slides up after the page was started again, however often it was hidden', async ({
    page,
  }) => {
    const playground = new Playground(page)
    await playground.open()
    await playground.sendCode()
    await playground.button('Hide phone').click()
    await playground.startAgain()
    await expect(playground.button('Show phone')).toBeVisible()
    await playground.sendCode()
    await expect(playground.button(/^Fill code/)).toBeVisible()
    await playground.ring()
    await playground.button('Hide phone').click()
    await playground.startAgain()
    await playground.sendCode()
    await playground.ring()
    await expect(playground.button('Accept')).toBeInViewport({ ratio: 1 })
  })

  test('fits a call and its captions, and passes axe', async ({ page }) => {
    const playground = new Playground(page)
    await playground.open()
    await playground.sendCode()
    await playground.ring()
    await expect(playground.button('Accept')).toBeInViewport({ ratio: 1 })
    await playground.button('Accept').click()
    await expect(playground.button('Hang up')).toBeInViewport({ ratio: 1 })
    await playground.button('Turn sound on').hover()
    await expectAccessible(page)
  })
})
