import { createVerifyClient } from '@phoneproof/client'
import { loadNumberMetadata, PhoneproofProvider } from '@phoneproof/hooks'
import { createManualClock } from '@phoneproof/simulator'
import { QueryClient } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, expect, it, vi } from 'vitest'
import { answering, reply } from '../../../../test/support/answering.ts'
import { VerificationFlow, type VerificationFlowProps } from './verification-flow.tsx'

// A press waits for the metadata, which would be there after it.
beforeAll(() => loadNumberMetadata())

/** A flow whose service always gives the same answer, after a number was sent. */
async function send(answer: () => Response, props: Partial<VerificationFlowProps> = {}) {
  const clock = createManualClock()
  const service = answering(answer)
  const client = createVerifyClient({ baseUrl: '/verify', clock, fetch: service.fetch })
  const view = render(
    <PhoneproofProvider client={client} clock={clock} queryClient={new QueryClient()}>
      <VerificationFlow brand="Acme" defaultCountry="GB" storage="none" {...props} />
    </PhoneproofProvider>,
  )
  const user = userEvent.setup()
  await user.type(screen.getByRole('textbox', { name: 'Phone number' }), '07400123456')
  await user.click(screen.getByRole('button', { name: 'Send code' }))
  // The answer, and how long other tabs may take to say that they have the number.
  await act(() => clock.advance(250))
  return { ...view, service }
}

const accepted = (): Response => reply(200, { verifyId: 'v-1' })

it('says never to share the code (SEC-12)', async () => {
  await send(accepted)
  expect(screen.getByText(/Never share this code/)).toBeVisible()
})

it.each([400, 402, 403, 409, 429, 500])(
  'never shows a person what the service wrote beside a %i (SEC-11)',
  async (status) => {
    vi.spyOn(console, 'error').mockReturnValue()
    const message = 'Account 42 has 0.03 EUR left'
    const { container } = await send(() => reply(status, { code: status, message }))
    expect(container.textContent).not.toMatch(/Account|0\.03/)
    expect(container.textContent).toMatch(/code|number/)
  },
)

it('says of a busy number neither who has it nor since when (SEC-8)', async () => {
  await send(() => reply(409, { code: 409, message: 'Conflict' }))
  const region = screen.getByRole('heading', { name: 'You can’t get a new code yet' }).parentElement
  expect(region?.textContent).not.toMatch(
    /device|someone|somebody|another (?!verification)|account|ago/i,
  )
  expect(region).toHaveTextContent('within 5:00')
})

it('asks for six digits unless told otherwise (SEC-5)', async () => {
  const { service, container } = await send(accepted)
  expect(await service.requests[0]?.json()).toMatchObject({ codeLength: 6 })
  expect(container.querySelectorAll('[data-part="slot"]')).toHaveLength(6)
})

it('warns a developer who asks for four digits (SEC-5)', async () => {
  // A page is warned once, and other test files are on this one: modules of its own are a page.
  vi.resetModules()
  const fresh = await import('./verification-flow.tsx')
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const client = createVerifyClient({ baseUrl: '/verify', fetch: answering(accepted).fetch })
  const flow = <fresh.VerificationFlow brand="Acme" client={client} codeLength={4} storage="none" />
  render(flow).rerender(flow)
  render(flow).unmount()
  const ofDigits = warn.mock.calls.filter(([text]) => /codes of 4 digits.*20 bits/.test(text))
  expect(ofDigits).toHaveLength(1)
})
