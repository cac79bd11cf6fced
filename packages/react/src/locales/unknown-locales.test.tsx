import { PhoneproofProvider } from '@phoneproof/hooks'
import { countryName } from '@phoneproof/hooks/internal/phone-entry'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { createFlowWorld } from '../../../../test/support/flow-world.ts'
import { CodeInput } from '../code-input/code-input.tsx'
import { countryListPart } from '../phone-entry/country-list-part.ts'
import { PhoneEntry } from '../phone-entry/phone-entry.tsx'
import { VerificationFlow } from '../verification-flow/verification-flow.tsx'

// Backends, phones and cookies write locales in many ways, and `Intl` throws over most of them.

const locales = [
  ['pt_BR', 'en_US', 'de_DE', 'sr@latin', 'de_DE.UTF-8', '', ' ', 'C', 'x', '*', 'en,de', '日本'],
  ['en_US_1', 'null', 'undefined', '[object Object]', 'de-', '-', 'español (México)'],
].flat()

/** By what it shows: asking 245 options for their accessible names takes most of the time of this file. */
const optionOf = (text: RegExp): Element | undefined =>
  [...document.querySelectorAll('[role="option"]')].find((each) => text.test(each.textContent))

test.each(locales)('everything there is renders in the locale "%s", and opens', async (locale) => {
  using _ = vi.spyOn(console, 'warn').mockImplementation(() => {})
  await countryListPart.load()
  const { client, clock } = createFlowWorld()
  const user = userEvent.setup()
  const page = (
    <PhoneproofProvider {...{ locale, client, clock }}>
      <PhoneEntry label="One" defaultCountry="DE" />
      <PhoneEntry
        label="Two"
        defaultCountry="DE"
        picker="native"
        countryNames={{ FR: 'Frankreich' }}
      />
      <CodeInput aria-label="Code" />
      <VerificationFlow brand="Acme" storage="none" />
    </PhoneproofProvider>
  )
  expect(renderToString(page)).toContain('One')
  render(page)
  await user.click(
    screen.getAllByRole('button', { name: /^\+49 .*, change country$/ })[0] as Element,
  )
  await vi.waitFor(() => expect(optionOf(/\+49$/)).toBeDefined())
  await user.keyboard('Germany')
  expect(optionOf(/\+49$/)).toHaveAttribute('data-active')
  expect(countryName('DE', locale)).toMatch(/Germany|Deutschland|Alemanha|Nemačka/)
})

test('names of countries are in the language that was meant, and so is their `lang`', async () => {
  using warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  await countryListPart.load()
  const user = userEvent.setup()
  render(
    <PhoneproofProvider locale="pt_BR">
      <PhoneEntry defaultCountry="DE" />
    </PhoneproofProvider>,
  )
  expect(screen.getByRole('button')).toHaveAccessibleName('+49 Alemanha, change country')
  await user.click(screen.getByRole('button'))
  expect(await screen.findByRole('listbox')).toHaveAttribute('lang', 'pt-BR')
  expect(warn.mock.calls.filter(([text]) => String(text).includes('"pt_BR"')).length).toBeLessThan(
    2,
  )
})

test.each(['UK1', '', 'Germany', '1', 'zz-zz'])(
  '%s, which is no country, is its own name',
  (country) => {
    expect(countryName(country, 'en')).toBe(country)
  },
)
