import { expect, test } from 'vitest'
import { caretAt, type Edit } from './code-input.state.ts'
import { awaited, firstAnswers, receive, report } from './parent-answers.ts'

const edit = (value: string): Edit => caretAt(value, value.length, 6)
const atOnce = false
const late = true

test('awaits an answer to the last edit that was reported, for 150 ms (CODE-16)', () => {
  const answers = firstAnswers('')
  expect(awaited(answers, 1000, late)).toBeUndefined()
  report(answers, edit('4'), 1000)
  report(answers, edit('48'), 1100)
  expect(awaited(answers, 1250, late)).toEqual(edit('48'))
  expect(awaited(answers, 1251, late)).toBeUndefined()
  // Refused once is refused.
  expect(awaited(answers, 1200, late)).toBeUndefined()
})

test('awaits nothing of a parent that answers at once (CODE-19)', () => {
  const answers = firstAnswers('')
  report(answers, edit('4'), 1000)
  expect(awaited(answers, 1001, atOnce)).toBeUndefined()
})

test('accepts the edits in the order in which they were reported (CODE-16)', () => {
  const answers = firstAnswers('')
  report(answers, edit('4'), 1000)
  report(answers, edit('48'), 1020)
  expect(receive(answers, '4', true)).toEqual([edit('4'), false])
  expect(awaited(answers, 1040, late)).toEqual(edit('48'))
  expect(receive(answers, '48', true)).toEqual([edit('48'), false])
  expect(awaited(answers, 1040, late)).toBeUndefined()
})

test('accepts an edit with the selection that it left (CODE-6)', () => {
  const answers = firstAnswers('123956')
  const gap = { value: '12356', start: 3, end: 3 }
  report(answers, gap, 1000)
  expect(receive(answers, '12356', true)[0]).toBe(gap)
})

test('knows a value that the parent sets of its own accord, which answers all before it (CODE-16)', () => {
  const answers = firstAnswers('')
  report(answers, edit('4'), 1000)
  expect(receive(answers, '77', true)).toEqual([undefined, true])
  expect(awaited(answers, 1010, late)).toBeUndefined()
  expect(answers).toMatchObject({ value: '77', known: '77' })
})

test('goes on waiting while the parent renders with what it had (CODE-16)', () => {
  const answers = firstAnswers('48')
  report(answers, edit('482'), 1000)
  expect(receive(answers, '48', true)).toEqual([undefined, false])
  expect(awaited(answers, 1010, late)).toEqual(edit('482'))
})

test('does not take for known what a script wrote into a field that keeps its own value (CODE-14)', () => {
  const answers = firstAnswers('48')
  receive(answers, '77', false)
  expect(answers).toMatchObject({ value: '77', known: '48' })
})
