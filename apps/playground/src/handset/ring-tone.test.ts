import { expect, it } from 'vitest'
import { ringSamples, roundS } from './ring-tone.ts'

const rate = 8000
const samples = ringSamples(rate)
const loudest = (fromS: number, toS: number): number =>
  samples.slice(fromS * rate, toS * rate).reduce((most, each) => Math.max(most, Math.abs(each)), 0)

it('rings twice, pauses, and is ready to begin again', () => {
  expect(samples).toHaveLength(roundS * rate)
  expect(loudest(0.1, 0.3)).toBeGreaterThan(0.1)
  expect(loudest(0.4, 0.6)).toBe(0)
  expect(loudest(0.7, 0.9)).toBeGreaterThan(0.1)
  expect(loudest(1, roundS)).toBe(0)
})

it('is soft at its edges and never loud', () => {
  expect(loudest(0, 0.001)).toBeLessThan(0.02)
  expect(loudest(0.399, 0.4)).toBeLessThan(0.02)
  expect(loudest(0, roundS)).toBeLessThan(0.2)
})
