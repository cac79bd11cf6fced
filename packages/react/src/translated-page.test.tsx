import { PhoneproofProvider } from '@phoneproof/hooks'
import { QueryClient } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { it, onTestFinished } from 'vitest'
import { createFlowWorld } from '../../../test/support/flow-world.ts'
import { translate, translated } from '../../../test/support/translator.ts'
import { VerificationFlow, type VerificationFlowProps } from './verification-flow/index.ts'

// A page that the browser translates. What throws in React fails the test as an uncaught error.

const phone = '+447400123456'

function setUp(props: Partial<VerificationFlowProps> = {}) {
  const world = createFlowWorld()
  const { container } = render(
    <PhoneproofProvider client={world.client} clock={world.clock} queryClient={new QueryClient()}>
      <VerificationFlow brand="Acme" storage="none" defaultPhone={phone} {...props} />
    </PhoneproofProvider>,
  )
  onTestFinished(translate(container))
  const user = userEvent.setup()
  const advance = (by: number | string) => act(() => world.clock.advance(by))
  const slowly = (operation: 'start' | 'check' | 'cancel', fault: object = {}) =>
    world.simulator.faults.next({ operation, latencyMs: 9_000, ...fault })
  const press = async (name: RegExp) => {
    await user.click(screen.getByRole('button', { name }))
    await advance(0)
  }
  const code = () => world.simulator.lastCode(phone) ?? ''
  const type = async (text: string) => {
    await user.clear(screen.getByRole('textbox'))
    await user.type(screen.getByRole('textbox'), text)
    await advance(0)
  }
  return { advance, slowly, press, code, type }
}

it('walks through every step of a translated page, and shows each', async () => {
  const flow = setUp()
  flow.slowly('start')
  await flow.press(/Send code/)
  screen.getByRole('button', { name: translated('Sending code…') })
  await flow.advance('8s')
  screen.getAllByText(/taking longer/)
  await flow.advance('2s')
  screen.getByRole('heading', { name: translated('Enter the code') })

  flow.slowly('check')
  await flow.type(flow.code() === '000000' ? '111111' : '000000')
  screen.getByRole('button', { name: translated('Checking…') })
  await flow.advance('9s')
  screen.getAllByText(/isn’t right/)
  await flow.press(/Hide timer/)
  await flow.press(/Show timer/)

  await flow.advance('1m')
  flow.slowly('cancel')
  flow.slowly('start')
  await flow.press(/Send a new code/)
  screen.getByRole('button', { name: translated('Sending a new code…') })
  await flow.advance('19s')
  await flow.advance('5m')
  screen.getByRole('heading', { name: translated('This code is no longer valid') })
  await flow.press(/Send a new code/)
  await flow.press(/Change number/)
  screen.getByRole('button', { name: /Keep using/ })
  await flow.press(/Keep using/)
  await flow.advance('31s')
  flow.slowly('cancel')
  await flow.press(/Cancel/)
  screen.getByRole('button', { name: translated('Cancelling…') })
  await flow.advance('10s')
  screen.getAllByText(/no longer works/)
})

it('shows the time as it passes, also in a translation', async () => {
  const flow = setUp()
  await flow.press(/Send code/)
  screen.getByText(translated('Code valid for 5:00'))
  await flow.advance('1s')
  screen.getByText(translated('Code valid for 4:59'))
})

it('says what is wrong with a number, and that it was corrected', async () => {
  const flow = setUp({ defaultPhone: undefined })
  await flow.type('+44 7400')
  await flow.press(/Send code/)
  screen.getAllByText(/too short/)
  await flow.type(phone)
  await flow.press(/Send code/)
  screen.getByRole('heading', { name: translated('Enter the code') })
})

it('says that a number is busy, and tries again', async () => {
  const flow = setUp()
  flow.slowly('start', { dropAnswer: true })
  await flow.press(/Send code/)
  await flow.advance('15s')
  await flow.press(/Try again/)
  await flow.advance('1m')
  await flow.press(/Try again/)
  await flow.advance('5m')
  await flow.press(/Try again/)
  await flow.type(flow.code())
  screen.getByRole('heading', { name: translated('Phone number verified') })
})
