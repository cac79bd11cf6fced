import { loadNumberMetadata, PhoneproofProvider } from '@phoneproof/hooks'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { beforeAll, expect, it, vi } from 'vitest'
import { createFlowWorld } from '../../../../test/support/flow-world.ts'
import readme from '../../README.md?raw'
import * as parts from './index.ts'
import {
  useVerificationFlowContext,
  VerificationFlowCancel,
  VerificationFlowChangeNumber,
  VerificationFlowCode,
  VerificationFlowCodeForm,
  VerificationFlowNewCode,
  VerificationFlowNextDelivery,
  VerificationFlowPhone,
  VerificationFlowRoot,
  VerificationFlowProblem,
  VerificationFlowValidity,
  VerificationFlowVerified,
  VerificationFlowCooldown,
} from './index.ts'

// A press waits for the metadata, which would be there after it.
beforeAll(() => loadNumberMetadata())

const phone = '+447400123456'

/** A flow with nothing where it usually is. */
function setUp(code: ReactNode, rest: ReactNode = null) {
  const world = createFlowWorld()
  const user = userEvent.setup()
  const view = render(
    <PhoneproofProvider client={world.client} clock={world.clock}>
      <VerificationFlowRoot brand="Acme" storage="none" flowId={crypto.randomUUID()}>
        <VerificationFlowVerified>
          <h3>In you go</h3>
        </VerificationFlowVerified>
        <VerificationFlowCode>{code}</VerificationFlowCode>
        <VerificationFlowPhone defaultCountry="GB" />
        <VerificationFlowProblem />
        {rest}
      </VerificationFlowRoot>
    </PhoneproofProvider>,
  )
  const advance = (by: number | string) => act(() => world.clock.advance(by))
  const button = (name: string) => screen.getByRole('button', { name })
  async function sendCode() {
    await user.type(screen.getByRole('textbox', { name: 'Phone number' }), '07400123456')
    await user.click(button('Send code'))
    await advance(0)
  }
  const methods = () => world.simulator.requests.getSnapshot().map(({ method }) => method)
  return { ...view, world, user, advance, button, sendCode, methods }
}

it('works in another order, with pieces left out and others put in', async () => {
  function Where() {
    return <p>Sent to {useVerificationFlowContext().phone}</p>
  }
  const flow = setUp(
    <>
      <VerificationFlowChangeNumber>Not my number</VerificationFlowChangeNumber>
      <VerificationFlowCodeForm />
      <Where />
    </>,
  )
  await flow.sendCode()
  expect(screen.getByText(`Sent to ${phone}`)).toBeInTheDocument()
  expect(flow.button('Not my number')).toBeInTheDocument()
  expect(screen.queryByText(/Code valid for/)).not.toBeInTheDocument()
  expect(screen.getByRole('textbox', { name: 'Verification code' })).toHaveFocus()
  await flow.user.keyboard(flow.world.simulator.lastCode(phone) ?? '')
  await flow.advance(0)
  expect(screen.getByRole('heading', { name: 'In you go' })).toBeInTheDocument()
  expect(screen.getByRole('status')).toHaveTextContent('Phone number verified')
})

it('has each countdown alone (E-6)', async () => {
  const flow = setUp(<VerificationFlowValidity />, <VerificationFlowCooldown />)
  await flow.sendCode()
  const timers = () => screen.getAllByRole('timer').map((timer) => timer.textContent)
  expect(timers()).toEqual(['Code valid for 5:00', 'You can cancel or get a new code in 0:30'])
  await flow.advance('30s')
  expect(timers()).toEqual(['Code valid for 4:30'])
})

it('counts to the next call from the first second where only that is shown', async () => {
  const flow = setUp(<VerificationFlowNextDelivery />)
  await flow.sendCode()
  await flow.advance('18s')
  expect(screen.getByRole('timer')).toHaveTextContent('We’ll call you in 0:42 with the same code')
})

it('runs a handler of the app first, which may prevent the action', async () => {
  const onClick = vi.fn((event: { preventDefault: () => void }) => event.preventDefault())
  const flow = setUp(
    <>
      <VerificationFlowNewCode />
      <VerificationFlowCancel onClick={onClick} className="mine" />
    </>,
  )
  await flow.sendCode()
  await flow.advance('31s')
  await flow.user.click(flow.button('Cancel'))
  expect(onClick).toHaveBeenCalledOnce()
  expect(flow.methods()).toEqual(['POST'])
  expect(flow.button('Cancel')).toHaveClass('mine')
})

it('tells a developer who puts a part elsewhere', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  expect(() => render(<VerificationFlowCancel />)).toThrow(
    '[phoneproof] <VerificationFlowCancel> has no <VerificationFlowRoot> above it. Parts show the ' +
      'state of the flow around them. Put <VerificationFlowCancel> inside ' +
      '<VerificationFlowRoot brand="Acme">.',
  )
})

it('has every part in the README', () => {
  const listed = [...readme.matchAll(/`(VerificationFlow[A-Z]\w+|useVerificationFlow\w*)`/g)]
  // Beside the parts stands what a flow of one's own is made with.
  const exported = Object.keys(parts).filter((name) =>
    /^(?:useVerificationFlow|VerificationFlow.)/.test(name),
  )
  expect(new Set(listed.map(([, name]) => name))).toEqual(new Set(exported))
})
