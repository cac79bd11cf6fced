import { act, render, renderHook, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { createRef, StrictMode, type ReactNode, type Ref } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { codeInputParts, codeInputScope } from './code-input.anatomy.ts'
import type { UseCodeInputOptions } from './code-input-options.ts'
import { useCodeInput } from './use-code-input.ts'

type Props = Partial<UseCodeInputOptions> & {
  yours?: Parameters<ReturnType<typeof useCodeInput>['getInputProps']>[0]
  heard?: (field: ReturnType<typeof useCodeInput>) => void
}

/** Markup of one's own: no component of ours, only the getters. */
function Field({ yours, heard, ...options }: Props): ReactNode {
  const field = useCodeInput({ length: 4, ...options })
  heard?.(field)
  return (
    <div {...field.getRootProps()}>
      {/* oxlint-disable-next-line jsx-a11y/label-has-associated-control -- the getter has htmlFor */}
      <label {...field.getLabelProps()}>Code</label>
      <p {...field.getDescriptionProps()}>Four digits</p>
      <div {...field.getControlProps()}>
        {[0, 1, 2, 3].map((index) => (
          <span key={index} {...field.getSlotProps(index)} />
        ))}
        <i {...field.getSeparatorProps()} />
        <input {...field.getInputProps(yours)} />
      </div>
      <p {...field.getErrorProps()}>Wrong</p>
      <p {...field.getStatusProps()} />
    </div>
  )
}

const drawn = () =>
  [...document.querySelectorAll('[data-part="slot"]')].map((slot) => slot.textContent).join('')

test('is a field by its getters alone: labelled, described, drawn and reported (CODE-23)', async () => {
  const onValueChange = vi.fn()
  const onValueComplete = vi.fn()
  render(
    <StrictMode>
      <Field
        name="pin"
        hasDescription
        hasError
        invalid
        onValueChange={onValueChange}
        onValueComplete={onValueComplete}
      />
    </StrictMode>,
  )
  const input = screen.getByRole('textbox', { name: 'Code' })
  expect(input).toHaveAccessibleDescription('Four digits Wrong')
  expect(input).toBeInvalid()
  expect(input).toHaveAttribute('name', 'pin')
  await userEvent.setup().type(input, '4829')
  expect(input).toHaveValue('4829')
  expect(drawn()).toBe('4829')
  expect(onValueChange).toHaveBeenCalledTimes(4)
  expect(onValueComplete).toHaveBeenCalledTimes(1)
})

test('gives the value, whether it is whole, and whether it has the focus', () => {
  const heard = vi.fn<NonNullable<Props['heard']>>()
  render(<Field defaultValue="482" heard={heard} />)
  const last = () => heard.mock.lastCall?.[0]
  expect(last()).toMatchObject({ value: '482', isComplete: false, isFocused: false })
  act(() => screen.getByRole('textbox').focus())
  act(() => {
    last()?.setValue('9')
  })
  expect(last()).toMatchObject({ value: '4829', isComplete: true, isFocused: true })
})

test('takes text by script as if it were pasted, unless it is locked or unusable (CODE-13)', () => {
  const onValueChange = vi.fn()
  const onValueInvalid = vi.fn()
  const heard = vi.fn<NonNullable<Props['heard']>>()
  const props = { onValueChange, onValueInvalid, heard }
  const { rerender } = render(<Field {...props} />)
  const set = (text: string) => {
    let isTaken: boolean | undefined
    act(() => {
      isTaken = heard.mock.lastCall?.[0].setValue(text)
    })
    return isTaken
  }
  expect(set('Your PIN is 48 29')).toBe(true)
  expect(screen.getByRole('textbox')).toHaveValue('4829')
  expect(onValueChange.mock.lastCall).toEqual([
    '4829',
    { reason: 'imperative-action', event: undefined },
  ])
  expect(set('nothing')).toBe(false)
  expect(onValueInvalid.mock.lastCall).toEqual([
    'nothing',
    { reason: 'imperative-action', event: undefined },
  ])
  rerender(<Field {...props} readOnly />)
  expect(set('1111')).toBe(false)
  expect(onValueChange).toHaveBeenCalledTimes(1)
})

test('takes nothing by script before there is an input', () => {
  const { result } = renderHook(() => useCodeInput({ length: 4 }))
  expect(result.current.setValue('4829')).toBe(false)
})

test.each([
  ['an object', () => createRef<HTMLInputElement>()],
  ['a function', () => vi.fn()],
])('shares the input with a ref of the getter that is %s (CODE-21)', async (_, make) => {
  const ref = make()
  render(<Field yours={{ ref: ref as Ref<HTMLInputElement> }} />)
  const input = screen.getByRole('textbox')
  await userEvent.setup().type(input, '48')
  expect(drawn()).toBe('48')
  if (typeof ref === 'function') expect(ref.mock.calls).toEqual([[input]])
  else expect(ref.current).toBe(input)
})

test('puts props of the getter over those of the hook, and both over ours', async () => {
  const order: string[] = []
  render(
    <Field
      inputMode="text"
      aria-describedby="ours"
      onFocus={() => order.push('hook')}
      yours={{
        enterKeyHint: 'go',
        'aria-describedby': 'yours',
        onFocus: () => order.push('getter'),
      }}
    />,
  )
  const input = screen.getByRole('textbox')
  act(() => input.focus())
  expect(input).toHaveAttribute('inputmode', 'text')
  expect(input).toHaveAttribute('enterkeyhint', 'go')
  expect(input).toHaveAttribute('aria-describedby', 'ours yours')
  expect(order).toEqual(['getter', 'hook'])
})

test('has an alert for its error, and says nothing else, when it announces (CODE-24)', () => {
  render(<Field announce />)
  expect(screen.getByRole('alert')).toHaveTextContent('Wrong')
})

test('has a getter for each part of its anatomy, and for no other', () => {
  const { container } = render(<Field hasDescription hasError announce />)
  const marked = [...container.querySelectorAll('[data-part]')]
  expect(marked.map((part) => part.getAttribute('data-scope'))).toEqual(
    marked.map(() => codeInputScope),
  )
  const rendered = new Set(marked.map((part) => part.getAttribute('data-part')))
  expect(rendered).toEqual(new Set(codeInputParts))
})

test('shares its options object between renders', async () => {
  const options = { length: 4, onValueComplete: vi.fn() }
  render(<Field {...options} />)
  await userEvent.setup().type(screen.getByRole('textbox'), '4829')
  expect(options.onValueComplete).toHaveBeenCalledTimes(1)
})

test('renders on a server what the page starts with (CODE-20)', () => {
  const html = renderToString(<Field defaultValue="48" />)
  const host = document.createElement('div')
  host.innerHTML = html
  expect(host.querySelector('input')).toHaveValue('48')
  expect(host.textContent).toContain('48')
})
