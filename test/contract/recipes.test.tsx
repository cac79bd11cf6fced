// The recipes in the simulator's README are the files beside this one, which are type-checked; the
// one for Vitest is a test itself.
import { VerificationFlow } from '@phoneproof/react'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import readme from '../../packages/simulator/README.md?raw'
import { WithSimulation } from './recipe-storybook.tsx'

const files = import.meta.glob<string>('./recipe-*', {
  query: '?raw',
  import: 'default',
  eager: true,
})

it.each(Object.entries(files))('the README has %s, word for word', (_path, text) => {
  expect(readme).toContain(`\n${text}\`\`\`\n`)
})

it('the decorator brings a service that answers', async () => {
  const user = userEvent.setup()
  render(
    <WithSimulation>
      <VerificationFlow brand="Acme" defaultCountry="GB" storage="none" />
    </WithSimulation>,
  )
  await user.type(screen.getByRole('textbox', { name: 'Phone number' }), '07400123456')
  await user.click(screen.getByRole('button', { name: 'Send code' }))
  expect(await screen.findByRole('textbox', { name: 'Verification code' })).toBeVisible()
})
