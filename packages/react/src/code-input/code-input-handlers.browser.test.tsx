import { StrictMode, useState, type ChangeEvent } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import {
  compose,
  expectCode,
  fillLikeAManager,
  focus,
  insertText,
  keys,
  nextFrame,
  paste,
  selection,
} from '../../../../test/support/code-field.tsx'
import { CodeInput, type CodeInputProps } from './code-input.tsx'

// The handlers of an `<input>`, `onChange` and `onInput`, as any form library writes them.

afterEach(() => vi.restoreAllMocks())

type Handler = 'onChange' | 'onInput'

interface ParentProps extends CodeInputProps {
  handler: Handler
  isControlled?: boolean
  initial?: string
  allow?: (next: string, before: string) => string
  onHeard?: (value: string) => void
}

/** A parent that holds the value by a handler of the input, and by nothing else. */
function Parent(props: ParentProps) {
  const { handler, isControlled, initial = '', allow = (next) => next, onHeard, ...rest } = props
  const [value, setValue] = useState(initial)
  const handle = ({ target }: ChangeEvent<HTMLInputElement>) => {
    onHeard?.(target.value)
    setValue((before) => allow(target.value, before))
  }
  return (
    <>
      <CodeInput
        {...rest}
        {...(isControlled ? { value } : { defaultValue: initial })}
        {...{ [handler]: handle }}
      />
      <output>{value}</output>
    </>
  )
}

const held = () => document.querySelector('output')?.textContent

const kinds = (['onChange', 'onInput'] as const).flatMap((handler) =>
  [true, false].map((isControlled) => ({ handler, isControlled })),
)

/** What people and programs do, and the value that a parent gets for it, once each time. */
const gestures: [what: string, initial: string, run: () => Promise<unknown>, heard: string[]][] = [
  ['typed digits', '', () => keys('482'), ['4', '48', '482']],
  ['a typed code', '48291', () => keys('3'), ['482913']],
  ['a digit typed over another', '482913', () => keys('{Home}7'), ['782913']],
  ['a letter', '48', () => keys('x'), []],
  ['deleted digits', '482', () => keys('{Backspace}{Backspace}'), ['48', '4']],
  ['a digit deleted in the middle', '482913', () => keys('{Home}{Delete}'), ['82913']],
  ['everything deleted', '482', () => keys('{Control>}a{/Control}{Delete}'), ['']],
  ['cut text', '482', () => keys('{Control>}ax{/Control}'), ['']],
  ['a pasted code', '', () => paste('482913'), ['482913']],
  ['a pasted message', '48', () => paste('Your code is 482 913.'), ['482913']],
  ['a pasted part', '48', () => paste('2 9'), ['4829']],
  ['a pasted rest', '48', () => paste('2-913'), ['482913']],
  ['pasted nonsense', '48', () => paste('nothing'), []],
  ['the keyboard\u2019s suggestion', '', () => insertText('482 913'), ['482913']],
  ['a composed digit', '48', () => compose('\uff12').then(() => insertText('\uff12')), ['482']],
  ['a filled-in code', '', async () => fillLikeAManager('482913'), ['482913']],
  ['a filled-in code with a dash', '48', async () => fillLikeAManager('482-913'), ['482913']],
  ['an undone digit', '', () => keys('4{Control>}z{/Control}'), ['4', '']],
  [
    'an undone and redone paste',
    '48',
    () => paste('291').then(() => keys('{Control>}z{/Control}{Control>}y{/Control}')),
    ['48291', '48', '48291'],
  ],
]

test.each(
  kinds.flatMap((kind) =>
    gestures.map(([what, initial, run, heard]) => ({ ...kind, what, initial, run, heard })),
  ),
)(
  'reports $what by $handler, once, as an input does (controlled: $isControlled) (CODE-19)',
  async ({ handler, isControlled, initial, run, heard }) => {
    const onHeard = vi.fn<(value: string) => void>()
    await render(
      <StrictMode>
        <Parent {...{ handler, isControlled, initial, onHeard }} />
      </StrictMode>,
    )
    await focus()
    await run()
    await nextFrame()
    const last = heard.at(-1) ?? initial
    expectCode(last)
    expect(held()).toBe(last)
    expect(onHeard.mock.calls.map(([value]) => value)).toEqual(heard)
  },
)

test.each(gestures.map(([what, initial, run, heard]) => ({ what, initial, run, heard })))(
  'reports $what by onValueChange, then by onInput, then by onChange, and completes after them (CODE-19)',
  async ({ initial, run, heard }) => {
    const told: string[] = []
    const tell = (what: string) => (value: string) => void told.push(`${what} ${value}`)
    await render(
      <Parent
        handler="onChange"
        isControlled
        initial={initial}
        onHeard={tell('change')}
        onValueChange={tell('value')}
        onValueComplete={tell('complete')}
        onInput={({ currentTarget }) => {
          if (currentTarget.value !== initial) tell('input')(currentTarget.value)
        }}
      />,
    )
    await focus()
    await run()
    await nextFrame()
    const isComplete = (value: string, index: number) =>
      value.length === 6 && (heard[index - 1] ?? initial).length < 6
    expect(told).toEqual(
      heard.flatMap((value, index) => [
        `value ${value}`,
        ...(value === initial ? [] : [`input ${value}`]),
        `change ${value}`,
        ...(isComplete(value, index) ? [`complete ${value}`] : []),
      ]),
    )
  },
)

test.each(['onChange', 'onInput'] as const)(
  'shows the capitals that a parent makes by %s, and keeps the caret (CODE-19)',
  async (handler) => {
    await render(
      <Parent {...{ handler }} isControlled alphanumeric allow={(next) => next.toUpperCase()} />,
    )
    await focus()
    await keys('ab1cd2')
    expectCode('AB1CD2')
    await keys('{Home}{ArrowRight}x')
    expectCode('AX1CD2')
    expect(selection()).toEqual([2, 3])
    await keys('{Backspace}z')
    expectCode('AXZCD2')
    await paste('q9-w8-e7')
    expectCode('Q9W8E7')
  },
)

test.each(['onChange', 'onInput'] as const)(
  'drops what a parent refuses by %s, and only that, however fast the keys come (CODE-19)',
  async (handler) => {
    const onValueComplete = vi.fn<(code: string) => void>()
    const isGood = (next: string) => /^[1-9]*$/.test(next)
    await render(
      <Parent
        {...{ handler, onValueComplete }}
        isControlled
        allow={(next, before) => (isGood(next) ? next : before)}
      />,
    )
    await focus()
    await keys('0120304')
    expectCode('1234')
    expect(selection()).toEqual([4, 4])
    await paste('120')
    expectCode('1234')
    await keys('{Backspace}450')
    expectCode('12345')
    expect(onValueComplete).not.toHaveBeenCalled()
    await keys('6')
    expectCode('123456')
    expect(held()).toBe('123456')
    expect(onValueComplete.mock.calls.map(([code]) => code)).toEqual(['123456'])
  },
)

test('shows a value that has no handler, whatever is typed (CODE-19)', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  await render(<CodeInput value="48" />)
  await focus()
  await keys('2{Backspace}')
  await paste('482913')
  fillLikeAManager('771204')
  await nextFrame()
  expectCode('48')
})

test('works under handlers that keep the event to themselves, or prevent it (CODE-19)', async () => {
  for (const stop of ['stopPropagation', 'preventDefault'] as const) {
    function Keeping() {
      const [value, setValue] = useState('')
      return (
        <CodeInput
          value={value}
          onInput={(event) => event[stop]()}
          onChange={(event) => {
            event[stop]()
            setValue(event.target.value.replace('0', ''))
          }}
        />
      )
    }
    const { unmount } = await render(<Keeping />)
    await focus()
    await keys('40829')
    expectCode('4829')
    await unmount()
  }
})

test('can be held by a parent that listens to its form, and to the bubbling of its change (CODE-19)', async () => {
  function Form() {
    const [values, setValues] = useState({ code: '' })
    return (
      <form
        onChange={({ target }) => {
          if (!(target instanceof HTMLInputElement)) return
          const { name, value } = target
          setValues({ ...values, [name]: value })
        }}
      >
        <CodeInput name="code" value={values.code} />
      </form>
    )
  }
  await render(<Form />)
  await focus()
  await keys('48')
  expectCode('48')
  await paste('482-913')
  expectCode('482913')
  await keys('{Backspace}{Backspace}7')
  expectCode('48297')
})
