import type { ScenarioName } from '@phoneproof/simulator'
import { otherPhone, Playground } from './playground.ts'
import { expect, test } from './support/test.ts'

/** What is seen in each scenario, from the phone step on, with time held. */
const plays: Readonly<Record<ScenarioName, (playground: Playground) => Promise<void>>> = {
  async 'happy-path'(playground) {
    await playground.sendCode()
    await playground.typeCode(await playground.readCode())
    await expect(playground.heading('Phone number verified')).toBeVisible()
  },

  async 'wrong-code-twice'(playground) {
    await playground.sendCode()
    // The right one, which is refused all the same.
    await playground.typeCode(await playground.readCode())
    await expect(playground.codeField).toHaveAccessibleDescription(/That code isn’t right/)
    await playground.jumpTo('30 seconds')
    await playground.button('Send a new code').click()
    await expect(playground.codeField).toBeFocused()
    await expect(playground.codeField).toHaveValue('')
    const code = await playground.readCode()
    const wrong = Playground.otherThan(code)
    for (const [each, words] of [
      [wrong, /That code isn’t right/],
      [Playground.otherThan(wrong), /most recent message/],
    ] as const) {
      await playground.typeCode(each)
      await expect(playground.codeField).toHaveAccessibleDescription(words)
    }
    await playground.typeCode(code)
    await expect(playground.heading('Phone number verified')).toBeVisible()
  },

  async 'attempts-run-out'(playground) {
    await playground.sendCode()
    const code = await playground.readCode()
    for (const wrong of ['111111', '222222', '333333'].filter((each) => each !== code)) {
      await playground.typeCode(wrong)
      await expect(playground.codeField).toHaveAccessibleDescription(/That code isn’t right/)
    }
    await playground.typeCode(code)
    await expect(playground.heading('Too many wrong codes')).toBeVisible()
    // It is cancelled first, so that nobody is called with it.
    await playground.play()
    await expect(playground.button('Send a new code')).not.toHaveAttribute('aria-disabled')
    await playground.button('Send a new code').click()
    await expect(playground.codeField).toBeFocused()
  },

  async 'pending-elsewhere'(playground) {
    await playground.requestCode()
    await playground.play()
    await expect(playground.heading('You can’t get a new code yet')).toBeVisible()
    await playground.button('Use a different number').click()
    await expect(playground.phoneField).toBeFocused()
  },

  async 'slow-network'(playground) {
    await playground.requestCode()
    await expect(playground.button('Sending code…')).toBeVisible()
    await playground.play()
    await expect(playground.codeField).toBeEditable()
  },

  async 'lost-start-answer'(playground) {
    await playground.requestCode()
    await expect(playground.heading('Was the code sent?')).toBeVisible()
    await playground.button('Try again').click()
    await playground.play()
    await expect(
      playground.page
        .getByRole('article')
        .getByText(/we lost contact/)
        .first(),
    ).toBeVisible()
  },

  async busy(playground) {
    await playground.requestCode()
    await expect(playground.page.getByText('You can try again in 0:05.')).toBeVisible()
    await expect(playground.button('Send code')).toHaveAttribute('aria-disabled', 'true')
    await playground.play()
    await expect(playground.button('Send code')).not.toHaveAttribute('aria-disabled')
    await playground.button('Send code').click()
    await expect(playground.codeField).toBeFocused()
  },

  async 'busy-with-retry-after'(playground) {
    await playground.requestCode()
    await expect(playground.page.getByText('You can try again in 0:20.')).toBeVisible()
    await playground.play()
    await expect(playground.button('Send code')).not.toHaveAttribute('aria-disabled')
    await playground.button('Send code').click()
    await expect(playground.codeField).toBeFocused()
  },

  async 'service-down'(playground) {
    await playground.requestCode()
    await expect(playground.heading('Was the code sent?')).toBeVisible()
    await expect(playground.button('Try again')).toBeFocused()
    await playground.button('Use a different number').click()
    await expect(playground.phoneField).toBeFocused()
  },

  async landline(playground) {
    // Not the number that behaves so in every scenario.
    await playground.sendCode('0121 496 0123')
    await expect(playground.page.getByText(/looks like a landline/).first()).toBeVisible()
    await expect(playground.handset.getByText(/PIN is/)).toHaveCount(0)
    await playground.ring()
  },

  async 'text-never-arrives'(playground) {
    await playground.sendCode()
    await expect(playground.handset.getByText(/PIN is/)).toHaveCount(0)
    await playground.ring()
  },

  async 'cancel-refused-after-call'(playground) {
    await playground.sendCode()
    const code = await playground.readCode()
    await playground.ring()
    await playground.button('Cancel').click()
    await expect(
      playground.page.getByText(/^It’s too late to cancel\. You can get a new code in/).first(),
    ).toBeVisible()
    await expect(playground.button('Cancel')).toBeFocused()
    await playground.typeCode(code)
    await expect(playground.heading('Phone number verified')).toBeVisible()
  },

  async 'conflict-after-cancel'(playground) {
    await playground.sendCode()
    await playground.jumpTo('30 seconds')
    await playground.button('Send a new code').click()
    await expect(playground.button('Sending a new code…')).toBeVisible()
    await playground.stepUntilVisible(
      playground.page.getByText('We sent a new code. The previous one no longer works.'),
    )
    await expect(playground.codeField).toBeEditable()
  },

  async 'leading-zero'(playground) {
    await playground.sendCode()
    const code = await playground.readCode()
    expect(code).toMatch(/^0/)
    await playground.typeCode(code)
    await expect(playground.heading('Phone number verified')).toBeVisible()
  },
}

for (const [name, see] of Object.entries(plays)) {
  test(`${name}, by a shared link`, async ({ page }) => {
    const playground = new Playground(page)
    await playground.open(`?scenario=${name}`)
    await expect(playground.scenario).toHaveValue(name)
    await see(playground)
  })
}

/** Two tests, for two workers. */
const halves = [Object.entries(plays).slice(0, 7), Object.entries(plays).slice(7)]
for (const [index, half] of halves.entries()) {
  test(`each, chosen on the page after the one before it (${index + 1} of 2)`, async ({ page }) => {
    test.slow()
    const playground = new Playground(page)
    await playground.open('?scenario=leading-zero')
    for (const [name, see] of half) {
      await test.step(name, async () => {
        await playground.scenario.selectOption(name)
        const inAddress = () => new URL(page.url()).searchParams.get('scenario')
        expect(inAddress()).toBe(name === 'happy-path' ? null : name)
        await playground.startAgain()
        await see(playground)
      })
    }
  })
}

test('a number with a behaviour of its own keeps it in every scenario', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open('./?scenario=leading-zero')
  await playground.sendCode(otherPhone)
  expect(await playground.readCode()).toMatch(/^0/)
  await playground.button('Change number').click()
  await playground.requestCode('+1 201 555 0103')
  await playground.play()
  await expect(playground.heading('You can’t get a new code yet')).toBeVisible()
})

test('what happens to a first start happens to a number that was asked for before', async ({
  page,
}) => {
  const playground = new Playground(page)
  await playground.open('?page=account')
  await playground.button('Change phone number').click()
  await playground.sendCode()
  await playground.scenario.selectOption('busy')
  await expect(playground.notice).toHaveText('From the next code on.')
  await playground.codeField.focus()
  await playground.typeCode(await playground.readCode())
  await playground.button('Done').click()
  await playground.button('Change phone number').click()
  await playground.requestCode()
  await expect(page.getByText(/very busy right now/).first()).toBeVisible()
})

test('what happens to a running code happens from the choice on', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open()
  await playground.sendCode()
  await playground.scenario.selectOption('service-down')
  await expect(playground.notice).toHaveText('From now on, for the code that is under way too.')
  await playground.typeCode(await playground.readCode())
  await expect(page.getByText(/couldn’t check your code/).first()).toBeVisible()
  await playground.scenario.selectOption('happy-path')
  await playground.button('Verify').click()
  await expect(playground.heading('Phone number verified')).toBeVisible()
})
