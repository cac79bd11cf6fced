import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  caretAt,
  moveCaret,
  receiveCode,
  selectSlots,
  settleCaret,
  settleText,
  slotState,
  type Edit,
} from './code-input.state.ts'
import { extractCode } from './extract-code.ts'

const steps = { back: -1, forward: 1, first: -Infinity, last: Infinity }

const six = { length: 6 }

/** `12[3]4` has the caret on the 3, `12|4` between, `1[23]4` a selection of two. */
function parse(drawing: string): Edit {
  const value = drawing.replace(/[[\]|]/g, '')
  const start = drawing.search(/[[|]/)
  const close = drawing.indexOf(']')
  return { value, start, end: close < 0 ? start : close - 1 }
}

function draw({ value, start, end }: Edit): string {
  const selected = start === end ? '|' : `[${value.slice(start, end)}]`
  return value.slice(0, start) + selected + value.slice(end)
}

test.each([
  ['|', '4', '4|'],
  ['48|', '2', '482|'],
  ['48291|', '3', '48291[3]'],
  ['4[8]2913', '7', '47[2]913'],
  ['48291[3]', '7', '48291[7]'],
  ['4[8]2', '7', '47[2]'],
  ['48[2]', '7', '487|'],
  ['48|13', '9', '489|13'],
  ['482|56', '9', '4829[5]6'],
  ['482|5', '9', '4829|5'],
  ['123|56', '4', '1234[5]6'],
  ['482|913', '7', '4827[1]3'],
  ['482913|', '7', '48291[7]'],
  ['1[234]56', '9', '19|56'],
  ['[123456]', '9', '9|'],
  ['1[2]3456', '99', '199[4]56'],
  ['1[2]34', '99', '199[4]'],
  ['1[2345]6', '9876', '19876[6]'],
])('%s, typing %s, is %s (CODE-3)', (before, text, after) => {
  expect(draw(receiveCode(parse(before), text, six))).toBe(after)
})

test.each([
  ['48[2]', 'back', '4[8]2'],
  ['[4]82', 'back', '[4]82'],
  ['48[2]', 'forward', '482|'],
  ['482|', 'forward', '482|'],
  ['482|', 'back', '48[2]'],
  ['48291[3]', 'forward', '48291[3]'],
  ['4|829', 'back', '[4]829'],
  ['4|829', 'forward', '48[2]9'],
  ['4[82]9', 'back', '4[8]29'],
  ['4[82]9', 'forward', '482[9]'],
  ['[482913]', 'forward', '48291[3]'],
  ['48[2]9', 'first', '[4]829'],
  ['4[8]29', 'last', '4829|'],
  ['|', 'back', '|'],
] as const)('%s, moving %s, is %s (CODE-7)', (before, motion, after) => {
  expect(draw(moveCaret(parse(before), steps[motion], false, 6))).toBe(after)
})

test.each([
  ['4[8]29', 'forward', '4[82]9'],
  ['4[8]29', 'back', '[48]29'],
  ['4829|', 'back', '482[9]'],
  ['48|29', 'forward', '48[2]9'],
  ['48|29', 'back', '4[8]29'],
  ['4[8]29', 'last', '4[829]'],
  ['48[2]9', 'first', '[482]9'],
  ['4829|', 'first', '[4829]'],
  ['4829|', 'forward', '4829|'],
  ['|', 'back', '|'],
  ['|48', 'back', '|48'],
] as const)('%s, extending %s, is %s (CODE-7)', (before, motion, after) => {
  expect(draw(moveCaret(parse(before), steps[motion], true, 6))).toBe(after)
})

test('extending there and back again ends where it began (CODE-7)', () => {
  const there = moveCaret(parse('48[2]913'), -1, true, 6)
  expect(there).toMatchObject({ start: 1, end: 3, backward: true })
  expect(draw(moveCaret(there, 1, true, 6))).toBe('48[2]913')
})

test('a whole code replaces everything, wherever the caret is (CODE-12)', () => {
  expect(draw(receiveCode(parse('9[9]99'), '482913', six))).toBe('48291[3]')
})

test('part of a code goes in at the caret, and the tail stays (CODE-12)', () => {
  expect(draw(receiveCode(parse('1[2]3456'), '99', six))).toBe('199[4]56')
})

test.each([
  ['198|3456', '198456'],
  ['19|83456', '193456'],
  ['12 3|', '123'],
  ['\uff11|', '1'],
  ['1234567|', '123456'],
])('settles %s as %s (CODE-1)', (before, after) => {
  const { value, start } = parse(before)
  expect(settleText(value, start, '', six).value).toBe(after)
})

test('leaves a caret alone by identity while there is room (CODE-3)', () => {
  const edit = parse('48|2')
  expect(settleCaret(edit, 6)).toBe(edit)
})

test('draws the caret as a bar where typing inserts, and on the slot where it replaces (CODE-26)', () => {
  const marks = (drawing: string) =>
    [0, 1, 2, 3]
      .map((index) => slotState(parse(drawing), index, 4))
      .map((slot) => (slot.isSelected ? 's' : slot.hasCaret ? '|' : slot.isActive ? 'x' : '.'))
      .join('')
  expect(marks('12|')).toBe('..|.')
  expect(marks('1[2]')).toBe('.x..')
  expect(marks('1|23')).toBe('.|..')
  expect(marks('1[23]')).toBe('.ss.')
  expect(marks('123[4]')).toBe('...x')
})

test('any run of keys keeps the code short, clean and the selection inside it (CODE-1)', () => {
  const key = fc.oneof(
    fc.record({ type: fc.constantFrom(...'0123456789'.split('')) }),
    fc.record({
      move: fc.constantFrom(...Object.values(steps)),
      extend: fc.boolean(),
    }),
    fc.record({ paste: fc.string({ unit: 'grapheme' }) }),
    fc.record({ from: fc.nat(8), to: fc.nat(8) }),
  )
  fc.assert(
    fc.property(fc.array(key), fc.integer({ min: 1, max: 8 }), (run, length) => {
      let edit = caretAt('', 0, length)
      for (const step of run) {
        if ('type' in step) edit = receiveCode(edit, step.type, { length })
        else if ('move' in step) edit = moveCaret(edit, step.move, step.extend, length)
        else if ('paste' in step)
          edit = receiveCode(edit, extractCode(step.paste, { length }), { length })
        else edit = selectSlots(edit.value, step.from, step.to, length)
        expect(edit.value).toMatch(/^[0-9]*$/)
        expect(edit.value.length).toBeLessThanOrEqual(length)
        expect(edit.start).toBeGreaterThanOrEqual(0)
        expect(edit.start).toBeLessThanOrEqual(edit.end)
        expect(edit.end).toBeLessThanOrEqual(edit.value.length)
        expect(edit.value.length === length && edit.start === edit.end).toBe(false)
      }
    }),
  )
})
