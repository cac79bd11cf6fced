import { afterEach, expect, test } from 'vitest'
import { nameForScripts, showText } from './input-text.ts'

const caretBehind = (count: number | undefined, isInserted = false) => ({
  text: '(213) 373-4253',
  caret: count,
  isInserted,
})

function inputWith(value: string): HTMLInputElement {
  const input = document.body.appendChild(document.createElement('input'))
  input.type = 'tel'
  input.value = value
  input.focus()
  return input
}

afterEach(() => document.body.replaceChildren())

test('puts the caret behind so many digits, and past punctuation after an insertion', () => {
  const input = inputWith('2133734253')
  showText(input, caretBehind(3), true)
  expect([input.value, input.selectionStart]).toEqual(['(213) 373-4253', '(213'.length])
  showText(input, caretBehind(3, true), true)
  expect(input.selectionStart).toBe('(213) '.length)
})

test('a text that is only spaced anew leaves the caret between the digits it is between', () => {
  const input = inputWith('2133734253')
  input.setSelectionRange(7, 7)
  showText(input, caretBehind(undefined), false)
  expect(input.selectionStart).toBe('(213) 373-4'.length)
})

test('a field without the focus does not get it by its caret', () => {
  const input = inputWith('2133734253')
  input.blur()
  showText(input, caretBehind(3), true)
  expect(input.value).toBe('(213) 373-4253')
  expect(document.activeElement).toBe(document.body)
})

test('a script finds the field by its name, and the form does not', () => {
  const input = inputWith('')
  nameForScripts(input, () => 'phone')
  expect(input.name).toBe('phone')
  expect(input.hasAttribute('name')).toBe(false)
})
