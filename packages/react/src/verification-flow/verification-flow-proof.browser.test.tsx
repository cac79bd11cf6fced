import type { VerifyClient } from '@phoneproof/client'
import { PhoneproofProvider } from '@phoneproof/hooks'
import { QueryClient } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { createFlowWorld } from '../../../../test/support/flow-world.ts'
import { VerificationFlow } from './verification-flow.tsx'

// The proof on its way to a server, in a real form.

const phone = '+447400123456'
const proof = 'eyJhbGciOiJFZERTQSJ9.eyJwdXJwb3NlIjoic2lnbi11cCJ9.c2lnbmF0dXJl'

interface Given {
  hasProof?: boolean
  name?: string | undefined
}

/** A flow beside a form with a field of its own. */
async function setUp({ hasProof = true, name = 'phoneProof' }: Given = {}) {
  const world = createFlowWorld()
  const client: VerifyClient = {
    ...world.client,
    async check(request) {
      await world.client.check(request)
      return hasProof ? { proof } : undefined
    },
  }
  const signUp = vi.fn<(data: FormData) => void>()
  const { container } = await render(
    <PhoneproofProvider client={client} clock={world.clock} queryClient={new QueryClient()}>
      <form id="sign-up" action={signUp}>
        <input name="email" defaultValue="ada@example.org" />
        <button>Sign up</button>
      </form>
      <VerificationFlow
        brand="Acme"
        storage="none"
        defaultPhone={phone}
        name={name}
        form="sign-up"
      />
    </PhoneproofProvider>,
  )
  const form = container.querySelector<HTMLFormElement>('#sign-up') ?? expect.fail()
  const fields = () => Object.fromEntries(new FormData(form))
  async function verify() {
    await userEvent.click(page.getByRole('button', { name: 'Send code' }))
    await expect.element(page.getByRole('textbox', { name: 'Verification code' })).toHaveFocus()
    await userEvent.keyboard(world.simulator.lastCode(phone) ?? '')
    await expect
      .element(page.getByRole('heading', { name: 'Phone number verified' }))
      .toBeInTheDocument()
  }
  const submit = () => userEvent.click(page.getByRole('button', { name: 'Sign up' }))
  return { container, fields, verify, submit, signUp }
}

test('brings the proof to the server with the form, once the number is verified (E-20)', async () => {
  const flow = await setUp()
  expect(flow.fields()).toEqual({ email: 'ada@example.org' })
  await flow.verify()
  expect(flow.fields()).toEqual({ email: 'ada@example.org', phoneProof: proof })
  await flow.submit()
  await expect.poll(() => flow.signUp.mock.calls.length).toBe(1)
  const [[data] = []] = flow.signUp.mock.calls
  expect(Object.fromEntries(data ?? new FormData())).toEqual({
    email: 'ada@example.org',
    phoneProof: proof,
  })
})

test('brings nothing before, and the person sees nothing of it', async () => {
  const flow = await setUp()
  await flow.submit()
  await expect.poll(() => flow.signUp.mock.calls.length).toBe(1)
  expect(flow.signUp.mock.calls[0]?.[0].has('phoneProof')).toBe(false)
  await flow.verify()
  expect(flow.container.querySelector('[name="phoneProof"]')).toHaveProperty('type', 'hidden')
  expect(document.body.innerText).not.toContain(proof)
})

test('has no field without a proof', async () => {
  const unproved = await setUp({ hasProof: false })
  await unproved.verify()
  expect(unproved.fields()).toEqual({ email: 'ada@example.org' })
  expect(unproved.container.querySelector('[type="hidden"]')).toBeNull()
})

test('has no field without a name', async () => {
  const flow = await setUp({ name: '' })
  await flow.verify()
  expect(flow.container.innerHTML).not.toContain(proof)
})
