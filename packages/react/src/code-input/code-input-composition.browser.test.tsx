import { afterEach, expect, test, vi } from 'vitest'
import { cdp } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import {
  compose,
  drawn,
  expectCode,
  field,
  focus,
  insertText,
  keys,
  mount,
  selection,
} from '../../../../test/support/code-field.tsx'
import { CodeInput } from './code-input.tsx'

// Input methods and Android keyboards, through the protocol of the browser: what a keyboard does
// with an input it composes into.

const asAndroid = () =>
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 (Linux; Android 16)')

afterEach(() => vi.restoreAllMocks())

test('deletes when an Android keyboard reports only key code 229', async () => {
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

test('reports a composed character once, when the composition ends', async () => {
  const seen = await mount({ alphanumeric: true, defaultValue: '48' })
  await focus()
  await compose('w')
  expect(drawn()).toBe('48w___')
  expect(seen.onValueChange).not.toHaveBeenCalled()
  await insertText('w')
  expectCode('48w')
  expect(seen.values()).toEqual(['48w'])
})

test('turns a composed full-width digit into an ASCII one', async () => {
  const seen = await mount()
  await focus()
  await compose('\uff11')
  await insertText('\uff11')
  expectCode('1')
  expect(seen.values()).toEqual(['1'])
})

test('composes over the slot the caret is on', async () => {
  await mount({ defaultValue: '482913' })
  await focus()
  await keys('{Home}{ArrowRight}')
  await compose('\uff17')
  await insertText('\uff17')
  expectCode('472913')
  expect(selection()).toEqual([2, 3])
})

test('keeps the code when a composition is cancelled', async () => {
  const seen = await mount({ defaultValue: '482913' })
  await focus()
  await keys('{Home}{ArrowRight}')
  await compose('\uff17')
  await compose('')
  expectCode('482913')
  expect(selection()).toEqual([1, 2])
  expect(seen.onValueChange).not.toHaveBeenCalled()
})

test('drops composed text that does not belong', async () => {
  const seen = await mount({ defaultValue: '48' })
  await focus()
  await compose('\u4f60')
  await insertText('\u4f60')
  expectCode('48')
  expect(seen.onValueChange).not.toHaveBeenCalled()
})

test('counts each step of a composition on Android, where it may never end', async () => {
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

test('composes over filled slots on Android without pushing the rest along', async () => {
  asAndroid()
  await mount({ defaultValue: '123456' })
  await focus()
  await keys('{Home}{ArrowRight}')
  await compose('9')
  await compose('98')
  await insertText('98')
  expectCode('198456')
})

test('drops text that does not belong composed into an empty field', async () => {
  await mount()
  await focus()
  await compose('\u4f60')
  await insertText('\u4f60')
  expectCode('')
})

test.each([{ system: 'a desktop' }, { system: 'Android' }])(
  'replaces everything with a whole code that is composed ($system)',
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

test('completes again when a whole code is composed over an equal one', async () => {
  const seen = await mount({ defaultValue: '482913' })
  await focus()
  await compose('482913')
  await insertText('482913')
  expectCode('482913')
  expect(seen.onValueChange).not.toHaveBeenCalled()
  expect(seen.onValueComplete).toHaveBeenCalledTimes(1)
})

test('reports a character that an Android keyboard takes out of its word as deleted', async () => {
  asAndroid()
  const seen = await mount()
  await focus()
  await compose('482')
  await compose('48')
  expectCode('48')
  expect(seen.values()).toEqual(['482', '48'])
  expect(seen.reasons()).toEqual(['typed', 'deleted'])
})

test('drops text that does not belong from an Android keyboard, and says so', async () => {
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
  expect(seen.onValueReject.mock.calls.map(([text]) => text)).toEqual(['ok'])
})

test('does not submit on the Enter that confirms a composition', async () => {
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
  // What an input method lets through of the key it has used itself.
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

test('takes nothing that is composed into a read-only field', async () => {
  const seen = await mount({ defaultValue: '48', readOnly: true })
  await focus()
  await compose('482913')
  await insertText('482913')
  expectCode('48')
  expect(seen.onValueChange).not.toHaveBeenCalled()
  expect(seen.onValueReject).not.toHaveBeenCalled()
})

test('composes in a field that renders with another ref each time', async () => {
  const seen = await mount({ ref: () => {} })
  await focus()
  await compose('\uff11')
  await seen.rerender({ ref: () => {} })
  await insertText('\uff11')
  expectCode('1')
})
