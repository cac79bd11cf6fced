import { expect, test, vi } from 'vitest'
import { watchForeignWrites } from './foreign-writes.ts'

test('hears what a script writes, and not what the field itself writes (CODE-14)', () => {
  const input = document.createElement('input')
  const onWrite = vi.fn(() => input.value)
  const write = watchForeignWrites(input, onWrite)
  input.value = '482913'
  expect(onWrite.mock.results).toEqual([{ type: 'return', value: '482913' }])
  write('771204')
  expect(input.value).toBe('771204')
  expect(onWrite).toHaveBeenCalledTimes(1)
})

test('keeps the setter that was there, by which React hears of changes (CODE-19)', () => {
  const input = document.createElement('input')
  const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
  const set = vi.fn(function (this: HTMLInputElement, value: string) {
    native?.set?.call(this, value)
  })
  Object.defineProperty(input, 'value', { ...native, configurable: true, set })
  const write = watchForeignWrites(input, () => {})
  input.value = '4'
  write('48')
  expect(set.mock.calls).toEqual([['4'], ['48']])
})
