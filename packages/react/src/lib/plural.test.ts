import { expect, it, vi } from 'vitest'
import { plural } from './plural.ts'

const forms = { one: '# plik', few: '# pliki', other: '# plików' }

it('takes the form of the language', () => {
  expect([1, 3, 5].map(plural('pl', forms))).toEqual(['1 plik', '3 pliki', '5 plików'])
})

it('takes the general form where an engine has no rules', () => {
  const refuse = function (): never {
    throw new TypeError('refused')
  }
  const engine = vi.spyOn(Intl, 'PluralRules').mockImplementation(refuse)
  try {
    expect([1, 3].map(plural('pl', forms))).toEqual(['1 plików', '3 plików'])
  } finally {
    engine.mockRestore()
  }
})
