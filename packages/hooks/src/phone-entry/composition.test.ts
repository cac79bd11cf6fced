import { expect, test } from 'vitest'
import { endComposition, noComposition, overrule, startComposition } from './composition.ts'

test('what was composed counts', () => {
  const composition = noComposition()
  startComposition(composition)
  expect(composition.isOpen).toBe(true)
  expect(endComposition(composition)).toBe(true)
  expect(composition.isOpen).toBe(false)
})

test('what was composed into digits that became others does not count', () => {
  const composition = noComposition()
  startComposition(composition)
  overrule(composition)
  expect(endComposition(composition)).toBe(false)
})

test('digits that change between two compositions spoil neither', () => {
  const composition = noComposition()
  overrule(composition)
  startComposition(composition)
  expect(endComposition(composition)).toBe(true)
  overrule(composition)
  startComposition(composition)
  expect(endComposition(composition)).toBe(true)
})

test('a composition that was overruled says nothing of the next', () => {
  const composition = noComposition()
  startComposition(composition)
  overrule(composition)
  endComposition(composition)
  startComposition(composition)
  expect(endComposition(composition)).toBe(true)
})
