import { loadNumberMetadata, PhoneproofProvider } from '@phoneproof/hooks'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode, type ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { beforeAll, expect, it, vi } from 'vitest'
import { createFlowWorld, type FlowWorld } from '../../../../test/support/flow-world.ts'
import { VerificationFlow, type VerificationFlowProps } from './verification-flow.tsx'

// A press waits for the metadata, which would be there after it.
beforeAll(() => loadNumberMetadata())

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

it('verifies a number, sends each request once in StrictMode, and says so once (E-14, A11Y-11)', async () => {
  const onVerified = vi.fn()
  const flow = setUp({ onVerified })
  await flow.sendCode()
  expect(flow.codeField()).toHaveFocus()
  await flow.user.keyboard(flow.code())
  await flow.advance(0)
  expect(screen.getByRole('heading', { name: 'Phone number verified' })).toHaveFocus()
  expect(flow.methods()).toEqual(['POST', 'PUT'])
  expect(onVerified).toHaveBeenCalledExactlyOnceWith({
    phone,
    verifyId: expect.any(String),
    source: 'this-tab',
  })
})

it('sends nothing for a number that cannot be one, and says what is wrong at the field (A11Y-10)', async () => {
  const flow = setUp()
  const field = screen.getByRole('textbox', { name: 'Phone number' })
  await flow.user.type(field, '0740')
  await flow.user.click(flow.button('Send code'))
  await flow.advance(0)
  expect(field).toHaveAccessibleDescription(/too short/i)
  expect(field).toHaveFocus()
  expect(flow.methods()).toEqual([])
})

it.each([
  { at: '58s', says: 'warns' },
  { at: '1m10s', says: 'does not warn' },
  { at: '1m59s', says: 'warns' },
])('$says of a call that may still come, after success at $at (E-8)', async ({ at, says }) => {
  const flow = setUp()
  await flow.sendCode()
  await flow.advance(at)
  await flow.user.click(flow.codeField())
  await flow.user.keyboard(flow.code())
  await flow.advance(0)
  expect(screen.getByRole('heading', { name: 'Phone number verified' })).toBeVisible()
  const warnings = screen.queryAllByText(/may still get an automated call/)
  expect(warnings).toHaveLength(says === 'warns' ? 1 : 0)
})

it('has its live regions on every step, empty at first (A11Y-5)', async () => {
  const flow = setUp()
  const regions = () => [
    ...flow.container.querySelectorAll('[data-part="status"], [data-part="alert"]'),
  ]
  const atFirst = regions()
  expect(atFirst.map((region) => [region.role, region.textContent])).toEqual([
    ['status', ''],
    ['alert', ''],
  ])
  await flow.sendCode()
  expect(regions()).toEqual(atFirst)
  expect(atFirst[0]?.textContent).toMatch(/^Code sent to/)
})

it('keeps the digits of a wrong code, selected, with the error tied to the field (E-13, A11Y-10)', async () => {
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

it('describes the code field by where the code went, how long codes are valid, and what it does (A11Y-10)', async () => {
  const flow = setUp()
  await flow.sendCode()
  const description = flow.codeField()
  expect(description).toHaveAccessibleDescription(
    // jsdom's reader leaves out the space at the end of an element.
    /^We check it as soon as it is complete\. We sent a code to .*7400.*\. ?Codes are valid for 5 minutes\.$/,
  )
})

it('does not check by itself when told not to (A11Y-12)', async () => {
  const flow = setUp({ autoSubmit: false })
  await flow.sendCode()
  await flow.user.keyboard(flow.code())
  await flow.advance(0)
  expect(flow.methods()).toEqual(['POST'])
  await flow.user.click(flow.button('Verify'))
  await flow.advance(0)
  expect(flow.methods()).toEqual(['POST', 'PUT'])
})

it('resumes where it was when it is mounted again (E-10)', async () => {
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

it('leaves no timer of its own behind (E-14)', async () => {
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

it('renders on a server as its first step (E-10)', () => {
  const html = renderToString(<App world={createFlowWorld()} />)
  expect(html).toContain('Send code')
})
