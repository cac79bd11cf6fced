import { useForm as useTanStackForm } from '@tanstack/react-form'
import { useFormik } from 'formik'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import {
  compose,
  drawn,
  expectCode,
  field,
  fillLikeAManager,
  focus,
  insertText,
  keys,
  nextFrame,
  paste,
} from '../../../../test/support/code-field.tsx'
import { CodeInput } from './code-input.tsx'

// The form libraries themselves: React Hook Form by `register`, which reads and writes through the ref,
// and by `Controller`; Formik and TanStack Form, which hold the value as they do for any input.

interface Values {
  code: string
}

const press = (name: string) =>
  (page.getByRole('button', { name }).element() as HTMLButtonElement).click()

const buttons = (setValue: (name: 'code', value: string) => void, reset: () => void) => (
  <>
    <button type="submit">Send</button>
    <button type="button" onClick={() => setValue('code', '771204')}>
      Set
    </button>
    <button type="button" onClick={reset}>
      Start again
    </button>
  </>
)

function Registered({ onSent }: { onSent: (values: Values) => void }) {
  const { control, register, handleSubmit, setValue, reset } = useForm<Values>({
    defaultValues: { code: '48' },
  })
  const code = useWatch({ control, name: 'code' })
  return (
    <form onSubmit={(event) => void handleSubmit(onSent)(event)}>
      <CodeInput {...register('code', { minLength: 6 })} />
      <output>{code}</output>
      {buttons(setValue, () => reset())}
    </form>
  )
}

function Controlled({ onSent }: { onSent: (values: Values) => void }) {
  const { control, handleSubmit, setValue, reset } = useForm<Values>({
    defaultValues: { code: '48' },
  })
  const code = useWatch({ control, name: 'code' })
  return (
    <form onSubmit={(event) => void handleSubmit(onSent)(event)}>
      <Controller
        control={control}
        name="code"
        rules={{ minLength: 6 }}
        render={({ field: { onChange, ...rest } }) => (
          <CodeInput {...rest} onValueChange={onChange} />
        )}
      />
      <output>{code}</output>
      {buttons(setValue, () => reset())}
    </form>
  )
}

/** With the field's own `onChange`, as for an `<input>`. */
function Spread({ onSent }: { onSent: (values: Values) => void }) {
  const { control, handleSubmit, setValue, reset } = useForm<Values>({
    defaultValues: { code: '48' },
  })
  const code = useWatch({ control, name: 'code' })
  return (
    <form onSubmit={(event) => void handleSubmit(onSent)(event)}>
      <Controller
        control={control}
        name="code"
        rules={{ minLength: 6 }}
        render={({ field }) => <CodeInput {...field} />}
      />
      <output>{code}</output>
      {buttons(setValue, () => reset())}
    </form>
  )
}

const tooShort = ({ code }: Values) => (code.length < 6 ? { code: 'Too short' } : {})

function Formik({ onSent }: { onSent: (values: Values) => void }) {
  const form = useFormik<Values>({
    initialValues: { code: '48' },
    validate: tooShort,
    onSubmit: onSent,
  })
  return (
    <form onSubmit={form.handleSubmit}>
      <CodeInput {...form.getFieldProps('code')} />
      <output>{form.values.code}</output>
      {buttons(
        (name, value) => void form.setFieldValue(name, value),
        () => form.resetForm(),
      )}
    </form>
  )
}

function TanStack({ onSent }: { onSent: (values: Values) => void }) {
  const form = useTanStackForm({
    defaultValues: { code: '48' },
    validators: { onSubmit: ({ value }) => tooShort(value).code },
    onSubmit: ({ value }) => onSent(value),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void form.handleSubmit()
      }}
    >
      <form.Field name="code">
        {(code) => (
          <>
            <CodeInput
              name={code.name}
              value={code.state.value}
              onBlur={code.handleBlur}
              onChange={(event) => code.handleChange(event.target.value)}
            />
            <output>{code.state.value}</output>
          </>
        )}
      </form.Field>
      {buttons(
        (name, value) => form.setFieldValue(name, value),
        () => form.reset(),
      )}
    </form>
  )
}

const watched = () => document.querySelector('output')?.textContent

test.each([
  ['React Hook Form by register', Registered],
  ['React Hook Form by Controller and onValueChange', Controlled],
  ['React Hook Form by Controller alone', Spread],
  ['Formik by getFieldProps', Formik],
  ['TanStack Form', TanStack],
])('is a field of %s (CODE-19)', async (_, Form) => {
  const onSent = vi.fn<(values: Values) => void>()
  await render(<Form onSent={(values) => onSent({ ...values })} />)
  await expect.poll(drawn).toBe('48____')
  await focus()
  await keys('2')
  expectCode('482')
  await expect.poll(watched).toBe('482')
  press('Send')
  await nextFrame()
  expect(onSent).not.toHaveBeenCalled()
  await keys('{Backspace}1{Backspace}2')
  await paste('9-1')
  expectCode('48291')
  await expect.poll(watched).toBe('48291')
  await keys('{Control>}z{/Control}')
  expectCode('482')
  await expect.poll(watched).toBe('482')
  await paste('Your code is 482 913.')
  expectCode('482913')
  press('Send')
  await expect.poll(() => onSent.mock.lastCall?.[0]).toEqual({ code: '482913' })
  fillLikeAManager('100 200')
  await expect.poll(watched).toBe('100200')
  expectCode('100200')
  press('Set')
  await expect.poll(drawn).toBe('771204')
  press('Start again')
  await expect.poll(drawn).toBe('48____')
  expectCode('48')
  await focus()
  await keys('5')
  expectCode('485')
  await expect.poll(watched).toBe('485')
})

test.each([
  ['register', Registered],
  ['Controller', Spread],
])(
  'gets the focus from React Hook Form by %s when its code is too short (CODE-19)',
  async (_, Form) => {
    await render(<Form onSent={() => {}} />)
    press('Send')
    await expect.poll(() => document.activeElement).toBe(field())
  },
)

test.each([
  ['React Hook Form by register', Registered],
  ['React Hook Form by Controller', Spread],
  ['Formik', Formik],
  ['TanStack Form', TanStack],
])('gives %s clean text after a composition and a fill (CODE-19)', async (_, Form) => {
  await render(<Form onSent={() => {}} />)
  await focus()
  await compose('\uff11')
  await insertText('\uff11')
  await expect.poll(watched).toBe('481')
  await compose('\u4f60')
  await insertText('\u4f60')
  await expect.poll(watched).toBe('481')
  fillLikeAManager('482-913')
  await expect.poll(watched).toBe('482913')
  expectCode('482913')
})
