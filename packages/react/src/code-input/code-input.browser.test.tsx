import { CodeInput } from '@phoneproof/react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'

test('takes six typed digits', async () => {
  await render(<CodeInput />)
  const field = page.getByRole('textbox', { name: 'Verification code' })
  await userEvent.click(field)
  await userEvent.keyboard('482913')
  await expect.element(field).toHaveValue('482913')
})
