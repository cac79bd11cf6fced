import { expect, test } from 'vitest'
import { spokenDigits } from './spoken-digits.ts'

const words = ['Your ', 'Route 66 ', 'PIN ', 'is: ', '2, ', '4. ', 'Once ', 'more: ', '2, ', '4.']
const shown = (at: number): string =>
  spokenDigits(words, at, 2)
    .map(({ digit, isSaid, isNow }) => `${isSaid ? digit : '·'}${isNow ? '!' : ''}`)
    .join(' ')

test('shows a digit once the voice has come to it, and keeps it', () => {
  expect([3, 4, 5, 7].map(shown)).toEqual(['· ·', '2! ·', '2 4!', '2 4'])
})

test('marks each digit again when it is said once more', () => {
  expect([8, 9, 10].map(shown)).toEqual(['2! 4', '2 4!', '2 4'])
})
