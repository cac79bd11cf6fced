import { readFileSync } from 'node:fs'
import { loadNumberMetadata } from '@phoneproof/hooks'
import { phoneEntryParts, phoneEntryScope } from '@phoneproof/hooks/internal/phone-entry'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { countryListPart } from './country-list-part.ts'
import { PhoneEntry } from './phone-entry.tsx'

const rendered = () =>
  [...document.querySelectorAll(`[data-scope="${phoneEntryScope}"]`)].flatMap(
    (element) => element.getAttribute('data-part') ?? [],
  )

test('renders the parts of its anatomy, each in one state at least, and no others', async () => {
  await Promise.all([countryListPart.load(), loadNumberMetadata()])
  const user = userEvent.setup()
  render(
    <>
      <PhoneEntry defaultCountry="GB" description="We’ll text you a code." error="Wrong." />
      <PhoneEntry label="Second" picker="native" disabled />
      <PhoneEntry label="Third" defaultValue="+80012345678" readOnly flags={false} />
    </>,
  )
  const seen = new Set(rendered())
  const look = () => {
    for (const part of rendered()) seen.add(part)
  }
  await user.type(screen.getByRole('textbox', { name: 'Phone number' }), '07x')
  look()
  await user.click(screen.getAllByRole('button', { name: /change country/ })[0] as Element)
  await screen.findAllByRole('option')
  look()
  await user.type(screen.getByRole('combobox', { name: 'Search countries' }), 'atlantis')
  look()
  expect(seen).toEqual(new Set(phoneEntryParts))
})

test('its style sheet names parts of its anatomy only', () => {
  const styles = readFileSync(`${import.meta.dirname}/phone-entry.css`, 'utf8')
  const named = [...styles.matchAll(/data-part='([a-z-]+)'/g)].map(([, part]) => part)
  expect(named.length).toBeGreaterThan(0)
  expect(phoneEntryParts).toEqual(expect.arrayContaining(named))
})
