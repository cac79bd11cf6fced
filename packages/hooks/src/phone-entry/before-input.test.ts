import { expect, test } from 'vitest'
import { noInputYet, removalBy, takeCopied } from './before-input.ts'

test.each([
  ['deleteContentBackward', 'back'],
  ['deleteWordBackward', 'back'],
  ['deleteSoftLineBackward', 'back'],
  ['deleteContentForward', 'forward'],
  ['deleteByCut', 'other'],
  ['deleteContent', 'other'],
  ['insertText', undefined],
  ['', undefined],
])('without a selection, an input event of type %s has deleted %s', (inputType, removal) => {
  expect(removalBy(inputType, { isCollapsed: true })).toBe(removal)
})

test('a key that deletes a selection takes nothing beside it', () => {
  expect(removalBy('deleteContentBackward', { isCollapsed: false })).toBe('other')
  expect(removalBy('deleteContentForward', { isCollapsed: false })).toBe('other')
})

test('copied text keeps the lines that the browser has joined (PHONE-9)', () => {
  const before = { ...noInputYet(), copied: '07400 123456\n07400 654321' }
  expect(takeCopied(before, '07400 123456 07400 654321')).toBe('07400 123456\n07400 654321')
})

test('text that is not what was copied is taken as it is', () => {
  const before = { ...noInputYet(), copied: '07400 123456' }
  expect(takeCopied(before, '07400 654321')).toBe('07400 654321')
})

test('copied text is taken once', () => {
  const before = { ...noInputYet(), copied: '1\n2' }
  takeCopied(before, 'something else')
  expect(takeCopied(before, '1 2')).toBe('1 2')
})
