import { loadNumberMetadata } from '@phoneproof/hooks'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { field, keys, mount } from '../../../../test/support/phone-field.tsx'
import { PhoneEntry } from './phone-entry.tsx'

// The field among others: forms, validity, values from outside, server HTML.

const form = () => document.querySelector('form') as HTMLFormElement
const inForm = (node: React.ReactNode) => (
  <form
    onSubmit={(event) => {
      event.preventDefault()
      form().dataset['sent'] = JSON.stringify([...new FormData(form())])
    }}
  >
    {node}
    <input aria-label="Other" required defaultValue="x" />
    <button type="submit">Send</button>
    <button type="reset">Reset</button>
  </form>
)
const send = () => userEvent.click(page.getByRole('button', { name: 'Send' }))

test('H36 says nothing before the field is left, then follows', async () => {
  await mount()
  const message = () => page.getByText(/too short/).query()
  field().focus()
  await keys('213')
  expect(message()).toBeNull()
  expect(field()).not.toHaveAttribute('aria-invalid')
  await userEvent.tab()
  expect(message()).not.toBeNull()
  expect(field()).toHaveAttribute('aria-invalid', 'true')
  expect(field()).toHaveAccessibleDescription(/too short/)
  field().focus()
  await keys('3734253')
  expect(message()).toBeNull()
  expect(field()).not.toHaveAttribute('aria-invalid')
})

test('H36 leaving an empty field is no mistake', async () => {
  await mount({ required: true })
  field().focus()
  await userEvent.tab()
  expect(field()).not.toHaveAttribute('aria-invalid')
})

test('going to the country beside it is not leaving the field', async () => {
  await mount()
  field().focus()
  await keys('213')
  await userEvent.tab({ shift: true })
  expect(field()).not.toHaveAttribute('aria-invalid')
})

test('H37 H38 a plain form submits E.164 once it is one, and focuses the field before', async () => {
  await mount({ name: 'phone', required: true }, inForm)
  await send()
  expect(form().dataset['sent']).toBeUndefined()
  await expect.element(page.getByText('Enter your phone number.')).toBeVisible()
  expect(field()).toHaveFocus()
  expect(field().validity.valid).toBe(false)
  await keys('2133734253')
  expect(field().validity.valid).toBe(true)
  await send()
  expect(form().dataset['sent']).toBe('[["phone","+12133734253"]]')
})

test('H38 an optional empty field submits an empty string', async () => {
  await mount({ name: 'phone' }, inForm)
  await send()
  expect(form().dataset['sent']).toBe('[["phone",""]]')
})

test('a form without native validation asks by checkValidity', async () => {
  await mount({ required: true }, (node) => <form noValidate>{node}</form>)
  expect(form().checkValidity()).toBe(false)
  await expect.element(page.getByText('Enter your phone number.')).toBeVisible()
  expect(field()).toHaveFocus()
})

test('leaves the focus to the first wrong field of the form', async () => {
  await mount({ required: true }, (node) => (
    <form noValidate>
      <input aria-label="First" required />
      {node}
    </form>
  ))
  form().checkValidity()
  expect(field()).not.toHaveFocus()
})

test('a press that leaves the field hits what it was aimed at, message or not', async () => {
  await mount({ name: 'phone' }, inForm)
  field().focus()
  await keys('213')
  await send()
  await expect.element(page.getByText(/too short/)).toBeVisible()
  expect(field()).toHaveFocus()
})

test('H39 a reset brings the initial number back', async () => {
  const phone = await mount({ name: 'phone', defaultValue: '+447400123456' }, inForm)
  field().focus()
  await keys('{Control>}a{/Control}213')
  await userEvent.click(page.getByRole('button', { name: 'Reset' }))
  await expect.poll(() => field().value).toBe('+44 7400 123456')
  expect(phone.value()).toBe('+447400123456')
  expect(new FormData(form()).get('phone')).toBe('+447400123456')
})

test('H39 follows a value from outside, and keeps its text through an echo', async () => {
  const phone = await mount({ value: '+447400123456' })
  expect(field().value).toBe('+44 7400 123456')
  await phone.rerender({ value: '+12133734253' })
  expect(field().value).toBe('+1 213 373 4253')
  field().focus()
  await keys('{Control>}a{/Control}2133734253')
  await phone.rerender({ value: '+12133734253' })
  expect(field().value).toBe('(213) 373-4253')
  await keys('{Backspace}')
  await phone.rerender({ value: undefined })
  expect(field().value).toBe('(213) 373-425')
})

test('H39 null and an empty string are empty', async () => {
  const phone = await mount({ value: '+12133734253' })
  await phone.rerender({ value: null })
  expect(field().value).toBe('')
  await phone.rerender({ value: '+12133734253' })
  await phone.rerender({ value: '' })
  expect(field().value).toBe('')
  expect(phone.onValueChange).not.toHaveBeenCalled()
})

test('a default country that arrives late is taken while nothing was typed', async () => {
  const phone = await mount({ defaultCountry: 'US' })
  await phone.rerender({ defaultCountry: 'FR' })
  await expect
    .element(page.getByRole('button', { name: '+33 France, change country' }))
    .toBeVisible()
  field().focus()
  await keys('0612')
  await phone.rerender({ defaultCountry: 'DE' })
  await expect
    .element(page.getByRole('button', { name: '+33 France, change country' }))
    .toBeVisible()
})

test('shows the error of the app before its own', async () => {
  const phone = await mount({ error: 'Already in use.', defaultValue: '+12133734253' })
  expect(field()).toHaveAccessibleDescription('Already in use.')
  expect(field()).toHaveAttribute('aria-invalid', 'true')
  expect(field().validity.valid).toBe(true)
  await phone.rerender({ error: undefined })
  expect(field()).not.toHaveAttribute('aria-invalid')
})

test('H46 read-only keeps the number copyable and blocks the country; disabled blocks both', async () => {
  const phone = await mount({ defaultValue: '+12133734253', readOnly: true })
  const country = () => page.getByRole('button', { name: /change country/ }).element()
  field().focus()
  await keys('5')
  expect(field()).toHaveFocus()
  expect(field().value).toBe('+1 213 373 4253')
  expect(country()).toBeDisabled()
  await phone.rerender({ readOnly: false, disabled: true })
  expect(field()).toBeDisabled()
  expect(country()).toBeDisabled()
})

test('the ref is the visible input', async () => {
  const ref = { current: null as HTMLInputElement | null }
  await mount({ ...({ ref } as object) })
  expect(ref.current).toBe(field())
})

test('calls the handlers of the app first, and joins descriptions', async () => {
  const onFocus = vi.fn()
  await mount({ onFocus, 'aria-describedby': 'mine', description: 'Ours' }, (node) => (
    <>
      <p id="mine">Theirs</p>
      {node}
    </>
  ))
  field().focus()
  expect(onFocus).toHaveBeenCalledTimes(1)
  expect(field()).toHaveAccessibleDescription('Ours Theirs')
})

test('H41 server HTML is a plain phone field, and hydrates in place without a word', async () => {
  await loadNumberMetadata()
  const host = document.body.appendChild(document.createElement('form'))
  const element = <PhoneEntry name="phone" defaultValue="+447400123456" />
  host.innerHTML = renderToString(element)
  const before = host.querySelector('input') as HTMLInputElement
  expect(before.type).toBe('tel')
  expect(before.value).toBe('+44 7400123456')
  expect(new FormData(host).get('phone')).toBe('+44 7400123456')
  const { width, height } = host.getBoundingClientRect()
  const left = before.getBoundingClientRect().left

  const root = hydrateRoot(host, element, {
    onRecoverableError: (error) => expect.unreachable(String(error)),
  })
  await expect.poll(() => new FormData(host).getAll('phone')).toEqual(['+447400123456'])
  expect(host.querySelector('input')).toBe(before)
  await expect.poll(() => before.value).toBe('+44 7400 123456')
  const after = host.getBoundingClientRect()
  expect([after.width, after.height]).toEqual([width, height])
  expect(before.getBoundingClientRect().left).toBe(left)
  root.unmount()
  host.remove()
})

test('keeps what was typed before scripts ran', async () => {
  await loadNumberMetadata()
  const host = document.body.appendChild(document.createElement('div'))
  const onValueChange = vi.fn()
  const element = <PhoneEntry defaultCountry="US" onValueChange={onValueChange} />
  host.innerHTML = renderToString(element)
  const input = host.querySelector('input') as HTMLInputElement
  input.value = '2133734253'
  const root = hydrateRoot(host, element)
  await expect.poll(() => input.value).toBe('(213) 373-4253')
  expect(onValueChange.mock.lastCall?.[0]).toBe('+12133734253')
  root.unmount()
  host.remove()
})
