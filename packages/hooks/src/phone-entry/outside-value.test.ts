import { expect, test, vi } from 'vitest'
import { followValue, givenText, type FieldNow, type OutsideValue } from './outside-value.ts'

const outside = (state: Partial<OutsideValue> = {}): OutsideValue => ({
  last: undefined,
  isText: false,
  isEchoDue: false,
  ...state,
})

const field = (now: Partial<FieldNow> = {}): FieldNow => ({
  value: undefined,
  text: '',
  digits: '',
  inputText: '',
  ...now,
})

const whole = field({
  value: '+12133734253',
  text: '(213) 373-4253',
  digits: '2133734253',
  inputText: '(213) 373-4253',
})
const half = field({ text: '(213) 3', digits: '2133', inputText: '(213) 3' })

test('a new value is followed (PHONE-39)', () => {
  expect(followValue(outside(), '+447400123456', whole)).toBe('+447400123456')
})

test('the value of last time is not: it is in the field already, or was edited (PHONE-39)', () => {
  expect(followValue(outside({ last: '+447400123456' }), '+447400123456', half)).toBeUndefined()
})

test('the number that the field told, coming back, changes nothing (PHONE-39)', () => {
  const state = outside({ last: '+447400123456', isEchoDue: true })
  expect(followValue(state, '+12133734253', whole)).toBeUndefined()
  expect(state).toEqual({ last: '+12133734253', isText: false, isEchoDue: false })
})

test.each(['(213) 3', '2133', '21-33'])(
  'the text of the field, given back as %s, changes nothing',
  (text) => {
    const state = outside()
    expect(followValue(state, text, half)).toBeUndefined()
    expect(state.isText).toBe(true)
  },
)

test.each([null, ''])('%j empties a field with a number (PHONE-39)', (empty) => {
  expect(followValue(outside({ last: '+12133734253' }), empty, whole)).toBe('')
})

test('an order to clear reaches what is not a number yet; an echo of no number does not (PHONE-39)', () => {
  expect(followValue(outside(), '', half)).toBe('')
  expect(followValue(outside({ isEchoDue: true }), '', half)).toBeUndefined()
})

test('an app that holds the text clears the field by an empty text', () => {
  expect(followValue(outside({ last: '(213) 3', isText: true }), '', half)).toBe('')
})

test('undefined empties a field with a number, and leaves what is not one yet (PHONE-39)', () => {
  expect(followValue(outside({ last: '+12133734253' }), undefined, whole)).toBe('')
  expect(followValue(outside({ last: '' }), undefined, half)).toBeUndefined()
})

test('a value that is no E.164 is followed, with a warning', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  expect(followValue(outside(), '07400 987654', whole)).toBe('07400 987654')
  expect(warn.mock.calls).toEqual([[expect.stringContaining('which is not E.164')]])
  warn.mockRestore()
})

test('a number from a caller without types is read as its digits', () => {
  // SAFETY: what a caller without types may give.
  expect(givenText(447_400_123_456 as unknown as string)).toBe('447400123456')
  expect(givenText(null)).toBeNull()
})
