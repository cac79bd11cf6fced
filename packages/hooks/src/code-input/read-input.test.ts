import { expect, test } from 'vitest'
import { reasonOfEdit } from './read-input.ts'

const six = { length: 6 }

test.each([
  ['482', 'input-change', 'input-change'],
  ['48', 'input-clear', 'input-clear'],
  ['482913', 'input-undo', 'input-undo'],
] as const)(
  '%j is an edit of the browser, with the reason it has: %s (CODE-15)',
  (text, given, is) => {
    expect(reasonOfEdit(text, given, false, six)).toBe(is)
  },
)

test('a program that empties the field has cleared it (CODE-14)', () => {
  expect(reasonOfEdit('', 'input-autofill', false, six)).toBe('input-clear')
  expect(reasonOfEdit('', 'input-clear', false, six)).toBe('input-clear')
})

test.each([
  ['482913', 'input-autofill'],
  ['482 913', 'input-change'],
  ['4829134', 'input-change'],
] as const)('%j by %s is text that somebody has set all of (CODE-14)', (text, given) => {
  expect(reasonOfEdit(text, given, false, six)).toBeUndefined()
})

test.each(['', '48'])('nothing is an edit in a locked field: %j (CODE-13)', (text) => {
  expect(reasonOfEdit(text, 'input-change', true, six)).toBeUndefined()
})
