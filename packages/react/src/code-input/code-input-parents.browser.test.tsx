import { Activity, createRef, useState, type ReactNode, type Ref } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import {
  drawn,
  expectCode,
  field,
  focus,
  holdEventTime,
  keys,
  mount,
  nextFrame,
  paste,
  placesWith,
  selection,
} from '../../../../test/support/code-field.tsx'
import { CodeInput, type CodeInputProps } from './code-input.tsx'

// Parents that hold the value, that answer late or never, that take the ref, and that change props.

afterEach(() => vi.restoreAllMocks())

// By script, so that the field keeps the focus.
const press = (name: string) =>
  (page.getByRole('button', { name }).element() as HTMLButtonElement).click()

function Controlled(props: CodeInputProps) {
  const [value, setValue] = useState('')
  return (
    <>
      <CodeInput {...props} value={value} onValueChange={setValue} />
      <button type="button" onClick={() => setValue('')}>
        Clear
      </button>
      <button type="button" onClick={() => setValue('123456')}>
        Fill
      </button>
    </>
  )
}

test('starts again in the first slot when the parent clears it (CODE-18)', async () => {
  await render(<Controlled />)
  await focus()
  await keys('482913')
  expectCode('482913')
  press('Clear')
  await expect.poll(drawn).toBe('______')
  expect(document.activeElement).toBe(field())
  expect(placesWith('data-active')).toEqual([0])
  await keys('7')
  expectCode('7')
})

test('does not complete for a value that the parent sets (CODE-16)', async () => {
  const onValueComplete = vi.fn()
  await render(<Controlled onValueComplete={onValueComplete} />)
  await focus()
  press('Fill')
  await expect.poll(drawn).toBe('123456')
  expect(selection()).toEqual([5, 6])
  expect(onValueComplete).not.toHaveBeenCalled()
})

test('completes once a parent that answers late accepts the code (CODE-16)', async () => {
  const onValueComplete = vi.fn()
  let accept = () => {}
  function Late() {
    const [value, setValue] = useState('48291')
    return (
      <CodeInput
        value={value}
        onValueChange={(next) => {
          accept = () => setValue(next)
        }}
        onValueComplete={onValueComplete}
      />
    )
  }
  await render(<Late />)
  await focus()
  await keys('3')
  expect(onValueComplete).not.toHaveBeenCalled()
  accept()
  await expect.poll(drawn).toBe('482913')
  expect(onValueComplete).toHaveBeenCalledTimes(1)
})

test('shows no more than fits of a controlled value, without saying so (CODE-1, CODE-15)', async () => {
  const seen = await mount({ value: '12a34567' })
  expectCode('123456')
  expect(seen.onValueChange).not.toHaveBeenCalled()
})

test('looks active nowhere once it is disabled, and does not take the focus back (CODE-18)', async () => {
  const seen = await mount({ defaultValue: '48' })
  await focus()
  expect(placesWith('data-active')).toEqual([2])
  await seen.rerender({ disabled: true })
  expect(placesWith('data-active')).toEqual([])
  await expect.poll(() => document.activeElement).toBe(document.body)
  await seen.rerender({ disabled: false })
  await nextFrame()
  expect(document.activeElement).toBe(document.body)
  expect(placesWith('data-active')).toEqual([])
})

test('follows a length that changes (CODE-1)', async () => {
  const seen = await mount({ defaultValue: '482913' })
  await seen.rerender({ length: 4 })
  expectCode('4829', 4)
  expect(field().pattern).toBe('[0-9]{4}')
  await focus()
  await keys('{Backspace}7')
  expectCode('4827', 4)
})

function Parent(props: { accept: (value: string) => string }) {
  const [value, setValue] = useState('')
  return <CodeInput value={value} onValueChange={(next) => setValue(props.accept(next))} />
}

test('shows what a controlling parent makes of the value (CODE-16)', async () => {
  await render(<Parent accept={(value) => value.replaceAll('0', '')} />)
  await focus()
  await keys('100200')
  expectCode('12')
  expect(selection()).toEqual([2, 2])
})

test('stays empty and incomplete under a parent that accepts nothing (CODE-16)', async () => {
  const onValueComplete = vi.fn()
  await render(<CodeInput value="" onValueComplete={onValueComplete} />)
  await focus()
  await keys('1')
  await paste('482913')
  expectCode('')
  expect(onValueComplete).not.toHaveBeenCalled()
})

test.each([{ isControlled: false }, { isControlled: true }])(
  'loses no digit to a listener above it that renders first ($isControlled) (CODE-16)',
  async ({ isControlled }) => {
    function Above() {
      const [events, setEvents] = useState(0)
      const [value, setValue] = useState('')
      return (
        <div data-events={events} onInputCapture={() => setEvents((count) => count + 1)}>
          <CodeInput {...(isControlled && { value, onValueChange: setValue })} />
        </div>
      )
    }
    await render(<Above />)
    await focus()
    await keys('4829')
    expectCode('4829')
    await keys('{Backspace}')
    expectCode('482')
  },
)

/** A parent that accepts each value when the test says so, in the order in which they were reported. */
function late(initial = '') {
  const answers: (() => void)[] = []
  const onValueComplete = vi.fn<(code: string) => void>()
  const told: string[] = []
  function Late() {
    const [value, setValue] = useState(initial)
    return (
      <CodeInput
        value={value}
        onValueChange={(next) => {
          told.push(next)
          answers.push(() => setValue(next))
        }}
        onValueComplete={onValueComplete}
      />
    )
  }
  return { Late, told, onValueComplete, answer: () => answers.shift()?.() }
}

test('keeps the gap until a parent that takes its time accepts a deletion (CODE-6)', async () => {
  const { Late, onValueComplete, answer } = late('123956')
  await render(<Late />)
  await focus()
  await keys('{Home}{ArrowRight}{ArrowRight}{ArrowRight}{Backspace}')
  answer()
  await expect.poll(drawn).toBe('12356_')
  expectCode('12356')
  expect(selection()).toEqual([3, 3])
  await keys('4')
  answer()
  await expect.poll(drawn).toBe('123456')
  expectCode('123456')
  expect(onValueComplete.mock.calls.map(([code]) => code)).toEqual(['123456'])
})

test('loses no key that comes before a parent that takes its time has answered the last (CODE-16)', async () => {
  const time = holdEventTime()
  const { Late, told, onValueComplete, answer } = late()
  await render(<Late />)
  await focus()
  // A key each 20 ms, and each answer 30 ms after its key.
  for (const digit of '482913') {
    await keys(digit)
    time.advance(10)
    if (told.length > 1) answer()
    time.advance(10)
  }
  answer()
  answer()
  await expect.poll(drawn).toBe('482913')
  expectCode('482913')
  expect(told).toEqual(['4', '48', '482', '4829', '48291', '482913'])
  expect(onValueComplete).toHaveBeenCalledTimes(1)
})

test('deletes as often as Backspace is pressed before a late answer (CODE-6)', async () => {
  const time = holdEventTime()
  const { Late, told, answer } = late('4829')
  await render(<Late />)
  await focus()
  await keys('{Backspace}')
  time.advance(20)
  await keys('{Backspace}')
  expect(told).toEqual(['482', '48'])
  answer()
  answer()
  await expect.poll(drawn).toBe('48____')
  expectCode('48')
})

test('takes an edit as refused when it is still unanswered long after (CODE-16)', async () => {
  const time = holdEventTime()
  const { Late, told } = late()
  await render(<Late />)
  await focus()
  await keys('4')
  expectCode('')
  time.advance(200)
  await keys('8')
  expect(told).toEqual(['4', '8'])
})

test('does not complete later for a whole code that the parent had refused (CODE-16)', async () => {
  const onValueComplete = vi.fn()
  const seen = await mount({ value: '', onValueComplete })
  await focus()
  await paste('482913')
  expectCode('')
  field().blur()
  field().focus()
  await seen.rerender({ value: '482913' })
  expectCode('482913')
  expect(onValueComplete).not.toHaveBeenCalled()
})

test('goes on after the last digit when it becomes longer (CODE-1)', async () => {
  const seen = await mount({ length: 4, defaultValue: '4829' })
  await focus()
  await seen.rerender({ length: 6 })
  expect(selection()).toEqual([4, 4])
  await keys('13')
  expectCode('482913')
})

test.each([
  ['an object', () => createRef<HTMLInputElement>()],
  ['a function', () => vi.fn()],
])('works with a ref that is %s (CODE-21)', async (_, make) => {
  const ref = make()
  const seen = await mount({ ref: ref as Ref<HTMLInputElement> })
  const input = field()
  await focus()
  await keys('482')
  expectCode('482')
  if (typeof ref === 'function') expect(ref.mock.calls).toEqual([[input]])
  else expect(ref.current).toBe(input)
  await seen.unmount()
  if (typeof ref === 'function') expect(ref.mock.calls).toEqual([[input], [null]])
  else expect(ref.current).toBeNull()
})

test('cleans up after a ref that says how, instead of calling it with null (CODE-21)', async () => {
  const cleanUp = vi.fn()
  const ref = vi.fn(() => cleanUp)
  const seen = await mount({ ref })
  await seen.unmount()
  expect(ref).toHaveBeenCalledTimes(1)
  expect(cleanUp).toHaveBeenCalledTimes(1)
})

test('keeps working, and its caret, with a ref that is another function each time (CODE-21)', async () => {
  const seen = await mount({ defaultValue: '482913', ref: () => {} })
  await focus()
  await keys('{Home}{ArrowRight}')
  await seen.rerender({ ref: () => {} })
  expect(selection()).toEqual([1, 2])
  await keys('7')
  expectCode('472913')
})

test('gives the ref the input that took the place of another (CODE-21)', async () => {
  const ref = createRef<HTMLInputElement>()
  const inside = (kind: string) => (
    <div key={kind}>
      <CodeInput ref={ref} />
    </div>
  )
  const screen = await render(inside('one'))
  const first = ref.current
  await screen.rerender(inside('other'))
  expect(ref.current).toBe(field())
  expect(ref.current).not.toBe(first)
})

test('is not focused when it comes back from an Activity that was hidden (CODE-21)', async () => {
  const ui = (mode: 'visible' | 'hidden'): ReactNode => (
    <Activity mode={mode}>
      <CodeInput defaultValue="48" />
    </Activity>
  )
  const screen = await render(ui('visible'))
  await focus()
  await screen.rerender(ui('hidden'))
  // In the next frame the browser takes the focus from what is not drawn.
  await expect.poll(() => document.activeElement).toBe(document.body)
  await screen.rerender(ui('visible'))
  await nextFrame()
  expect(document.activeElement).not.toBe(field())
  expect(placesWith('data-active')).toEqual([])
  await focus()
  await keys('2')
  expectCode('482')
})
