import { PhoneproofProvider } from '@phoneproof/hooks'
import type { Fault } from '@phoneproof/simulator'
import { QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { createFlowWorld, type FlowWorld } from '../../../../test/support/flow-world.ts'
import { VerificationFlow, type VerificationFlowProps } from './verification-flow.tsx'

// Where the focus is (flow.md A11Y-11), with answers that take their time, as they do.

const phone = '+447400123456'

function App({
  world,
  queryClient,
  ...props
}: { world: FlowWorld; queryClient: QueryClient } & Partial<VerificationFlowProps>): ReactNode {
  return (
    <PhoneproofProvider client={world.client} clock={world.clock} queryClient={queryClient}>
      <VerificationFlow brand="Acme" storage="none" defaultPhone={phone} {...props} />
    </PhoneproofProvider>
  )
}

const button = (name: string | RegExp) => page.getByRole('button', { name })
const codeField = () => page.getByRole('textbox', { name: 'Verification code' })
const phoneField = () => page.getByRole('textbox', { name: 'Phone number' })

async function setUp() {
  const world = createFlowWorld()
  const view = await render(<App world={world} queryClient={new QueryClient()} />)
  /** Answers from now on take a second. */
  const slowly = (operation: 'start' | 'check' | 'cancel', fault: object = {}) =>
    world.simulator.faults.next({ operation, latencyMs: 1_000, ...fault })
  const advance = (by: number | string) => world.clock.advance(by)
  const press = async (name: string | RegExp) => {
    await userEvent.click(button(name))
    await advance(0)
  }
  async function sendCode() {
    await press('Send code')
    await expect.element(codeField()).toHaveFocus()
  }
  return { ...view, world, slowly, advance, press, sendCode }
}

test('moves the focus to what comes next, and never loses it (A11Y-11)', async () => {
  const flow = await setUp()
  const lost: string[] = []
  // Also between two screens, before anything is painted.
  const watch = new MutationObserver(() => {
    if (document.activeElement === document.body) lost.push(document.body.innerText.slice(0, 40))
  })
  flow.slowly('start')
  await flow.press('Send code')
  watch.observe(document.body, { subtree: true, childList: true })
  await expect.element(button('Sending code…')).toHaveFocus()
  await flow.advance('1s')
  await expect.element(codeField()).toHaveFocus()

  await flow.press('Change number')
  await expect.element(phoneField()).toHaveFocus()
  await flow.press('Send code')
  await expect.element(codeField()).toHaveFocus()

  await flow.advance('30s')
  flow.slowly('cancel')
  flow.slowly('start')
  await flow.press('Send a new code')
  await expect.element(button('Sending a new code…')).toHaveFocus()
  await flow.advance(1_500)
  await expect.element(button('Sending a new code…')).toHaveFocus()
  await flow.advance('1s')
  await expect.element(codeField()).toHaveFocus()

  await flow.advance('5m')
  await expect.element(button('Send a new code')).toHaveFocus()
  flow.slowly('start')
  await userEvent.keyboard('{Enter}')
  await expect.element(button('Sending a new code…')).toHaveFocus()
  await expect.element(page.getByRole('heading')).toHaveTextContent('This code is no longer valid')
  await flow.advance('1s')
  await expect.element(codeField()).toHaveFocus()

  await flow.advance('30s')
  flow.slowly('cancel')
  await flow.press('Cancel')
  await expect.element(button('Cancelling…')).toHaveFocus()
  await flow.advance('1s')
  await expect.element(phoneField()).toHaveFocus()
  watch.disconnect()
  expect(lost).toEqual([])
})

test('stays on Try again until the answer, whichever it is (A11Y-11)', async () => {
  const flow = await setUp()
  flow.slowly('start', { dropAnswer: true })
  await flow.press('Send code')
  await flow.advance('1s')
  await expect.element(button('Try again')).toHaveFocus()

  flow.slowly('start', { dropRequest: true })
  await userEvent.keyboard('{Enter}')
  await expect.element(button('Sending code…')).toHaveFocus()
  await flow.advance('1s')
  await expect.element(button('Try again')).toHaveFocus()

  // The first start was accepted after all: the number is busy.
  flow.slowly('start')
  await userEvent.keyboard('{Enter}')
  await flow.advance('2s')
  await expect.element(page.getByRole('heading')).toHaveTextContent('You can’t get a new code yet')
  await expect.element(button('Try again')).toHaveFocus()
})

test('goes to Send a new code when a code is locked, and stays there until the answer (A11Y-11)', async () => {
  const flow = await setUp()
  await flow.sendCode()
  flow.world.simulator.faults.next({ operation: 'check', status: 423 })
  await userEvent.keyboard('123456')
  await flow.advance('31s')
  await expect.element(button('Send a new code')).toHaveFocus()
  flow.slowly('start')
  await userEvent.keyboard('{Enter}')
  await expect.element(button('Sending a new code…')).toHaveFocus()
  await flow.advance('1s')
  await expect.element(codeField()).toHaveFocus()
})

test('stays on a button whose press failed, and leaves the digits alone (A11Y-11)', async () => {
  const flow = await setUp()
  await flow.sendCode()
  await userEvent.keyboard('12')
  await flow.advance('30s')
  using isOnline = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  window.dispatchEvent(new Event('offline'))
  for (const name of ['Cancel', 'Send a new code']) {
    await flow.press(name)
    await expect.element(page.getByRole('alert')).toHaveTextContent('You’re offline.')
    await expect.element(button(name)).toHaveFocus()
  }
  isOnline.mockReturnValue(true)
  window.dispatchEvent(new Event('online'))
  flow.world.simulator.faults.next({ operation: 'cancel', status: 503 })
  await flow.press('Cancel')
  await expect.element(page.getByRole('alert')).toHaveTextContent('Couldn’t cancel.')
  await expect.element(button('Cancel')).toHaveFocus()
  // Back in the field, the next digit goes on with what is there.
  await userEvent.click(codeField())
  await userEvent.keyboard('{End}3')
  await expect.element(codeField()).toHaveValue('123')
})

test('selects the digits of a wrong code, so that the next key starts anew (A11Y-11)', async () => {
  const flow = await setUp()
  await flow.sendCode()
  flow.slowly('check')
  const wrong = flow.world.simulator.lastCode(phone) === '111111' ? '222222' : '111111'
  await userEvent.keyboard(wrong)
  await flow.advance('1s')
  await expect.element(page.getByRole('alert')).toHaveTextContent('That code isn’t right.')
  await expect.element(codeField()).toHaveFocus()
  await userEvent.keyboard('3')
  await expect.element(codeField()).toHaveValue('3')
})

// A key and a paste, which take other ways into the field.
test.each<[what: string, fault: Fault]>([
  ['a busy service', { status: 429 }],
  ['a fault of the service', { status: 500 }],
  ['a refusal', { status: 403 }],
  ['an answer that was lost', { dropAnswer: true }],
  ['no answer in time', { latencyMs: 60_000 }],
])('lets digits be typed over that were not judged, after %s', async (_, fault) => {
  using _told = vi.spyOn(console, 'error').mockReturnValue()
  const flow = await setUp()
  await flow.sendCode()
  flow.world.simulator.faults.next({ operation: 'check', ...fault })
  await userEvent.keyboard('123456')
  await flow.advance('10s')
  await expect.element(codeField()).not.toHaveAttribute('readonly')
  await expect.element(codeField()).toHaveValue('123456')
  await userEvent.keyboard('9')
  await expect.element(codeField()).toHaveValue('9')
})

test('lets digits be typed over that were not sent, offline', async () => {
  const flow = await setUp()
  await flow.sendCode()
  using _isOnline = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  window.dispatchEvent(new Event('offline'))
  await userEvent.keyboard('123456')
  await expect.element(page.getByRole('alert')).toHaveTextContent('We’ve kept your code.')
  await expect.element(codeField()).toHaveValue('123456')
  await userEvent.keyboard('654321')
  await expect.element(codeField()).toHaveValue('654321')
})

test('stays on Verify when a press of it was not judged, for another press', async () => {
  const flow = await setUp()
  await flow.sendCode()
  flow.world.simulator.faults.next({ operation: 'check', status: 500 })
  await userEvent.keyboard('123456')
  await flow.advance(0)
  flow.world.simulator.faults.next({ operation: 'check', status: 500 })
  await flow.press('Verify')
  await expect.element(button('Verify')).toHaveFocus()
  await expect.element(codeField()).toHaveValue('123456')
})

test('goes on with digits that were too few', async () => {
  const flow = await setUp()
  await flow.sendCode()
  await userEvent.keyboard('48')
  await flow.press('Verify')
  await expect.element(codeField()).toHaveFocus()
  await userEvent.keyboard('2')
  await expect.element(codeField()).toHaveValue('482')
})

test('takes the focus from nothing else on the page (A11Y-11)', async () => {
  const world = createFlowWorld()
  await render(
    <>
      <input aria-label="Your name" />
      <App world={world} queryClient={new QueryClient()} />
    </>,
  )
  await userEvent.click(button('Send code'))
  await world.clock.advance(0)
  await expect.element(codeField()).toHaveFocus()
  const elsewhere = page.getByRole('textbox', { name: 'Your name' })
  await userEvent.click(elsewhere)
  // The end of the code goes to *Send a new code* for whoever is in the flow.
  await world.clock.advance('300s')
  const end = page.getByRole('heading', { name: 'This code is no longer valid' })
  await expect.element(end).toBeInTheDocument()
  await expect.element(elsewhere).toHaveFocus()
})

/** What a page left behind that was reloaded at 40 s. */
async function leaveACode(flowId: string): Promise<FlowWorld> {
  const world = createFlowWorld()
  const queryClient = new QueryClient()
  const props = { world, queryClient, flowId, storage: undefined }
  const view = await render(<App {...props} />)
  await userEvent.click(button('Send code'))
  await expect.element(codeField()).toBeInTheDocument()
  await world.clock.advance('40s')
  await view.unmount()
  return world
}

afterEach(() => sessionStorage.clear())

test('takes no focus when a reload resumes a code (E-10)', async () => {
  const world = await leaveACode('reload')
  await render(
    <App world={world} queryClient={new QueryClient()} flowId="reload" storage={undefined} />,
  )
  await expect.element(codeField()).toBeInTheDocument()
  await expect.element(page.getByText('Code valid for 4:20')).toBeInTheDocument()
  expect(document.activeElement).toBe(document.body)
})

test('takes no focus when the page of a server is hydrated, and does then (E-10)', async () => {
  const world = await leaveACode('hydration')
  const app = (
    <App world={world} queryClient={new QueryClient()} flowId="hydration" storage={undefined} />
  )
  const container = document.createElement('div')
  // As on a server, where there is nothing to resume.
  container.innerHTML = renderToString(app)
  document.body.append(container)
  expect(container.textContent).toContain('Send code')
  const root = hydrateRoot(container, app)
  await expect.element(codeField()).toBeInTheDocument()
  expect(document.activeElement).toBe(document.body)
  // What a person does afterwards moves it.
  await userEvent.click(button('Change number'))
  await expect.element(phoneField()).toHaveFocus()
  root.unmount()
  container.remove()
})
