// An unexpected console.error or console.warn fails the test that caused it. A test that
// expects one replaces the method with vi.spyOn(console, 'error').mockImplementation(...).
import { afterEach, beforeEach } from 'vitest'

let unexpected: string[] = []

function record(level: string): (...args: unknown[]) => void {
  return (...args) => {
    unexpected.push(`console.${level}: ${args.map(String).join(' ')}`)
  }
}

beforeEach(() => {
  unexpected = []
  console.error = record('error')
  console.warn = record('warn')
})

afterEach(() => {
  const seen = unexpected
  unexpected = []
  if (seen.length > 0) throw new Error(`Unexpected console output:\n${seen.join('\n')}`)
})
