import { expect, test } from 'vitest'
import { eventLine, shapeOf } from './event-line.ts'

const field = { name: 'code', length: 1, start: 1, end: 1 }

test('says what a keyboard sent, and how the field is then', () => {
  const event = { type: 'beforeinput', inputType: 'insertText', data: '4', isComposing: false }
  expect(eventLine(event, field)).toBe('beforeinput insertText “#” (code, 1 long, caret 1)')
})

test('names keys, and tells those that keyboards of phones hide', () => {
  expect(eventLine({ type: 'keydown', key: '7', keyCode: 55 }, field)).toMatch(/^keydown “#” \(/)
  expect(eventLine({ type: 'keydown', key: 'Backspace', keyCode: 8 }, field)).toMatch(
    /^keydown Backspace \(/,
  )
  expect(
    eventLine({ type: 'keydown', key: 'Unidentified', keyCode: 229, isComposing: true }, field),
  ).toMatch(/^keydown Unidentified 229 composing \(/)
})

test('shows a selection from where to where, and none where there is none', () => {
  const event = { type: 'selectionchange' }
  expect(eventLine(event, { ...field, start: 0, end: 6 })).toContain('caret 0 to 6')
  expect(eventLine(event, { ...field, start: null, end: null })).toBe(
    'selectionchange (code, 1 long)',
  )
})

test.each([
  ['482 913', '### ###'],
  ['٤٨٢', '###'],
  ['Ada Ünal, +44 7400', 'aaa aaaa, +## ####'],
])('keeps only the shape of %s', (text, shape) => {
  expect(shapeOf(text)).toBe(shape)
})
