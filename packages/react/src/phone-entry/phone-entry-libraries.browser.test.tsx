import { loadNumberMetadata } from '@phoneproof/hooks'
import { useForm as useTanStackForm } from '@tanstack/react-form'
import { useFormik } from 'formik'
import { useState, type ReactNode } from 'react'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { expect, test, vi } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { compose, field, keys, paste } from '../../../../test/support/phone-field.tsx'
import { PhoneEntry } from './phone-entry.tsx'

// The libraries themselves, which hold a value as they do for any input: what `onChange` says is
// the
// text of the field, and comes back as its `value`.

interface Values {
  phone: string
}

interface FormProps {
  onSent: (values: Values) => void
}

const buttons = (set: (phone: string) => void, reset: () => void): ReactNode => (
  <>
    <button type="submit">Send</button>
    <button type="button" onClick={() => set('+447400123456')}>
      Set
    </button>
    <button type="button" onClick={reset}>
      Start again
    </button>
  </>
)

function Plain({ onSent }: FormProps) {
  const [phone, setPhone] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSent({ phone })
      }}
    >
      <PhoneEntry
        defaultCountry="US"
        value={phone}
        onChange={({ target }) => setPhone(target.value)}
      />
      <output>{phone}</output>
      {buttons(setPhone, () => setPhone(''))}
    </form>
  )
}

function Digits({ onSent }: FormProps) {
  const [phone, setPhone] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSent({ phone })
      }}
    >
      <PhoneEntry
        defaultCountry="US"
        value={phone}
        onChange={({ target }) => setPhone(target.value.replace(/[^+\d]/g, ''))}
      />
      <output>{phone}</output>
      {buttons(setPhone, () => setPhone(''))}
    </form>
  )
}

function Formik({ onSent }: FormProps) {
  const form = useFormik<Values>({ initialValues: { phone: '' }, onSubmit: onSent })
  return (
    <form onSubmit={form.handleSubmit}>
      <PhoneEntry defaultCountry="US" {...form.getFieldProps('phone')} />
      <output>{form.values.phone}</output>
      {buttons(
        (phone) => void form.setFieldValue('phone', phone),
        () => form.resetForm(),
      )}
    </form>
  )
}

function HookForm({ onSent }: FormProps) {
  const { control, handleSubmit, setValue, reset } = useForm<Values>({
    defaultValues: { phone: '' },
  })
  const phone = useWatch({ control, name: 'phone' })
  return (
    <form onSubmit={(event) => void handleSubmit(onSent)(event)}>
      <Controller
        control={control}
        name="phone"
        render={({ field: props }) => <PhoneEntry defaultCountry="US" {...props} />}
      />
      <output>{phone}</output>
      {buttons(
        (next) => setValue('phone', next),
        () => reset(),
      )}
    </form>
  )
}

function TanStack({ onSent }: FormProps) {
  const form = useTanStackForm({
    defaultValues: { phone: '' },
    onSubmit: ({ value }) => onSent(value),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void form.handleSubmit()
      }}
    >
      <form.Field name="phone">
        {({ state, name, handleChange, handleBlur }) => (
          <>
            <PhoneEntry
              defaultCountry="US"
              name={name}
              value={state.value}
              onChange={({ target }) => handleChange(target.value)}
              onBlur={handleBlur}
            />
            <output>{state.value}</output>
          </>
        )}
      </form.Field>
      {buttons(
        (phone) => form.setFieldValue('phone', phone),
        () => form.reset(),
      )}
    </form>
  )
}

const libraries = [
  ['value and onChange', Plain],
  ['value and onChange, of digits alone', Digits],
  ['Formik by getFieldProps', Formik],
  ['React Hook Form by Controller, spread', HookForm],
  ['TanStack Form', TanStack],
] as const

const press = (name: string) => userEvent.click(page.getByRole('button', { name, exact: true }))
const held = () => document.querySelector('output')?.textContent ?? ''
const digitsIn = (text: string) => text.replace(/[^+\d]/g, '')

/** The field shows it, and the parent holds it: the text itself, or its digits. */
async function expectText(text: string) {
  await expect.poll(() => field().value).toBe(text)
  await expect.poll(() => digitsIn(held())).toBe(digitsIn(text))
}

test.each(libraries)(
  'is an input to %s: typed, deleted, undone, pasted, filled',
  async (_, Form) => {
    await loadNumberMetadata()
    const onSent = vi.fn<FormProps['onSent']>()
    await render(<Form onSent={onSent} />)
    field().focus()
    await keys('2')
    await expectText('2')
    await keys('133734253')
    await expectText('(213) 373-4253')
    expect(field().selectionStart).toBe(14)
    await keys('{Backspace}{Backspace}')
    await expectText('(213) 373-42')
    await keys('{Control>}z{/Control}')
    await expectText('(213) 373-425')
    field().select()
    await paste('+44 7400 123456')
    await expectText('+44 7400 123456')
    await userEvent.fill(field(), '2133734254')
    await expectText('(213) 373-4254')
    await press('Send')
    await expect.poll(() => digitsIn(onSent.mock.lastCall?.[0].phone ?? '')).toBe('2133734254')
    await userEvent.fill(field(), '')
    await expectText('')
    field().focus()
    await keys('213')
    await expectText('(213)')
  },
)

test.each(libraries)('follows what %s sets, and clears', async (_, Form) => {
  await loadNumberMetadata()
  await render(<Form onSent={() => {}} />)
  await press('Set')
  await expectText('+44 7400 123456')
  field().focus()
  await keys('{End}{Backspace}')
  await expectText('+44 7400 12345')
  // Of a number and of what is none yet.
  await press('Start again')
  await expectText('')
  field().focus()
  await keys('213')
  await expectText('(213)')
  await press('Start again')
  await expectText('')
  field().focus()
  await keys('2133734253')
  await expectText('(213) 373-4253')
  await press('Set')
  await expectText('+44 7400 123456')
})

test.each(libraries)(
  'gives %s what was composed, and what a picked country made',
  async (_, Form) => {
    await loadNumberMetadata()
    await render(<Form onSent={() => {}} />)
    field().focus()
    for (const part of ['\uFF12', '\uFF12\uFF11', '\uFF12\uFF11\uFF13']) await compose(part)
    await cdp().send('Input.insertText', { text: '\uFF12\uFF11\uFF13' })
    await expectText('(213)')
    await keys('3734253')
    await expectText('(213) 373-4253')
    field().select()
    await keys('+4930901820')
    await expectText('+49 30 901820')
    await userEvent.click(page.getByRole('button', { name: /change country/ }))
    await page.getByRole('combobox').fill('france')
    await keys('{Enter}')
    await expectText('+33 3 09 01 82 0')
  },
)

test('tells onChange once for each edit, of the text and the name', async () => {
  await loadNumberMetadata()
  const told: string[] = []
  await render(
    <form>
      <PhoneEntry
        defaultCountry="US"
        name="phone"
        onChange={({ target }) => told.push(`${target.name} ${target.value}`)}
      />
    </form>,
  )
  field().focus()
  await keys('2133')
  // Nothing is added, and nothing told.
  await keys('a- ')
  await keys('{Backspace}')
  expect(told).toEqual(['phone 2', 'phone 21', 'phone (213)', 'phone (213) 3', 'phone (213)'])
  // The number is submitted once, under that name.
  expect([...new FormData(field().form as HTMLFormElement)]).toEqual([['phone', '']])
})

test('holds the text for React Hook Form by register, uncontrolled', async () => {
  await loadNumberMetadata()
  const onSent = vi.fn<FormProps['onSent']>()
  function Registered() {
    const { register, handleSubmit } = useForm<Values>()
    return (
      <form onSubmit={(event) => void handleSubmit(onSent)(event)}>
        <PhoneEntry defaultCountry="US" {...register('phone')} />
        <button type="submit">Send</button>
      </form>
    )
  }
  await render(<Registered />)
  field().focus()
  await keys('213373425')
  await paste('3')
  await press('Send')
  await expect.poll(() => onSent.mock.lastCall?.[0]).toEqual({ phone: '(213) 373-4253' })
})
