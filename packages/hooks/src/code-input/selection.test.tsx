import { afterEach, expect, test, vi } from 'vitest'
import { readEdit } from './dom-input.ts'
import { applySelection } from './selection.ts'

afterEach(() => document.body.replaceChildren())

function setUp() {
  const input = document.createElement('input')
  document.body.append(input)
  input.value = '482913'
  return { input, spy: vi.spyOn(input, 'setSelectionRange') }
}

test('selects what an edit selects, in its direction (CODE-7)', () => {
  const { input } = setUp()
  input.focus()
  applySelection(input, { value: '482913', start: 1, end: 4, backward: true })
  expect(readEdit(input, '482913')).toEqual({ value: '482913', start: 1, end: 4, backward: true })
})

test('leaves alone a selection that is right, and one without the focus (CODE-2)', () => {
  const { input, spy } = setUp()
  applySelection(input, { value: '482913', start: 1, end: 2 })
  expect(spy).not.toHaveBeenCalled()
  input.focus()
  applySelection(input, { value: '482913', start: 1, end: 2 })
  applySelection(input, { value: '482913', start: 1, end: 2 })
  expect(spy).toHaveBeenCalledTimes(1)
})
