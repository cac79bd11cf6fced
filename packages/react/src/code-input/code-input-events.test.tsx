import { act, fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { CodeInput, type CodeInputProps } from './code-input.tsx'

// Testing Library, password managers and browser drivers set the value and send events in any order.
// Whatever they send, the field, its slots, its form and its parent agree on the code afterwards.

type Held = 'onValueChange' | 'onChange' | undefined

const onValueChange = vi.fn<(value: string) => void>()
const onValueComplete = vi.fn<(value: string) => void>()
const onChange = vi.fn<(value: string) => void>()

function Form({ held, initial, ...rest }: CodeInputProps & { held: Held; initial: string }) {
  const [value, setValue] = useState(initial)
  return (
    <form aria-label="Sign in">
      <CodeInput
        {...rest}
        {...(held ? { value } : { defaultValue: initial })}
        name="code"
        onValueChange={(next) => {
          onValueChange(next)
          if (held === 'onValueChange') setValue(next)
        }}
        onChange={({ target }) => {
          onChange(target.value)
          if (held === 'onChange') setValue(target.value)
        }}
        onValueComplete={onValueComplete}
      />
    </form>
  )
}

const field = () => screen.getByRole<HTMLInputElement>('textbox')

const code = () => {
  const slots = document.querySelectorAll('[data-part="slot"]')
  const drawn = Array.from(slots, (slot) => slot.textContent).join('')
  const sent = new FormData(screen.getByRole<HTMLFormElement>('form')).get('code')
  expect({ drawn, sent }).toEqual({ drawn: field().value, sent: field().value })
  return field().value
}

/** Sets the value as Testing Library and extensions do, past React. */
const setNatively = (value: string) =>
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field(), value)

const sequences = [
  ['input'],
  ['change'],
  ['input', 'change'],
  ['change', 'input'],
  ['input', 'input'],
  ['change', 'change'],
  ['input', 'change', 'input', 'change'],
] as const

const values = [
  { initial: '', set: '482913', becomes: '482913' },
  { initial: '', set: '48', becomes: '48' },
  { initial: '48', set: '482-913', becomes: '482913' },
  { initial: '48', set: '4x8x2', becomes: '482' },
  { initial: '482913', set: '771204', becomes: '771204' },
  { initial: '482913', set: '48', becomes: '48' },
  { initial: '482913', set: '', becomes: '' },
  { initial: '48', set: '', becomes: '' },
  { initial: '48', set: 'nothing', becomes: '48' },
]

const cases = ([undefined, 'onValueChange', 'onChange'] as const).flatMap((held) =>
  sequences.flatMap((events) => values.map((value) => ({ held, events, ...value }))),
)

function start(held: Held, initial: string, more?: CodeInputProps) {
  for (const spy of [onValueChange, onValueComplete, onChange]) spy.mockClear()
  render(<Form {...more} held={held} initial={initial} />)
}

test.each(cases)(
  'agrees on "$becomes" after "$set" over "$initial" by the native setter and $events, held by $held (CODE-14)',
  ({ held, events, initial, set, becomes }) => {
    start(held, initial)
    setNatively(set)
    for (const event of events) fireEvent[event](field())
    expect(code()).toBe(becomes)
    const told = becomes === initial ? [] : [becomes]
    expect(onValueChange.mock.calls.map(([value]) => value)).toEqual(told)
    expect(onChange.mock.calls.map(([value]) => value)).toEqual(told)
    const completed = told.filter((value) => value.length === 6)
    expect(onValueComplete.mock.calls.map(([value]) => value)).toEqual(completed)
  },
)

// React does not notice an assignment, whatever event follows.
test.each(cases.filter(({ held, set }) => held !== 'onChange' && set !== 'nothing'))(
  'agrees on "$becomes" after "$set" over "$initial" is assigned and $events, held by $held (CODE-14)',
  ({ held, events, initial, set, becomes }) => {
    start(held, initial)
    act(() => {
      field().value = set
      for (const event of events) field().dispatchEvent(new Event(event, { bubbles: true }))
    })
    expect(code()).toBe(becomes)
    expect(onValueChange.mock.calls.map(([value]) => value)).toEqual([becomes])
    const completed = becomes.length === 6 ? [becomes] : []
    expect(onValueComplete.mock.calls.map(([value]) => value)).toEqual(completed)
  },
)

test('reports that a program emptied it (CODE-14)', () => {
  const told = vi.fn<NonNullable<CodeInputProps['onValueChange']>>()
  render(<CodeInput defaultValue="482913" onValueChange={told} />)
  setNatively('')
  fireEvent.input(field())
  expect(told.mock.calls).toEqual([['', expect.objectContaining({ reason: 'input-clear' })]])
})

test.each([{ readOnly: true }, { busy: true }, { disabled: true }])(
  'gives up nothing to a program while locked (%o) (CODE-13)',
  (locked) => {
    start('onValueChange', '48', locked)
    for (const set of ['', '482913', 'nothing']) {
      for (const events of sequences) {
        setNatively(set)
        for (const event of events) fireEvent[event](field())
        expect(field()).toHaveValue('48')
      }
    }
    expect(onValueChange).not.toHaveBeenCalled()
  },
)

test('reports nothing again when it is left (CODE-15)', async () => {
  const user = userEvent.setup()
  start('onChange', '')
  await user.type(field(), '48')
  await user.tab()
  fireEvent.change(field())
  expect(onValueChange.mock.calls).toEqual([['4'], ['48']])
  expect(onChange.mock.calls).toEqual([['4'], ['48']])
})
