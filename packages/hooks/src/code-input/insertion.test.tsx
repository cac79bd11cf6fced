import { afterEach, expect, test, vi } from 'vitest'
import { hear, insert, type Insertion } from './insertion.ts'

// Without layout there is no `execCommand`, so each test gives the document one when it needs it.

afterEach(() => {
  document.body.replaceChildren()
  Reflect.deleteProperty(document, 'execCommand')
})

function setUp(value = '') {
  const input = document.createElement('input')
  document.body.append(input)
  input.value = value
  const insertion: Insertion = {}
  const order: string[] = []
  input.addEventListener('input', () => order.push(hear(insertion) ? 'ours' : 'theirs'))
  return { input, insertion, order, done: () => void order.push(`done: ${input.value}`) }
}

function giveExecCommand(run: (text: string) => void) {
  const command = vi.fn((_name: string, _ui: boolean, text: string) => {
    run(text)
    return true
  })
  Object.defineProperty(document, 'execCommand', { value: command, configurable: true })
  return command
}

test('inserts by the command that the browser can undo, over all the text (CODE-10)', () => {
  const { input, insertion, order, done } = setUp('48')
  const command = giveExecCommand((text) => {
    input.setRangeText(text, input.selectionStart ?? 0, input.selectionEnd ?? 0)
    input.dispatchEvent(new Event('input'))
  })
  input.focus()
  insert(insertion, input, '482913', false, done)
  expect(command.mock.calls).toEqual([['insertText', false, '482913']])
  expect(order).toEqual(['done: 482913', 'ours'])
  expect(insertion.done).toBeUndefined()
})

test.each([
  ['without the focus', false],
  ['where the command does nothing', true],
])('sets the text and sends the event itself %s (CODE-14)', (_, isFocused) => {
  const { input, insertion, order, done } = setUp('48')
  if (isFocused) input.focus()
  insert(insertion, input, '482913', false, done)
  expect(order).toEqual(['done: 482913', 'ours'])
})

test('is done at once, without an event, when the text is there (CODE-15)', () => {
  const { input, insertion, order, done } = setUp('482913')
  insert(insertion, input, '482913', false, done)
  expect(order).toEqual(['done: 482913'])
})

test('sends the event for text that is there and was not reported yet (CODE-28)', () => {
  const { input, insertion, order, done } = setUp('482913')
  insert(insertion, input, '482913', true, done)
  expect(order).toEqual(['done: 482913', 'ours'])
})

test('is done once, however many events the browser sends for it (CODE-21)', () => {
  const { input, insertion, order, done } = setUp()
  giveExecCommand((text) => {
    input.value = text
    input.dispatchEvent(new Event('input'))
    input.dispatchEvent(new Event('input'))
  })
  input.focus()
  insert(insertion, input, '4', false, done)
  expect(order).toEqual(['done: 4', 'ours', 'ours'])
})

test('knows an event of somebody else (CODE-14)', () => {
  const { input, order } = setUp()
  input.dispatchEvent(new Event('input'))
  expect(order).toEqual(['theirs'])
})
