// The sample in the README of the flow, word for word, through every screen that it has to draw. It
// fits one screen of an editor, and needs few names.
import { PhoneproofProvider } from '@phoneproof/react'
import { QueryClient } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import readme from '../../packages/hooks/src/verification-flow/README.md?raw'
import { createFlowWorld } from '../support/flow-world.ts'
import { Verify } from './own-flow.tsx'

const files = import.meta.glob<string>('./own-flow.tsx', {
  query: '?raw',
  import: 'default',
  eager: true,
})

it.each(Object.values(files))(
  'is in the README, word for word, in 80 lines and with ten names',
  (sample) => {
    expect(readme).toContain(`\n\`\`\`tsx\n${sample}\`\`\`\n`)
    expect(sample.trimEnd().split('\n').length).toBeLessThanOrEqual(80)
    const [, names = ''] = /import \{([^}]*)\} from '@phoneproof\/hooks'/.exec(sample) ?? []
    expect(names.split(',').filter((name) => name.trim() !== '').length).toBeLessThanOrEqual(10)
  },
)

function setUp() {
  sessionStorage.clear()
  const world = createFlowWorld()
  const onVerified = vi.fn()
  const view = render(
    <PhoneproofProvider clock={world.clock} queryClient={new QueryClient()}>
      <Verify client={world.client} onVerified={onVerified} />
    </PhoneproofProvider>,
  )
  const user = userEvent.setup()
  const advance = (by: number | string) => act(() => world.clock.advance(by))
  const button = (name: string) => screen.getByRole('button', { name })
  const press = async (name: string) => {
    await user.click(button(name))
    await advance(0)
  }
  const heading = () => screen.getByRole('heading').textContent
  const { faults } = world.simulator
  async function sendCode() {
    await user.type(screen.getByRole('textbox', { name: 'Phone number' }), '+447400123456')
    await press('Send code')
  }
  return { ...view, world, onVerified, user, advance, button, press, heading, faults, sendCode }
}

it('verifies a number, says so, and never loses the focus', async () => {
  const flow = setUp()
  flow.faults.next({ operation: 'start', latencyMs: 9_000 })
  await flow.sendCode()
  expect(flow.button('Sending code…')).toHaveFocus()
  await flow.advance('8s')
  expect(screen.getByText('This is taking longer than usual…', { selector: 'p' })).toBeVisible()
  await flow.advance('1s')
  const field = screen.getByRole('textbox', { name: 'Verification code' })
  expect(field).toHaveFocus()
  expect(field).toHaveAccessibleDescription(
    /^We check it as soon as it is complete\. We sent a code to .* Codes are valid for 5 minutes\.$/,
  )
  expect(screen.getByRole('status').textContent).toMatch(/^Code sent to/)
  expect(flow.button('Cancel')).toHaveAccessibleDescription(/in 0:30$/)

  flow.faults.next({ operation: 'check', latencyMs: 1_000 })
  await flow.user.keyboard(flow.world.simulator.lastCode('+447400123456') ?? '')
  expect(flow.button('Checking…')).toBeVisible()
  expect(field).toHaveFocus()
  await flow.advance('1s')
  expect(screen.getByRole('heading', { name: 'Phone number verified' })).toHaveFocus()
  expect(flow.onVerified).toHaveBeenCalledOnce()
})

it('draws what becomes of a code, and of a new one', async () => {
  const flow = setUp()
  await flow.sendCode()
  flow.faults.next({ operation: 'check', status: 429, headers: { 'retry-after': '12' } })
  await flow.user.keyboard('123456')
  await flow.advance(0)
  expect(flow.button('Verify')).toHaveAccessibleDescription('You can check a code in 0:12.')
  expect(screen.getByRole('alert').textContent).toMatch(/^We’re very busy/)
  await flow.advance('30s')
  flow.faults.next({ operation: 'start', latencyMs: 1_000 })
  await flow.press('Send a new code')
  expect(flow.button('Sending a new code…')).toHaveFocus()
  await flow.advance('1s')
  await flow.advance('5m')
  expect(flow.heading()).toBe('This code is no longer valid')
  expect(flow.button('Send a new code')).toHaveFocus()
  flow.faults.next({ operation: 'start', dropAnswer: true, latencyMs: 1_000 })
  await flow.press('Send a new code')
  expect(flow.button('Sending a new code…')).toHaveFocus()
  await flow.advance('1s')
  expect(flow.heading()).toBe('Was the code sent?')
  expect(flow.button('Try again')).toHaveFocus()
  await flow.press('Try again')
  await flow.advance('9s')
  expect(flow.heading()).toBe('You can’t get a new code yet')
  expect(flow.button('Try again')).toHaveAccessibleDescription(/^You can try again in 0:\d\d\.$/)
  await flow.press('Use a different number')
  expect(flow.heading()).toBe('Verify your phone number')
})

it('draws a locked code, and a number to go back to', async () => {
  const flow = setUp()
  await flow.sendCode()
  await flow.press('Change number')
  expect(screen.getByRole('textbox', { name: 'Phone number' })).toHaveFocus()
  await flow.user.click(screen.getByRole('button', { name: /^Keep using/ }))
  flow.faults.next({ operation: 'check', status: 423 })
  await flow.user.keyboard('123456')
  await flow.advance(0)
  expect(flow.heading()).toBe('Too many wrong codes')
  expect(flow.button('Send a new code')).toHaveAccessibleDescription(/in 0:30\.$/)
})
