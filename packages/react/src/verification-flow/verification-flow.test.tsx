import { PhoneproofProvider } from '@phoneproof/hooks'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode, type ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import { createFlowWorld, type FlowWorld } from '../../../../test/support/flow-world.ts'
import { VerificationFlow, type VerificationFlowProps } from './verification-flow.tsx'

const phone = '+447400123456'

/** The flow as an app would mount it, in StrictMode. */
function App({
  world,
  ...props
}: { world: FlowWorld } & Partial<VerificationFlowProps>): ReactNode {
  return (
    <StrictMode>
      <PhoneproofProvider client={world.client} clock={world.clock}>
        <VerificationFlow brand="Acme" defaultCountry="GB" storage="none" {...props} />
      </PhoneproofProvider>
    </StrictMode>
  )
}

function setUp(props: Partial<VerificationFlowProps> = {}) {
  const world = createFlowWorld()
  const queryClient = new QueryClient()
  const view = render(
    <QueryClientProvider client={queryClient}>
      <App world={world} {...props} />
    </QueryClientProvider>,
  )
  const user = userEvent.setup()
  const advance = (by: number | string) => act(() => world.clock.advance(by))
  const button = (name: string) => screen.getByRole('button', { name })
  const codeField = () => screen.getByRole('textbox', { name: 'Verification code' })
  const code = () => world.simulator.lastCode(phone) ?? ''
  const methods = () => world.simulator.requests.getSnapshot().map(({ method }) => method)
  async function sendCode() {
    await user.type(screen.getByRole('textbox', { name: 'Phone number' }), '07400123456')
    await user.click(button('Send code'))
    await advance(0)
  }
  return { ...view, world, user, advance, button, codeField, code, methods, sendCode }
}

it('verifies a number, sends each request once in StrictMode, and says so once', async () => {
  const onVerified = vi.fn()
  const flow = setUp({ onVerified })
  await flow.sendCode()
  expect(flow.codeField()).toHaveFocus()
  await flow.user.keyboard(flow.code())
  await flow.advance(0)
  expect(screen.getByRole('heading', { name: 'Phone number verified' })).toHaveFocus()
  expect(flow.methods()).toEqual(['POST', 'PUT'])
  expect(onVerified).toHaveBeenCalledExactlyOnceWith({ phone, verifyId: expect.any(String) })
})

it('sends nothing for a number that cannot be one, and says what is wrong at the field', async () => {
  const flow = setUp()
  const field = screen.getByRole('textbox', { name: 'Phone number' })
  await flow.user.type(field, '0740')
  await flow.user.click(flow.button('Send code'))
  await flow.advance(0)
  expect(field).toHaveAccessibleDescription(/too short/i)
  expect(field).toHaveFocus()
  expect(flow.methods()).toEqual([])
})

it('shows the three countdowns, each by name, two at a time', async () => {
  const flow = setUp()
  await flow.sendCode()
  expect(screen.getByText('Code valid for 5:00')).toBeInTheDocument()
  expect(screen.getByText('You can cancel or get a new code in 0:30')).toBeInTheDocument()
  await flow.advance('30s')
  expect(screen.getByText('Code valid for 4:30')).toBeInTheDocument()
  expect(screen.getByText('We’ll call you in 0:30 with the same code')).toBeInTheDocument()
  expect(screen.queryByText(/You can cancel or get/)).not.toBeInTheDocument()
  await flow.advance('1m30s')
  expect(screen.getByText(/^Calling .* now/)).toBeInTheDocument()
  await flow.advance('1m')
  expect(screen.getByText('Code valid for 2:00')).toBeInTheDocument()
})

it('lets a person hide the clock', async () => {
  const flow = setUp()
  await flow.sendCode()
  await flow.user.click(flow.button('Hide timer'))
  expect(screen.queryByText(/Code valid for/)).not.toBeInTheDocument()
  await flow.user.click(flow.button('Show timer'))
  expect(screen.getByText('Code valid for 5:00')).toBeInTheDocument()
})

it('keeps Cancel and Send a new code focusable and explained until they can be used', async () => {
  const flow = setUp()
  await flow.sendCode()
  for (const name of ['Cancel', 'Send a new code']) {
    expect(flow.button(name)).toHaveAttribute('aria-disabled', 'true')
    expect(flow.button(name)).toHaveAccessibleDescription(/in 0:30$/)
    await flow.user.click(flow.button(name))
  }
  expect(flow.methods()).toEqual(['POST'])
  await flow.advance('30s')
  await flow.user.click(flow.button('Cancel'))
  await flow.advance(0)
  expect(flow.methods()).toEqual(['POST', 'DELETE'])
  expect(screen.getByRole('textbox', { name: 'Phone number' })).toHaveFocus()
})

it('keeps the digits of a wrong code, selected, with the error tied to the field', async () => {
  const flow = setUp()
  await flow.sendCode()
  const wrong = flow.code() === '111111' ? '222222' : '111111'
  await flow.user.keyboard(wrong)
  await flow.advance(0)
  const field = flow.codeField()
  expect(field).toHaveValue(wrong)
  expect(field).toBeInvalid()
  expect(field).toHaveAccessibleDescription(/That code isn’t right/)
  expect(field).toHaveFocus()
  expect(screen.getByRole('alert').textContent).toMatch(/That code isn’t right/)
})

it('does not check by itself when told not to', async () => {
  const flow = setUp({ autoSubmit: false })
  await flow.sendCode()
  await flow.user.keyboard(flow.code())
  await flow.advance(0)
  expect(flow.methods()).toEqual(['POST'])
  await flow.user.click(flow.button('Verify'))
  await flow.advance(0)
  expect(flow.methods()).toEqual(['POST', 'PUT'])
})

it('resumes where it was when it is mounted again', async () => {
  const world = createFlowWorld()
  const queryClient = new QueryClient()
  const Shell = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  )
  const view = render(<App world={world} defaultPhone={phone} />, { wrapper: Shell })
  await userEvent.click(screen.getByRole('button', { name: 'Send code' }))
  await act(() => world.clock.advance('20s'))
  view.rerender(<p>Somewhere else</p>)
  await act(() => world.clock.advance('20s'))
  view.rerender(<App world={world} />)
  expect(screen.getByText('Code valid for 4:20')).toBeInTheDocument()
  expect(world.simulator.requests.getSnapshot()).toHaveLength(1)
})

it('ticks in the countdowns alone: the field is not rendered again', async () => {
  const flow = setUp()
  await flow.sendCode()
  const mutated: string[] = []
  const observer = new MutationObserver((records) => {
    for (const { target } of records) {
      const part = target.parentElement?.closest('[data-part]') ?? target
      mutated.push((part as HTMLElement).dataset['part'] ?? '')
    }
  })
  observer.observe(flow.container, { subtree: true, childList: true, characterData: true })
  await flow.advance('3s')
  observer.disconnect()
  expect(new Set(mutated)).toEqual(new Set(['timer']))
})

it('leaves no timer of its own behind', async () => {
  const flow = setUp()
  await flow.sendCode()
  const before = flow.world.clock.pendingTimers
  flow.unmount()
  expect(flow.world.clock.pendingTimers).toBeLessThan(before)
  // The two calls and the end, which belong to the simulated service.
  expect(flow.world.clock.pendingTimers).toBe(3)
})

it('explains to developers what is missing', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  expect(() => render(<VerificationFlow brand="Acme" />)).toThrow(
    /^\[phoneproof\] The verification flow has no client\..*Pass client=/,
  )
  const { client } = createFlowWorld()
  expect(() =>
    render(<VerificationFlow client={client} brand="A brand that is far too long" />),
  ).toThrow(/brand "A brand that is far too long".*1 to 18 letters/)
})

it('works without a QueryClientProvider', async () => {
  const world = createFlowWorld()
  render(<App world={world} flowId="no-provider" defaultPhone={phone} />)
  await userEvent.click(screen.getByRole('button', { name: 'Send code' }))
  await act(() => world.clock.advance(0))
  expect(screen.getByRole('textbox', { name: 'Verification code' })).toBeInTheDocument()
})

it('renders on a server as its first step', () => {
  const html = renderToString(<App world={createFlowWorld()} />)
  expect(html).toContain('Send code')
})
