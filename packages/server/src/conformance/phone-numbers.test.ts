import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { expect, it } from 'vitest'
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

it('takes each of a hundred British numbers from another range', () => {
  const next = createPhoneNumbers('GB')
  const ranges = Array.from({ length: 100 }, () => next().slice(0, -6))
  expect(new Set(ranges).size).toBe(100)
})
