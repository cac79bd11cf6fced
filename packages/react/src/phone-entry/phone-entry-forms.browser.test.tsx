import { loadNumberMetadata } from '@phoneproof/hooks'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { field, keys, mount } from '../../../../test/support/phone-field.tsx'
import { PhoneEntry } from './phone-entry.tsx'

// The field among others: forms, validity, values from outside.

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

test('says nothing before the field is left, then follows (PHONE-36)', async () => {
  await mount()
  const message = () => page.getByText(/too short/).query()
  field().focus()
  await keys('213')
  expect(message()).toBeNull()
  expect(field()).toHaveAttribute('aria-invalid', 'false')
  await userEvent.tab()
  expect(message()).not.toBeNull()
  expect(field()).toHaveAttribute('aria-invalid', 'true')
  expect(field()).toHaveAccessibleDescription(/too short/)
  field().focus()
  await keys('3734253')
  expect(message()).toBeNull()
  expect(field()).toHaveAttribute('aria-invalid', 'false')
})

test('leaving an empty field is no mistake (PHONE-36)', async () => {
  await mount({ required: true })
  field().focus()
  await userEvent.tab()
  expect(field()).toHaveAttribute('aria-invalid', 'false')
})

test('going to the country beside it is not leaving the field (PHONE-36)', async () => {
  await mount()
  field().focus()
  await keys('213')
  await userEvent.tab({ shift: true })
  expect(field()).toHaveAttribute('aria-invalid', 'false')
})

test('leaving by way of the country is leaving (PHONE-36)', async () => {
  await mount({}, (node) => (
    <>
      <button type="button">Before</button>
      {node}
    </>
  ))
  field().focus()
  await keys('213')
  await userEvent.tab({ shift: true })
  expect(field()).toHaveAttribute('aria-invalid', 'false')
  await userEvent.tab({ shift: true })
  await expect.element(page.getByRole('button', { name: 'Before' })).toHaveFocus()
  expect(field()).toHaveAttribute('aria-invalid', 'true')
})

test('a plain form submits E.164 once it is one, and focuses the field before (PHONE-37, PHONE-38)', async () => {
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

test('an optional empty field submits an empty string (PHONE-38)', async () => {
  await mount({ name: 'phone' }, inForm)
  await send()
  expect(form().dataset['sent']).toBe('[["phone",""]]')
})

const checking = (node: React.ReactNode) => (
  <form
    noValidate
    onSubmit={(event) => {
      event.preventDefault()
      event.currentTarget.dataset['valid'] = `${event.currentTarget.checkValidity()}`
    }}
  >
    <input aria-label="First" required />
    {node}
    <button type="submit">Send</button>
  </form>
)

test('a form without native validation asks by checkValidity (PHONE-37)', async () => {
  await mount({ required: true }, checking)
  await userEvent.fill(page.getByRole('textbox', { name: 'First' }), 'Ada')
  await send()
  expect(form().dataset['valid']).toBe('false')
  await expect.element(page.getByText('Enter your phone number.')).toBeVisible()
  expect(field()).toHaveFocus()
})

test('leaves the focus to the first wrong field of the form, also by Enter (PHONE-37)', async () => {
  await mount({ required: true }, checking)
  const first = page.getByRole('textbox', { name: 'First' })
  await userEvent.click(first)
  await keys('{Enter}')
  await expect.element(page.getByText('Enter your phone number.')).toBeVisible()
  await expect.element(first).toHaveFocus()
})

test('a form that looks at its validity with each key moves no focus and says nothing (PHONE-36)', async () => {
  await mount({ required: true }, (node) => (
    <form noValidate onInput={(event) => event.currentTarget.checkValidity()}>
      <input aria-label="First" />
      {node}
    </form>
  ))
  const first = page.getByRole('textbox', { name: 'First' })
  await userEvent.type(first, 'Ada')
  await expect.element(first).toHaveFocus()
  await expect.element(first).toHaveValue('Ada')
  expect(field()).toHaveAttribute('aria-invalid', 'false')
})

test('a submit that a script asks for is stopped by the browser, at the field (PHONE-37)', async () => {
  await mount({ name: 'phone', required: true }, inForm)
  form().requestSubmit()
  await expect.poll(() => document.activeElement).toBe(field())
  expect(form().dataset['sent']).toBeUndefined()
})

test('a press that leaves the field hits what it was aimed at, message or not', async () => {
  await mount({ name: 'phone' }, inForm)
  field().focus()
  await keys('213')
  await send()
  await expect.element(page.getByText(/too short/)).toBeVisible()
  expect(field()).toHaveFocus()
})

test('a reset brings the initial number back (PHONE-39)', async () => {
  const phone = await mount({ name: 'phone', defaultValue: '+447400123456' }, inForm)
  field().focus()
  await keys('{Control>}a{/Control}213')
  await userEvent.click(page.getByRole('button', { name: 'Reset' }))
  await expect.poll(() => field().value).toBe('+44 7400 123456')
  expect(phone.value()).toBe('+447400123456')
  expect(new FormData(form()).get('phone')).toBe('+447400123456')
})

test('a reset that is prevented changes nothing (PHONE-39)', async () => {
  const phone = await mount({ name: 'phone' }, (node) => (
    <form onReset={(event) => event.preventDefault()}>
      {node}
      <button type="reset">Reset</button>
    </form>
  ))
  field().focus()
  await keys('2133734253')
  await userEvent.click(page.getByRole('button', { name: 'Reset' }))
  await keys('{Tab}')
  expect(field().value).toBe('(213) 373-4253')
  expect(phone.value()).toBe('+12133734253')
})

test('an order to clear reaches what is not a number yet; an echo does not (PHONE-39)', async () => {
  const phone = await mount({ value: undefined })
  field().focus()
  await keys('213')
  await phone.rerender({ value: '' })
  expect(field().value).toBe('')
  await keys('213')
  await phone.rerender({ value: null })
  expect(field().value).toBe('')
  await keys('213')
  await phone.rerender({ value: undefined })
  expect(field().value).toBe('(213)')
})

test('a parent that makes nothing of undefined loses no digit (PHONE-39)', async () => {
  await loadNumberMetadata()
  function Parent() {
    const [value, setValue] = useState<string>()
    return (
      <PhoneEntry
        defaultCountry="US"
        value={value}
        onValueChange={(next) => setValue(next ?? '')}
      />
    )
  }
  await render(<Parent />)
  field().focus()
  await keys('2133734253')
  expect(field().value).toBe('(213) 373-4253')
  await keys('{Backspace}{Backspace}')
  expect(field().value).toBe('(213) 373-42')
})

test('follows a value from outside, and keeps its text through an echo (PHONE-39)', async () => {
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

test('null and an empty string are empty (PHONE-39)', async () => {
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
  expect(field()).toHaveAttribute('aria-invalid', 'false')
})

test('read-only keeps the number copyable and blocks the country; disabled blocks both (PHONE-46)', async () => {
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
