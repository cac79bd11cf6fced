import { PhoneproofProvider } from '@phoneproof/hooks'
import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { createFlowWorld } from '../../../../test/support/flow-world.ts'
import { VerificationFlow } from './verification-flow.tsx'

// Back and Forward, in the history of a real browser (flow.md E-16).

const phone = '+447400123456'

/** A flow on the page of a router that keeps something of its own in the entry. */
async function setUp(history?: 'push') {
  window.history.replaceState({ router: 'home' }, '')
  const world = createFlowWorld()
  const flowId = crypto.randomUUID()
  const view = await render(
    <PhoneproofProvider client={world.client} clock={world.clock}>
      <VerificationFlow
        brand="Acme"
        flowId={flowId}
        storage="none"
        defaultPhone={phone}
        history={history}
      />
    </PhoneproofProvider>,
  )
  await userEvent.click(page.getByRole('button', { name: 'Send code' }))
  await expect.element(page.getByRole('textbox', { name: 'Verification code' })).toHaveFocus()
  const methods = () => world.simulator.requests.getSnapshot().map(({ method }) => method)
  return { ...view, world, methods }
}

afterEach(() => window.history.replaceState(null, ''))

const codeField = () => page.getByRole('textbox', { name: 'Verification code' })
const phoneField = () => page.getByRole('textbox', { name: 'Phone number' })

test('leaves the history alone by default (E-16)', async () => {
  const before = window.history.length
  await setUp()
  expect(window.history.length).toBe(before)
  expect(window.history.state).toEqual({ router: 'home' })
})

test('Back is Change number, and Forward goes on with the code, without a request (E-16)', async () => {
  const flow = await setUp('push')
  expect(window.history.state).toMatchObject({ router: 'home' })
  window.history.back()
  await expect.element(phoneField()).toHaveValue('+44 7400 123456')
  window.history.forward()
  await expect.element(codeField()).toBeInTheDocument()
  expect(flow.methods()).toEqual(['POST'])
})

test('Change number goes back in the history as well, so that no dead entry is left', async () => {
  await setUp('push')
  await userEvent.click(page.getByRole('button', { name: 'Change number' }))
  await expect.element(phoneField()).toBeInTheDocument()
  await expect.poll(() => window.history.state).toEqual({ router: 'home' })
})

test('keeps a code that is back before the history has gone back (E-16)', async () => {
  const flow = await setUp('push')
  const arrivals = vi.fn()
  window.addEventListener('popstate', arrivals)
  const press = (part: string) =>
    document
      .querySelector<HTMLElement>(`[data-scope="verification-flow"][data-part="${part}"]`)
      ?.click()
  press('change-number')
  // React draws in a microtask; the browser goes back in a task of its own.
  while (!document.querySelector('[data-part="resume-number"]')) await Promise.resolve()
  press('resume-number')
  expect(arrivals).not.toHaveBeenCalled()
  await expect.poll(() => arrivals.mock.calls.length).toBe(1)
  await expect.element(codeField()).toBeInTheDocument()
  // The code has an entry again, and Back is Change number.
  expect(window.history.state).toMatchObject({ router: 'home', phoneproof: expect.anything() })
  window.history.back()
  await expect.element(phoneField()).toBeInTheDocument()
  expect(flow.methods()).toEqual(['POST'])
  window.removeEventListener('popstate', arrivals)
})

test('Back after success shows no code field (E-16)', async () => {
  const { world } = await setUp('push')
  await userEvent.keyboard(world.simulator.lastCode(phone) ?? '')
  await expect
    .element(page.getByRole('heading', { name: 'Phone number verified' }))
    .toBeInTheDocument()
  expect(window.history.state).toEqual({ router: 'home' })
  window.history.back()
  await expect.poll(() => window.history.state).toEqual({ router: 'home' })
  await expect
    .element(page.getByRole('heading', { name: 'Phone number verified' }))
    .toBeInTheDocument()
})
