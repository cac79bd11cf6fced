// @vitest-environment jsdom
import { createVerifyClient } from '@phoneproof/client'
import { PhoneproofProvider, VerificationFlow } from '@phoneproof/react'
import { createTestSimulator } from '@phoneproof/simulator/testing'
import { QueryClient } from '@tanstack/react-query'
import '@testing-library/jest-dom/vitest'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'

afterEach(cleanup)

it('takes the code of the call when the text message does not arrive', async () => {
  const simulator = createTestSimulator({ scenario: 'text-never-arrives' })
  const { clock, fetch, handset } = simulator
  const client = createVerifyClient({ baseUrl: 'https://api.test/api/v2', clock, fetch })
  const user = userEvent.setup()
  const wait = (time: string) => act(() => simulator.advance(time))
  render(
    <PhoneproofProvider client={client} clock={clock} queryClient={new QueryClient()}>
      <VerificationFlow brand="Acme" defaultCountry="GB" storage="none" />
    </PhoneproofProvider>,
  )
  await user.type(screen.getByRole('textbox', { name: 'Phone number' }), '07400123456')
  await user.click(screen.getByRole('button', { name: 'Send code' }))
  await wait('1m')
  expect(handset.getSnapshot()).toMatchObject([{ channel: 'voice', state: 'ringing' }])
  await user.keyboard(simulator.lastCode('+447400123456') ?? '')
  await wait('0s')
  expect(screen.getByRole('heading', { name: 'Phone number verified' })).toBeVisible()
})
