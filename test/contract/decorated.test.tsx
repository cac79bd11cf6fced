// @vitest-environment jsdom
// The decorator for Storybook, around a story. Also run in an empty folder, see check-recipes.ts.
import { VerificationFlow } from '@phoneproof/react'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { WithSimulation } from './recipe-storybook.tsx'

it('the decorator provides a service that answers', async () => {
  const user = userEvent.setup()
  render(
    <WithSimulation>
      <VerificationFlow brand="Acme" defaultCountry="GB" storage="none" />
    </WithSimulation>,
  )
  await user.type(screen.getByRole('textbox', { name: 'Phone number' }), '07400123456')
  await user.click(screen.getByRole('button', { name: 'Send code' }))
  expect(await screen.findByRole('textbox', { name: 'Verification code' })).toBeDefined()
})
