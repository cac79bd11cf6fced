import { Controller, useForm, useWatch, type UseFormSetValue } from 'react-hook-form'
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
  paste,
} from '../../../../test/support/code-field.tsx'
import { CodeInput } from './code-input.tsx'

// React Hook Form itself: by `register`, which reads and writes through the ref, and by
// `Controller`, which holds the value.

interface Values {
  code: string
}

const press = (name: string) =>
  (page.getByRole('button', { name }).element() as HTMLButtonElement).click()

const buttons = (setValue: UseFormSetValue<Values>, reset: () => void) => (
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

const watched = () => document.querySelector('output')?.textContent

test.each([
  ['register', Registered],
  ['Controller', Controlled],
])('is a field of React Hook Form by %s', async (_, Form) => {
  const onSent = vi.fn<(values: Values) => void>()
  await render(<Form onSent={onSent} />)
  await expect.poll(drawn).toBe('48____')
  await focus()
  await keys('2')
  expectCode('482')
  await expect.poll(watched).toBe('482')
  press('Send')
  // Too short: the library puts the focus on it.
  await expect.poll(() => document.activeElement).toBe(field())
  expect(onSent).not.toHaveBeenCalled()
  await paste('482 913')
  expectCode('482913')
  press('Send')
  await expect.poll(() => onSent.mock.lastCall?.[0]).toEqual({ code: '482913' })
  press('Set')
  await expect.poll(drawn).toBe('771204')
  press('Start again')
  await expect.poll(drawn).toBe('48____')
  expectCode('48')
  await keys('5')
  await expect.poll(watched).toBe('485')
})

test('gives React Hook Form clean text after a composition and a fill', async () => {
  await render(<Registered onSent={() => {}} />)
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
