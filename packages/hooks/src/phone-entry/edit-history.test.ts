import { expect, test } from 'vitest'
import { historyKey, noHistory, remember, stepBack, stepForward } from './edit-history.ts'

const step = (digits: string) => ({ digits, caret: digits.length })

test('steps back to what was remembered, and forward again (PHONE-19)', () => {
  const history = remember(remember(noHistory, step('')), step('2'))
  const back = stepBack(history, step('21'))
  expect(back?.step).toEqual(step('2'))
  const start = stepBack(back?.history ?? noHistory, step('2'))
  expect(start?.step).toEqual(step(''))
  expect(stepBack(start?.history ?? noHistory, step(''))).toBeUndefined()
  expect(stepForward(start?.history ?? noHistory, step(''))?.step).toEqual(step('2'))
})

test('an edit after an undo leaves nothing to redo', () => {
  const back = stepBack(remember(noHistory, step('2')), step('21'))
  expect(back?.history.future).toHaveLength(1)
  expect(stepForward(remember(back?.history ?? noHistory, step('2')), step('29'))).toBeUndefined()
})

test('a key that is held down does not fill the memory', () => {
  let history = noHistory
  for (let count = 0; count < 1000; count += 1) history = remember(history, step(`${count}`))
  expect(history.past).toHaveLength(200)
  expect(history.past.at(-1)?.digits).toBe('999')
})

test.each([
  [{ key: 'z', ctrlKey: true }, 'UNDO'],
  [{ key: 'Z', ctrlKey: true }, 'UNDO'],
  [{ key: 'z', metaKey: true }, 'UNDO'],
  [{ key: 'Z', metaKey: true, shiftKey: true }, 'REDO'],
  [{ key: 'y', ctrlKey: true }, 'REDO'],
  [{ key: 'z' }, undefined],
  [{ key: 'z', ctrlKey: true, altKey: true }, undefined],
  [{ ctrlKey: true }, undefined],
] as const)('%j asks for %s', (pressed, asked) => {
  expect(historyKey(pressed as KeyboardEvent)).toBe(asked)
})
