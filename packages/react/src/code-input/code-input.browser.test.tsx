import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import {
  expectCode,
  field,
  focus,
  insertText,
  keys,
  mount,
  paste,
  placesWith,
  selection,
} from '../../../../test/support/code-field.tsx'
import { CodeInput } from './code-input.tsx'

// Real keys, pointers, clipboard and compositions, in a real browser.

test('takes typed digits one by one, each with one change and one commit (CODE-3, CODE-16, CODE-21)', async () => {
  const seen = await mount()
  await focus()
  seen.onRender.mockClear()
  await keys('482913')
  expectCode('482913')
  expect(seen.values()).toEqual(['4', '48', '482', '4829', '48291', '482913'])
  expect(seen.reasons()).toEqual(Array.from({ length: 6 }, () => 'input-change'))
  expect(seen.onRender).toHaveBeenCalledTimes(6)
  expect(seen.onValueComplete).toHaveBeenCalledTimes(1)
  expect(seen.onValueComplete.mock.lastCall?.[0]).toBe('482913')
})

test('keeps a leading zero (CODE-1, E-19)', async () => {
  await mount()
  await focus()
  await keys('012422')
  expectCode('012422')
})

test('does nothing at all for a key that does not belong (CODE-4)', async () => {
  const seen = await mount({ defaultValue: '482913' })
  await focus()
  await keys('{ArrowLeft}{ArrowLeft}')
  const before = selection()
  seen.onRender.mockClear()
  await keys('a-. ')
  expectCode('482913')
  expect(selection()).toEqual(before)
  expect(seen.onRender).not.toHaveBeenCalled()
  expect(seen.onValueChange).not.toHaveBeenCalled()
  expect(seen.onValueInvalid.mock.calls.map(([text]) => text)).toEqual(['a', '-', '.', ' '])
})

test('leaves the history of edits alone for a key that does not belong (CODE-4)', async () => {
  await mount()
  await focus()
  await paste('482913')
  await keys('{Control>}z{/Control}')
  expectCode('')
  await keys('a-')
  await keys('{Control>}y{/Control}')
  expectCode('482913')
})

test('reports nothing when it is mounted, focused, left or moved about in (CODE-15)', async () => {
  const onChange = vi.fn()
  const seen = await mount({ defaultValue: '482913', onChange })
  await focus()
  await keys('{Home}{ArrowRight}{Shift>}{End}{/Shift}{Control>}a{/Control}{Escape}')
  field().blur()
  for (const told of [seen.onValueChange, seen.onValueInvalid, seen.onValueComplete, onChange]) {
    expect(told).not.toHaveBeenCalled()
  }
})

test('types over the slot the caret is on and moves on (CODE-3, CODE-16)', async () => {
  const seen = await mount({ defaultValue: '482913' })
  await focus()
  await keys('{Home}')
  expect(selection()).toEqual([0, 1])
  await keys('77')
  expectCode('772913')
  expect(selection()).toEqual([2, 3])
  expect(seen.onValueComplete).not.toHaveBeenCalled()
})

test('stays on the last slot of a full code (CODE-3)', async () => {
  await mount({ defaultValue: '482913' })
  await focus()
  await keys('56')
  expectCode('482916')
  expect(selection()).toEqual([5, 6])
})

test('advances without a change when a character is typed over itself (CODE-5)', async () => {
  const seen = await mount({ defaultValue: '482913' })
  await focus()
  await keys('{Home}4')
  expect(selection()).toEqual([1, 2])
  expect(seen.onValueChange).not.toHaveBeenCalled()
})

test('moves on to the next filled slot of a partial code, then appends (CODE-3)', async () => {
  await mount({ defaultValue: '482' })
  await focus()
  await keys('{Home}1234')
  expectCode('1234')
  expect(selection()).toEqual([4, 4])
})

test('puts a digit back into the gap that Backspace left (CODE-6)', async () => {
  await mount({ defaultValue: '123956' })
  await focus()
  await keys('{Home}{ArrowRight}{ArrowRight}{ArrowRight}{Backspace}')
  expectCode('12356')
  expect(selection()).toEqual([3, 3])
  await keys('4')
  expectCode('123456')
  expect(selection()).toEqual([4, 5])
})

test('replaces the last digit with Backspace and another (CODE-6)', async () => {
  const seen = await mount({ defaultValue: '123456' })
  await focus()
  await keys('{Backspace}7')
  expectCode('123457')
  expect(seen.reasons()).toEqual(['input-clear', 'input-change'])
  expect(seen.onValueComplete).toHaveBeenCalledTimes(1)
})

test('keeps inserting in a gap until the code is full (CODE-6)', async () => {
  await mount({ defaultValue: '123456' })
  await focus()
  await keys('{Home}{ArrowRight}{ArrowRight}{Backspace}{Backspace}')
  expectCode('1456')
  await keys('78')
  expectCode('178456')
})

test('deletes forward from the same place (CODE-6)', async () => {
  await mount({ defaultValue: '123456' })
  await focus()
  await keys('{Home}{ArrowRight}{Delete}{Delete}')
  expectCode('1456')
  expect(selection()).toEqual([1, 1])
})

test('is empty after as many Backspaces as characters, and quiet after that (CODE-6)', async () => {
  const seen = await mount({ defaultValue: '482' })
  await focus()
  await keys('{Backspace}{Backspace}{Backspace}')
  expectCode('')
  seen.onRender.mockClear()
  seen.onValueChange.mockClear()
  await keys('{Backspace}{Delete}')
  expect(seen.onRender).not.toHaveBeenCalled()
  expect(seen.onValueChange).not.toHaveBeenCalled()
})

test('moves by arrows, Home and End, within what is filled (CODE-7)', async () => {
  const seen = await mount({ defaultValue: '482' })
  await focus()
  expect(selection()).toEqual([3, 3])
  await keys('{ArrowRight}')
  expect(selection()).toEqual([3, 3])
  await keys('{ArrowLeft}')
  expect(selection()).toEqual([2, 3])
  await keys('{Home}{ArrowLeft}')
  expect(selection()).toEqual([0, 1])
  await keys('{End}')
  expect(selection()).toEqual([3, 3])
  await keys('{ArrowUp}')
  expect(selection()).toEqual([0, 1])
  await keys('{ArrowDown}')
  expect(selection()).toEqual([3, 3])
  await keys('{Control>}{ArrowLeft}{/Control}')
  expect(selection()).toEqual([0, 1])
  await keys('{Control>}{ArrowRight}{/Control}')
  expect(selection()).toEqual([3, 3])
  expect(seen.onValueChange).not.toHaveBeenCalled()
})

test('commits nothing for an arrow key at the edge (CODE-7)', async () => {
  const seen = await mount({ defaultValue: '482' })
  await focus()
  seen.onRender.mockClear()
  await keys('{ArrowRight}{End}')
  expect(seen.onRender).not.toHaveBeenCalled()
})

test('extends a selection with Shift, shrinks it again, and replaces it (CODE-7)', async () => {
  await mount({ defaultValue: '123456' })
  await focus()
  await keys('{Home}{ArrowRight}{Shift>}{ArrowRight}{ArrowRight}{/Shift}')
  expect(selection()).toEqual([1, 4])
  expect(placesWith('data-selected')).toEqual([1, 2, 3])
  await keys('{Shift>}{ArrowLeft}{ArrowLeft}{ArrowLeft}{/Shift}')
  expect(selection()).toEqual([0, 2])
  await keys('9')
  expectCode('93456')
  expect(selection()).toEqual([1, 1])
})

test('selects backwards from the end of a partial code (CODE-7)', async () => {
  await mount({ defaultValue: '1234' })
  await focus()
  await keys('{Shift>}{ArrowLeft}{ArrowLeft}{/Shift}')
  expect(selection()).toEqual([2, 4])
  await keys('{Backspace}')
  expectCode('12')
})

test('selects, copies, cuts and replaces the whole code (CODE-8)', async () => {
  const seen = await mount({ defaultValue: '482913' })
  await focus()
  await keys('{Control>}a{/Control}')
  expect(placesWith('data-selected')).toEqual([0, 1, 2, 3, 4, 5])
  await keys('{Control>}c{/Control}')
  expect(await navigator.clipboard.readText()).toBe('482913')
  await keys('{Control>}x{/Control}')
  expectCode('')
  expect(seen.reasons()).toEqual(['input-clear'])
  await keys('{Control>}v{/Control}')
  expectCode('482913')
  await keys('{Control>}a{/Control}1')
  expectCode('1')
})

test.each([
  ['482 913', '482913'],
  ['482-913', '482913'],
  ['\u200e482\u200b913\u00a0', '482913'],
  ['\uff14\uff18\uff12\uff19\uff11\uff13', '482913'],
  ['\u0664\u0668\u0662\u0669\u0661\u0663', '482913'],
  ['\u06f4\u06f8\u06f2\u06f9\u06f1\u06f3', '482913'],
  ['G-482913 is your code', '482913'],
  ['Your Studio54 PIN is 482913', '482913'],
  ['Use 2FA code 482913. It lives 5 minutes.\n@example.com #482913', '482913'],
])('pastes %j as %s, in one commit (CODE-11, CODE-21)', async (text, code) => {
  const seen = await mount()
  await focus()
  seen.onRender.mockClear()
  await paste(text)
  expectCode(code)
  expect(selection()).toEqual([5, 6])
  expect(seen.reasons()).toEqual(['input-paste'])
  expect(seen.onRender).toHaveBeenCalledTimes(1)
  expect(seen.onValueComplete.mock.calls.map(([value, { reason }]) => [value, reason])).toEqual([
    [code, 'input-paste'],
  ])
})

test('replaces everything with a whole code pasted anywhere (CODE-12, A11Y-7)', async () => {
  await mount({ defaultValue: '999999' })
  await focus()
  await keys('{Home}{ArrowRight}')
  await paste('123456')
  expectCode('123456')
})

test('pastes part of a code at the caret and keeps the tail (CODE-12)', async () => {
  await mount({ defaultValue: '123456' })
  await focus()
  await keys('{Home}{ArrowRight}')
  await paste('99')
  expectCode('199456')
  expect(selection()).toEqual([3, 4])
})

test('leaves all as it was when nothing pasted is usable (CODE-13)', async () => {
  const seen = await mount({ defaultValue: '123' })
  await focus()
  await keys('{Home}')
  seen.onRender.mockClear()
  await paste('no digits here')
  expectCode('123')
  expect(selection()).toEqual([0, 1])
  expect(seen.onRender).not.toHaveBeenCalled()
  expect(seen.onValueInvalid).toHaveBeenCalledWith(
    'no digits here',
    expect.objectContaining({ reason: 'input-paste' }),
  )
})

test('completes again when the same code is pasted again (CODE-16)', async () => {
  const seen = await mount()
  await focus()
  await paste('482913')
  await paste('482913')
  expect(seen.onValueChange).toHaveBeenCalledTimes(1)
  expect(seen.onValueComplete).toHaveBeenCalledTimes(2)
})

test('undoes and redoes typing (CODE-10)', async () => {
  const seen = await mount()
  await focus()
  await keys('48')
  await keys('{Control>}z{/Control}')
  expect('48'.startsWith(field().value)).toBe(true)
  expectCode(field().value)
  expect(seen.reasons().at(-1)).toBe('input-undo')
  await keys('{Control>}y{/Control}')
  expectCode('48')
})

test('undoes a paste (CODE-10)', async () => {
  await mount({ defaultValue: '111111' })
  await focus()
  await paste('482 913')
  await keys('{Control>}z{/Control}')
  expectCode('111111')
  await keys('{Control>}{Shift>}z{/Shift}{/Control}')
  expectCode('482913')
})

test.each([
  ['an overwrite', () => keys('{Home}7'), '782913'],
  ['a deletion', () => keys('{Home}{Delete}'), '82913'],
  // Not a digit of ASCII, so that the browser's own insertion would be wrong.
  ['a digit of another script', () => insertText('\uff17'), '482917'],
])('undoes %s, and the next key replaces one character (CODE-10)', async (_, edit, after) => {
  const seen = await mount({ defaultValue: '482913' })
  await focus()
  await edit()
  expectCode(after)
  await keys('{Control>}z{/Control}')
  expectCode('482913')
  expect(seen.reasons().at(-1)).toBe('input-undo')
  const [start = 0, end = 0] = selection()
  expect((end ?? 0) - (start ?? 0)).toBe(1)
  await keys('5')
  expect(field().value).toHaveLength(6)
})

test('does not complete for an undo or a redo (CODE-16)', async () => {
  const seen = await mount()
  await focus()
  await paste('482913')
  await keys('{Backspace}{Control>}z{/Control}{Control>}y{/Control}{Control>}z{/Control}')
  expectCode('482913')
  expect(seen.onValueComplete).toHaveBeenCalledTimes(1)
})

test('ignores keys and pastes while read-only, and can still be copied (CODE-8, CODE-13)', async () => {
  const seen = await mount({ defaultValue: '482913', readOnly: true })
  await focus()
  await keys('1{Backspace}')
  await paste('111111')
  expectCode('482913')
  expect(seen.onValueChange).not.toHaveBeenCalled()
  await keys('{Control>}a{/Control}{Control>}c{/Control}')
  expect(await navigator.clipboard.readText()).toBe('482913')
})

test('puts the caret after the last character when focused by Tab (CODE-2)', async () => {
  await render(
    <>
      <button type="button">Before</button>
      <CodeInput defaultValue="482" />
    </>,
  )
  page.getByRole('button').element().focus()
  await keys('{Tab}')
  expect(selection()).toEqual([3, 3])
  await keys('9')
  expectCode('4829')
})

test('puts the caret on the last slot of a full code when its label is clicked (CODE-2)', async () => {
  await mount({ defaultValue: '482913' })
  await userEvent.click(page.getByText('Verification code'))
  expect(selection()).toEqual([5, 6])
})

test('lets a script select everything after focusing (CODE-2)', async () => {
  await mount({ defaultValue: '482913' })
  field().focus()
  field().select()
  await expect.poll(() => placesWith('data-selected')).toEqual([0, 1, 2, 3, 4, 5])
  await keys('1')
  expectCode('1')
})

test("lets an app's handler run first and stop ours (CODE-7)", async () => {
  await mount({
    defaultValue: '4829',
    onKeyDown: (event) => {
      if (event.key === 'Home') event.preventDefault()
    },
  })
  await focus()
  await keys('{Home}')
  expect(selection()).toEqual([4, 4])
  await keys('{ArrowLeft}')
  expect(selection()).toEqual([3, 4])
})

test('leaves shortcuts of others alone (CODE-7)', async () => {
  const pressed: boolean[] = []
  await mount({ defaultValue: '48' })
  await focus()
  const listen = (event: KeyboardEvent) => pressed.push(event.defaultPrevented)
  document.addEventListener('keydown', listen)
  await keys('{Control>}{Shift>}l{/Shift}{/Control}{Alt>}{ArrowLeft}{/Alt}{Tab}')
  document.removeEventListener('keydown', listen)
  expect(pressed).not.toContain(true)
})
