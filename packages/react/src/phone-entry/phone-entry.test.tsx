import { PhoneproofProvider } from '@phoneproof/hooks'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import readme from '../../../hooks/src/phone-entry/README.md?raw'
import { countryListPart } from './country-list-part.ts'
import { PhoneEntry, type PhoneEntryProps } from './phone-entry.tsx'

// What needs no real browser: props, names, messages, server HTML.

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Phone number' })

test('works under a simulated user as under a real one', async () => {
  const user = userEvent.setup()
  const onValueChange = vi.fn()
  render(<PhoneEntry defaultCountry="GB" onValueChange={onValueChange} />)
  await user.type(field(), '07400 123456')
  expect(onValueChange.mock.lastCall?.[0]).toBe('+447400123456')
  await user.clear(field())
  expect(onValueChange.mock.lastCall?.[0]).toBeUndefined()
  await user.click(field())
  await user.paste('+12133734253')
  expect(onValueChange.mock.lastCall?.[0]).toBe('+12133734253')
})

test('carries the attributes that its README lists', async () => {
  await countryListPart.load()
  const user = userEvent.setup()
  render(
    <>
      <PhoneEntry error="Wrong." countries={['GB', 'US']} preferredCountries={['GB']} />
      <PhoneEntry label="Second" disabled />
      <PhoneEntry label="Third" readOnly defaultValue="+447860021130" />
    </>,
  )
  await user.click(screen.getAllByRole('button', { name: /change country/ })[0] as Element)
  await screen.findAllByRole('option')
  const carried = new Set(
    [...document.querySelectorAll('[data-scope="phone-entry"]')].flatMap((part) =>
      part.getAttributeNames().filter((name) => name.startsWith('data-')),
    ),
  )
  const listed = [...readme.matchAll(/^\| `(data-[a-z]+)`/gm)].map(([, name]) => name)
  // A picture that does not come needs a network: flag-loading.browser.test.tsx.
  const expected = listed.filter((name) => name !== 'data-missing')
  expect(carried).toEqual(new Set(['data-part', 'data-scope', ...expected]))
})

test('says the messages of the provider', async () => {
  const user = userEvent.setup()
  render(
    <PhoneproofProvider messages={{ phoneEntry: { label: 'Telefon' } }}>
      <PhoneEntry />
    </PhoneproofProvider>,
  )
  await user.type(screen.getByRole('textbox', { name: 'Telefon' }), '1')
})

test('server HTML names no country that a browser might name otherwise (PHONE-41)', () => {
  const html = renderToString(<PhoneEntry defaultCountry="MO" name="phone" />)
  expect(html).toContain('aria-label="+853 MO, change country"')
  expect(html).toContain('name="phone"')
  expect(html).not.toContain('type="hidden"')
  expect(html).not.toContain('<li')
})

test('names of the app are on the button, on the server as well', () => {
  const props = { defaultCountry: 'MO', countryNames: { MO: 'Macao, China' } }
  expect(renderToString(<PhoneEntry {...props} />)).toContain('+853 Macao, China, change country')
  render(<PhoneEntry {...props} />)
  expect(screen.getByRole('button')).toHaveAccessibleName('+853 Macao, China, change country')
})

/** What the native list of a server says, in order. */
function served(props: PhoneEntryProps): (string | null)[] {
  const page = document.createElement('div')
  page.innerHTML = renderToString(<PhoneEntry picker="native" {...props} />)
  return [...page.querySelectorAll('option')].map((option) => option.textContent)
}

test('the native list of a server is in an order that any browser gives (PHONE-41)', () => {
  const countries = ['SE', 'DE', 'AX', 'GB']
  // By codes, as names are unknown; not in the language of the server.
  expect(served({ countries, defaultCountry: 'DE' })).toEqual([
    'AX (+358)',
    'DE (+49)',
    'GB (+44)',
    'SE (+46)',
  ])
  const countryNames = { AX: 'Åland', DE: 'Tyskland', GB: 'Storbritannien', SE: 'Sverige' }
  const rows = { countries, countryNames, defaultCountry: 'DE', preferredCountries: ['SE', 'SE'] }
  expect(served(rows)).toEqual([
    'Sverige (+46)',
    '──────────',
    'Åland (+358)',
    'Storbritannien (+44)',
    'Tyskland (+49)',
  ])
})

test('the native list has International where any country will do, or where none is shown', () => {
  expect(served({ defaultCountry: 'GB' })).toContain('International')
  expect(served({ countries: ['GB', 'DE'], defaultCountry: 'GB' })).not.toContain('International')
  expect(served({ countries: ['GB', 'DE'] })).toContain('International')
})

test.each(['gb', 'UK', 'Germany'])('warns a developer of %s, which is no country', (country) => {
  using warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const { rerender } = render(<PhoneEntry defaultCountry={country} />)
  expect(warn.mock.lastCall?.[0]).toContain(`<PhoneEntry> got the country "${country}"`)
  rerender(<PhoneEntry defaultCountry="GB" countries={['GB', `${country}!`]} />)
  expect(warn.mock.lastCall?.[0]).toContain(`<PhoneEntry> got the country "${country}!"`)
  // Once is enough.
  expect(warn).toHaveBeenCalledTimes(2)
})

test('draws no flags, or those of the app', () => {
  const { container, rerender } = render(<PhoneEntry defaultCountry="GB" flags={false} />)
  expect(container.querySelector('[data-part="flag"]')).toBeNull()
  rerender(<PhoneEntry defaultCountry="GB" flags={(country) => <i>{country}</i>} />)
  expect(container.querySelector('[data-part="flag"]')).toHaveTextContent('GB')
})

test('takes names of countries from the app', async () => {
  await countryListPart.load()
  const user = userEvent.setup()
  render(
    <PhoneEntry
      defaultCountry="GB"
      countries={['GB', 'DE']}
      countryNames={{ DE: 'Allemagne', GB: 'Royaume-Uni' }}
    />,
  )
  await user.click(screen.getByRole('button', { name: /change country/ }))
  const options = await screen.findAllByRole('option')
  expect(options.map((option) => option.textContent)).toEqual(['Allemagne+49', 'Royaume-Uni+44'])
})

test('warns a developer whose value is not E.164, and reads it', () => {
  using warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  render(<PhoneEntry defaultCountry="GB" value="07400 123456" />)
  expect(field().value.replace(/\D/g, '')).toBe('07400123456')
  expect(warn.mock.lastCall?.[0]).toMatch(
    /^\[phoneproof\] <PhoneEntry> got the value "07400 123456"/,
  )
})

test('under a simulated user a paste of two lines is its first number', async () => {
  const user = userEvent.setup()
  const onValueChange = vi.fn()
  render(<PhoneEntry defaultCountry="GB" onValueChange={onValueChange} />)
  await user.click(field())
  await user.paste('07400 123456\n07400 123457')
  expect(onValueChange.mock.lastCall?.[0]).toBe('+447400123456')
})
