import { useState } from 'react'
import { flushSync } from 'react-dom'
import { afterEach, expect, test, vi } from 'vitest'
import { cdp } from 'vitest/browser'
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
  mount,
  mountInside,
  nextFrame,
  selection,
  setNatively,
} from '../../../../test/support/code-field.tsx'
import { CodeInput, type CodeInputProps } from './code-input.tsx'

// Input methods and Android keyboards, played by the browser's own protocol.

const asAndroid = () =>
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 (Linux; Android 16)')

afterEach(() => vi.restoreAllMocks())

test('deletes when an Android keyboard reports only key code 229 (CODE-6)', async () => {
  await mount({ defaultValue: '482913' })
  await focus()
  for (const type of ['rawKeyDown', 'keyUp'] as const) {
    await cdp().send('Input.dispatchKeyEvent', {
      type,
      windowsVirtualKeyCode: 229,
      key: 'Unidentified',
      ...(type === 'rawKeyDown' ? { commands: ['deleteBackward'] } : {}),
    })
  }
  expectCode('48291')
})

test('reports a composed character once, when the composition ends (CODE-28)', async () => {
  const seen = await mount({ alphanumeric: true, defaultValue: '48' })
  await focus()
  await compose('w')
  expect(drawn()).toBe('48w___')
  expect(seen.onValueChange).not.toHaveBeenCalled()
  await insertText('w')
  expectCode('48w')
  expect(seen.values()).toEqual(['48w'])
})

test('turns a composed full-width digit into an ASCII one (CODE-28, E-19)', async () => {
  const seen = await mount()
  await focus()
  await compose('\uff11')
  await insertText('\uff11')
  expectCode('1')
  expect(seen.values()).toEqual(['1'])
})

test('composes over the slot the caret is on (CODE-28)', async () => {
  await mount({ defaultValue: '482913' })
  await focus()
  await keys('{Home}{ArrowRight}')
  await compose('\uff17')
  await insertText('\uff17')
  expectCode('472913')
  expect(selection()).toEqual([2, 3])
})

test('keeps the code when a composition is cancelled (CODE-28)', async () => {
  const seen = await mount({ defaultValue: '482913' })
  await focus()
  await keys('{Home}{ArrowRight}')
  await compose('\uff17')
  await compose('')
  expectCode('482913')
  expect(selection()).toEqual([1, 2])
  expect(seen.onValueChange).not.toHaveBeenCalled()
})

test('drops composed text that does not belong (CODE-28)', async () => {
  const seen = await mount({ defaultValue: '48' })
  await focus()
  await compose('\u4f60')
  await insertText('\u4f60')
  expectCode('48')
  expect(seen.onValueChange).not.toHaveBeenCalled()
})

test('counts each step of a composition on Android, where it may never end (CODE-28)', async () => {
  asAndroid()
  const seen = await mount()
  await focus()
  await compose('4')
  await compose('48')
  await compose('482913')
  expectCode('482913')
  expect(seen.values()).toEqual(['4', '48', '482913'])
  expect(seen.onValueComplete).toHaveBeenCalledTimes(1)
  await insertText('482913')
  expectCode('482913')
  expect(seen.onValueComplete).toHaveBeenCalledTimes(1)
})

test('composes over filled slots on Android without pushing the rest along (CODE-28)', async () => {
  asAndroid()
  await mount({ defaultValue: '123456' })
  await focus()
  await keys('{Home}{ArrowRight}')
  await compose('9')
  await compose('98')
  await insertText('98')
  expectCode('198456')
})

test('drops text that does not belong composed into an empty field (CODE-28)', async () => {
  await mount()
  await focus()
  await compose('\u4f60')
  await insertText('\u4f60')
  expectCode('')
})

test.each([{ system: 'a desktop' }, { system: 'Android' }])(
  'replaces everything with a whole code that is composed ($system) (CODE-28)',
  async ({ system }) => {
    if (system === 'Android') asAndroid()
    const onSent = vi.fn()
    const seen = await mount({
      defaultValue: '48',
      onValueComplete: () => onSent(field().value),
    })
    await focus()
    await compose('482913')
    await insertText('482913')
    expectCode('482913')
    expect(seen.values()).toEqual(['482913'])
    expect(onSent.mock.calls).toEqual([['482913']])
  },
)

test('completes again when a whole code is composed over an equal one (CODE-28)', async () => {
  const seen = await mount({ defaultValue: '482913' })
  await focus()
  await compose('482913')
  await insertText('482913')
  expectCode('482913')
  expect(seen.onValueChange).not.toHaveBeenCalled()
  expect(seen.onValueComplete).toHaveBeenCalledTimes(1)
})

test('reports a character that an Android keyboard takes out of its word as deleted (CODE-28)', async () => {
  asAndroid()
  const seen = await mount()
  await focus()
  await compose('482')
  await compose('48')
  expectCode('48')
  expect(seen.values()).toEqual(['482', '48'])
  expect(seen.reasons()).toEqual(['input-change', 'input-clear'])
})

test('drops text that does not belong from an Android keyboard, and reports it (CODE-28)', async () => {
  asAndroid()
  const onChange = vi.fn<(value: string) => void>()
  const seen = await mount({
    defaultValue: '48',
    onChange: (event) => onChange(event.target.value),
  })
  await focus()
  await compose('ok')
  expect(drawn()).toBe('48____')
  await insertText('ok')
  expectCode('48')
  expect(onChange.mock.lastCall).toEqual(['48'])
  expect(seen.onValueChange).not.toHaveBeenCalled()
  expect(seen.onValueInvalid.mock.calls.map(([text]) => text)).toEqual(['ok'])
})

test('does not submit on the Enter that confirms a composition (CODE-28)', async () => {
  const onSubmit = vi.fn<(event: { preventDefault: () => void }) => void>((event) =>
    event.preventDefault(),
  )
  await render(
    <form onSubmit={onSubmit}>
      <CodeInput alphanumeric />
    </form>,
  )
  await focus()
  await compose('w')
  // An input method uses the Enter itself, and lets through only this.
  for (const type of ['rawKeyDown', 'keyUp'] as const) {
    await cdp().send('Input.dispatchKeyEvent', {
      type,
      windowsVirtualKeyCode: 229,
      code: 'Enter',
      key: 'Process',
    })
  }
  await insertText('w')
  expectCode('w')
  expect(onSubmit).not.toHaveBeenCalled()
  await keys('12345{Enter}')
  expect(onSubmit).toHaveBeenCalledTimes(1)
})

test('takes nothing that is composed into a read-only field (CODE-13)', async () => {
  const seen = await mount({ defaultValue: '48', readOnly: true })
  await focus()
  await compose('482913')
  await insertText('482913')
  expectCode('48')
  expect(seen.onValueChange).not.toHaveBeenCalled()
  expect(seen.onValueInvalid).not.toHaveBeenCalled()
})

test('composes in a field that renders with another ref each time (CODE-28)', async () => {
  const seen = await mount({ ref: () => {} })
  await focus()
  await compose('\uff11')
  await seen.rerender({ ref: () => {} })
  await insertText('\uff11')
  expectCode('1')
})

/** How a composition may end: its text comes in, or it is cancelled. */
const ends = ['\uff11', '']
const end = (text: string) => (text === '' ? compose('') : insertText(text))

/** A field that is being composed into. Its parent can change any prop meanwhile. */
async function composeInto(initial: CodeInputProps, isHeldBy: 'onValueChange' | 'onChange') {
  const told = vi.fn<(value: string) => void>()
  const { defaultValue = '', ...rest } = initial
  let change: (props: CodeInputProps) => void = () => {}
  function Parent() {
    const [value, setValue] = useState(defaultValue)
    const [props, setProps] = useState(rest)
    change = (more) => {
      setProps({ ...props, ...more })
      if (more.value !== undefined) setValue(more.value)
    }
    return (
      <CodeInput
        {...props}
        value={value}
        onValueChange={(next) => {
          told(next)
          if (isHeldBy === 'onValueChange') setValue(next)
        }}
        onChange={({ target }) => {
          if (isHeldBy === 'onChange') setValue(target.value)
        }}
      />
    )
  }
  await render(<Parent />)
  await focus()
  await compose('\uff11')
  told.mockClear()
  return {
    values: () => told.mock.calls.map(([value]) => value),
    change: (props: CodeInputProps) => flushSync(() => change(props)),
  }
}

const parents = ['onValueChange', 'onChange'] as const

test.each(
  ['77', '', '4', '771'].flatMap((set) =>
    parents.flatMap((by) => ends.map((last) => ({ set, by, last }))),
  ),
)(
  'shows "$set" that a parent by $by sets during a composition, which goes on from there ("$last") (CODE-28)',
  async ({ set, by, last }) => {
    const { values, change } = await composeInto({ defaultValue: '48' }, by)
    change({ value: set })
    expectCode(set)
    await end(last)
    await nextFrame()
    const after = last === '' ? [] : [`${set}1`]
    expectCode(after[0] ?? set)
    expect(values()).toEqual(after)
  },
)

test.each(parents)(
  'keeps a whole code that a parent by %s sets during a composition (CODE-28)',
  async (by) => {
    const { values, change } = await composeInto({ defaultValue: '48' }, by)
    change({ value: '771204' })
    expectCode('771204')
    field().blur()
    await nextFrame()
    expectCode('771204')
    expect(values()).toEqual([])
  },
)

const writes: [who: string, write: () => void][] = [
  ['a script', () => void (field().value = '77')],
  ['a password manager', () => fillLikeAManager('77')],
  [
    'a program that sends only change',
    () => {
      setNatively('77')
      field().dispatchEvent(new Event('change', { bubbles: true }))
    },
  ],
  ['a reset', () => field().form?.reset()],
]

test.each(writes.flatMap(([who, write]) => ends.map((last) => ({ who, write, last }))))(
  'shows what $who sets during a composition, which goes on from there ("$last") (CODE-28)',
  async ({ write, last }) => {
    await mountInside(({ children }) => <form>{children}</form>, { defaultValue: '77' })
    await focus()
    await keys('{Backspace}{Backspace}48')
    await compose('\uff11')
    write()
    await expect.poll(drawn).toBe('77____')
    await nextFrame()
    expectCode('77')
    await end(last)
    await nextFrame()
    expectCode(last === '' ? '77' : '771')
  },
)

test('takes the code of a message that arrives during a composition (CODE-28, CODE-29)', async () => {
  const { promise, resolve: arrive } = Promise.withResolvers<{ code: string }>()
  vi.stubGlobal('OTPCredential', class {})
  vi.spyOn(navigator.credentials, 'get').mockImplementation((() => promise) as never)
  const seen = await mount({ webOTP: true })
  await focus()
  await compose('\uff11')
  arrive({ code: '482913' })
  await expect.poll(drawn).toBe('482913')
  field().blur()
  await nextFrame()
  expectCode('482913')
  expect(seen.values()).toEqual(['482913'])
  expect(seen.onValueComplete).toHaveBeenCalledTimes(1)
  vi.unstubAllGlobals()
})

const locks: CodeInputProps[] = [{ busy: true }, { readOnly: true }, { disabled: true }]

test.each(
  locks.flatMap((lock) =>
    ['a desktop', 'Android'].flatMap((system) => ends.map((last) => ({ lock, system, last }))),
  ),
)(
  'holds what it had when it is locked during a composition ($lock, $system, "$last") (CODE-28)',
  async ({ lock, system, last }) => {
    if (system === 'Android') asAndroid()
    const before = system === 'Android' ? '481' : '48'
    const { values, change } = await composeInto({ defaultValue: '48' }, 'onValueChange')
    change(lock)
    expectCode(before)
    await end(last)
    await nextFrame()
    expectCode(before)
    change({ busy: false, readOnly: false, disabled: false })
    field().blur()
    await focus()
    await nextFrame()
    expectCode(before)
    expect(values()).toEqual([])
    await keys('7')
    expectCode(`${before}7`)
  },
)

test.each([
  { length: 8, initial: '48', last: '\uff11', becomes: '481' },
  { length: 8, initial: '482913', last: '\uff11', becomes: '482911' },
  { length: 8, initial: '48', last: '', becomes: '48' },
  { length: 3, initial: '48', last: '\uff11', becomes: '481' },
  { length: 2, initial: '4829', last: '\uff11', becomes: '41' },
])(
  'has $becomes when its length becomes $length over $initial during a composition that ends in "$last" (CODE-28)',
  async ({ length, initial, last, becomes }) => {
    const { change } = await composeInto({ defaultValue: initial }, 'onValueChange')
    change({ length })
    await end(last)
    await nextFrame()
    expectCode(becomes, length)
  },
)

test('goes on composing when its parent renders again with nothing new (CODE-28)', async () => {
  const { values, change } = await composeInto({ defaultValue: '48' }, 'onChange')
  change({ error: 'Wrong', invalid: true, name: 'code' })
  expect(drawn()).toBe('48\uff11___')
  await end('\uff11')
  expectCode('481')
  expect(values()).toEqual(['481'])
})

test('adds what is composed to an edit that the parent accepts only meanwhile (CODE-28)', async () => {
  let accept = () => {}
  function Late() {
    const [value, setValue] = useState('')
    return (
      <CodeInput
        value={value}
        onValueChange={(next) => {
          accept = () => flushSync(() => setValue(next))
        }}
      />
    )
  }
  await render(<Late />)
  await focus()
  await keys('4')
  await compose('\uff11')
  accept()
  await insertText('\uff11')
  accept()
  expectCode('41')
})
