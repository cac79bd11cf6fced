import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { expect, it, vi } from 'vitest'
import { createPhoneNumbers } from './phone-numbers.ts'

it.each(['GB', 'US'] as const)('makes valid numbers of %s, each only once', (country) => {
  const next = createPhoneNumbers(country)
  const numbers = Array.from({ length: 300 }, next)
  expect(numbers.filter((each) => !parsePhoneNumberFromString(each)?.isValid())).toEqual([])
  expect(new Set(numbers.map((each) => parsePhoneNumberFromString(each)?.country))).toEqual(
    new Set([country]),
  )
  expect(new Set(numbers).size).toBe(300)
})

it('gives a number once, also when chance makes it twice', () => {
  // The hundred and first has the range of the first.
  const chance = Array.from({ length: 101 }, () => new Uint8Array(6).fill(1))
  chance.push(new Uint8Array(6).fill(2))
  const dice = vi
    .spyOn(crypto, 'getRandomValues')
    .mockImplementation(() => (chance.shift() ?? expect.fail('one more')) as never)
  const next = createPhoneNumbers('GB')
  const numbers = Array.from({ length: 101 }, next)
  dice.mockRestore()
  expect(numbers[0]?.slice(-6)).toBe('111111')
  expect(numbers[100]?.slice(-6)).toBe('222222')
})

it('takes each of a hundred British numbers from another range', () => {
  const next = createPhoneNumbers('GB')
  const ranges = Array.from({ length: 100 }, () => next().slice(0, -6))
  expect(new Set(ranges).size).toBe(100)
})
