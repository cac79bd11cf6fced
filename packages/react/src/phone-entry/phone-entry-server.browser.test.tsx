import { loadNumberMetadata } from '@phoneproof/hooks'
import { StrictMode, type ReactNode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { expect, onTestFinished, test, vi } from 'vitest'
import { PhoneEntry, type PhoneEntryProps } from './phone-entry.tsx'

// phone-entry.md PHONE-41: what a server sends is what the browser renders first. Any console
// message fails a test.

// React works at its own time, as on a page.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false })

/** What the server sends, on the page; hydrated when that is asked for. */
function serve(element: ReactNode) {
  const host = document.body.appendChild(document.createElement('div'))
  host.innerHTML = renderToString(element)
  onTestFinished(() => host.remove())
  return {
    host,
    input: host.querySelector('input') as HTMLInputElement,
    hydrate: () => {
      const root = hydrateRoot(host, <StrictMode>{element}</StrictMode>, {
        onRecoverableError: (error) => expect.unreachable(String(error)),
      })
      onTestFinished(() => root.unmount())
    },
  }
}

test('server HTML is a plain phone field, and hydrates in place without a word (PHONE-41)', async () => {
  await loadNumberMetadata()
  const { host, input, hydrate } = serve(
    <form>
      <PhoneEntry name="phone" defaultValue="+447400123456" />
    </form>,
  )
  const sent = () => new FormData(input.form as HTMLFormElement).getAll('phone')
  expect(input.type).toBe('tel')
  expect(input.value).toBe('+44 7400123456')
  expect(sent()).toEqual(['+44 7400123456'])
  const { width, height } = host.getBoundingClientRect()
  const { left } = input.getBoundingClientRect()

  hydrate()
  await expect.poll(sent).toEqual(['+447400123456'])
  expect(host.querySelector('input')).toBe(input)
  await expect.poll(() => input.value).toBe('+44 7400 123456')
  const after = host.getBoundingClientRect()
  expect([after.width, after.height]).toEqual([width, height])
  expect(input.getBoundingClientRect().left).toBe(left)
})

test('keeps what was typed before scripts ran (PHONE-41)', async () => {
  await loadNumberMetadata()
  const onValueChange = vi.fn()
  const { input, hydrate } = serve(<PhoneEntry defaultCountry="US" onValueChange={onValueChange} />)
  input.value = '2133734253'
  hydrate()
  await expect.poll(() => input.value).toBe('(213) 373-4253')
  expect(onValueChange.mock.lastCall?.[0]).toBe('+12133734253')
})

test.each<[what: string, props: PhoneEntryProps]>([
  ['the native list', { picker: 'native', defaultCountry: 'GB', preferredCountries: ['US', 'GB'] }],
  [
    'the native list with names of the app',
    { picker: 'native', countryNames: { GB: 'Royaume-Uni' } },
  ],
  ['names of the app', { defaultCountry: 'GB', countryNames: { GB: 'Royaume-Uni' } }],
  ['no default country', {}],
  ['a value from outside', { value: '+447400123456', onValueChange: () => {} }],
  ['a national number', { defaultCountry: 'US', defaultValue: '+12133734253', required: true }],
])('hydrates %s without a word (PHONE-41)', async (_, props) => {
  await loadNumberMetadata()
  const { host, input, hydrate } = serve(<PhoneEntry name="phone" {...props} />)
  hydrate()
  await expect.poll(() => input.hasAttribute('name')).toBe(false)
  expect(host.querySelector('input')).toBe(input)
})

const beforeScripts: [
  what: string,
  props: PhoneEntryProps,
  typed: string,
  text: string,
  value?: string,
][] = [
  ['a number', {}, '2133734253', '(213) 373-4253', '+12133734253'],
  ['a number of another country', {}, '+447400123456', '+44 7400 123456', '+447400123456'],
  ['the beginning of one', {}, '213', '(213)'],
  ['a digit', {}, '2', '2'],
  ['a number into a held field', { value: '' }, '2133734253', '(213) 373-4253', '+12133734253'],
  ['over a default', { defaultValue: '+447400123456' }, '213', '(213)'],
  ['nothing over a default', { defaultValue: '+12133734253' }, '', ''],
  ['nothing over a value', { value: '+12133734253' }, '', ''],
]

test.each(beforeScripts)(
  'the parent is told of %s that was typed before scripts ran, by both callbacks',
  async (_, props, typed, text, value) => {
    await loadNumberMetadata()
    const onValueChange = vi.fn()
    const onChange = vi.fn()
    const { input, hydrate } = serve(
      <PhoneEntry
        name="phone"
        defaultCountry="US"
        {...props}
        onValueChange={onValueChange}
        onChange={({ target }) => onChange(target.name, target.value.replace(/[^+\d]/g, ''))}
      />,
    )
    input.value = typed
    hydrate()
    await expect.poll(() => onChange.mock.calls).toEqual([['phone', typed]])
    await expect.poll(() => input.value).toBe(text)
    expect(onValueChange.mock.lastCall?.[0]).toBe(value)
    expect(onValueChange.mock.calls[0]?.[1]).toMatchObject({ reason: 'input-autofill' })
  },
)

test('the caret stays where somebody is typing while scripts begin to run', async () => {
  await loadNumberMetadata()
  const { input, hydrate } = serve(<PhoneEntry defaultCountry="US" />)
  input.focus()
  input.value = '2133734253'
  input.setSelectionRange(3, 3)
  hydrate()
  await expect.poll(() => input.value).toBe('(213) 373-4253')
  expect(input.selectionStart).toBe('(213) '.length)
  expect(document.activeElement).toBe(input)
})

test.each<[what: string, props: PhoneEntryProps]>([
  ['a default value', { defaultValue: '+12133734253' }],
  ['a value', { value: '+12133734253' }],
  ['a value that is not a valid number', { value: '+447400123' }],
  ['a value whose country only the full metadata knows', { value: '+14169671111' }],
])('nobody is told of %s that nobody touched, when more is known of it', async (_, props) => {
  await loadNumberMetadata()
  const onValueChange = vi.fn()
  const onChange = vi.fn()
  // The first render has little metadata, as on the server.
  const { input, hydrate } = serve(
    <PhoneEntry defaultCountry="US" {...props} {...{ onValueChange, onChange }} />,
  )
  const before = input.value
  hydrate()
  await expect.poll(() => input.value).not.toBe(before)
  await expect.poll(() => input.validity.customError).toBe(input.value.startsWith('+44'))
  expect(onValueChange).not.toHaveBeenCalled()
  expect(onChange).not.toHaveBeenCalled()
})
