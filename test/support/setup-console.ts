// An unexpected console.error or console.warn fails the test that caused it. A test that
// expects one replaces the method with vi.spyOn(console, 'error').mockImplementation(...).
import { afterEach, beforeEach } from 'vitest'

let unexpected: string[] = []

function record(level: string): (...args: unknown[]) => void {
  return (...args) => {
    unexpected.push(`console.${level}: ${args.map(String).join(' ')}`)
  }
}

function listen(): void {
  console.error = record('error')
  console.warn = record('warn')
}

// At once, so that what modules say while they load fails the first test; and before each test,
// in case the one before has replaced a method and not put it back.
listen()
beforeEach(listen)

afterEach(() => {
  const seen = unexpected
  unexpected = []
  if (seen.length > 0) throw new Error(`Unexpected console output:\n${seen.join('\n')}`)
})
