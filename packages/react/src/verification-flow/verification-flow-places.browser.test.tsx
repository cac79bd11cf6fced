import { PhoneproofProvider } from '@phoneproof/hooks'
import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createFlowWorld } from '../../../../test/support/flow-world.ts'
import { activeIn, places, renderIn } from '../../../../test/support/places.tsx'
import { VerificationFlow } from './verification-flow.tsx'

// In shadow roots and frames the focus moves as on a page, and away from nothing else.

const elsewhere = document.createElement('input')

afterEach(() => elsewhere.remove())

async function setUp(place: (typeof places)[number]) {
  const world = createFlowWorld()
  const around = await renderIn(
    place,
    <PhoneproofProvider client={world.client} clock={world.clock} queryClient={new QueryClient()}>
      <VerificationFlow brand="Acme" storage="none" defaultPhone="+447400123456" />
    </PhoneproofProvider>,
  )
  const codeField = () =>
    around.querySelector<HTMLInputElement>('[data-scope="code-input"][data-part="input"]')
  const button = (name: string) =>
    [...around.querySelectorAll('button')].find((each) => each.textContent === name)
  const press = (name: string) => {
    const found = button(name)
    found?.focus()
    found?.click()
  }
  const phoneField = () => around.querySelector('input[type="tel"]')
  const expectFocus = (find: () => Element | null | undefined) =>
    expect
      .poll(() => {
        const element = find()
        return element && activeIn(element) === element
      })
      .toBe(true)
  async function sendCode() {
    press('Send code')
    await world.clock.advance(0)
    await expect.poll(codeField).toBeTruthy()
  }
  return { world, around, codeField, phoneField, button, press, expectFocus, sendCode }
}

test.each(places)(
  'selects a wrong code, for the next one to begin anew, in $place, by $by',
  async (place) => {
    const flow = await setUp(place)
    await flow.sendCode()
    await flow.expectFocus(flow.codeField)
    await userEvent.keyboard('000000')
    await flow.world.clock.advance('1s')
    const field = flow.codeField()
    await expect.poll(() => field?.getAttribute('aria-invalid')).toBe('true')
    await expect.poll(() => [field?.selectionStart, field?.selectionEnd]).toEqual([0, 6])
    await userEvent.keyboard('48')
    expect(field?.value).toBe('48')
  },
)

test.each(places)('moves the focus with the flow in $place, by $by', async (place) => {
  const flow = await setUp(place)
  await flow.sendCode()
  await flow.expectFocus(flow.codeField)
  flow.press('Change number')
  await flow.expectFocus(flow.phoneField)
  await flow.sendCode()
  await flow.world.clock.advance('5m')
  await flow.expectFocus(() => flow.button('Send a new code'))
})

test.each(places)(
  'leaves the focus where it is elsewhere on the page, in $place, by $by',
  async (place) => {
    const flow = await setUp(place)
    await flow.sendCode()
    await flow.expectFocus(flow.codeField)
    document.body.append(elsewhere)
    elsewhere.focus()
    await flow.world.clock.advance('5m')
    await expect.poll(() => flow.button('Send a new code')).toBeTruthy()
    expect(document.activeElement).toBe(elsewhere)
  },
)

test.each(places)(
  'leaves the focus beside it in its own root, in $place, by $by',
  async (place) => {
    const flow = await setUp(place)
    await flow.sendCode()
    await flow.expectFocus(flow.codeField)
    const beside = flow.around.ownerDocument.createElement('input')
    flow.around.after(beside)
    beside.focus()
    await flow.world.clock.advance('5m')
    await expect.poll(() => flow.button('Send a new code')).toBeTruthy()
    expect(activeIn(beside)).toBe(beside)
  },
)
