import { expect, it, vi } from 'vitest'
import { currentEnvironment } from './browser-environment.ts'

it.each([
  ['visibilitychange', document],
  ['resume', document],
  ['pageshow', window],
  ['focus', window],
  ['online', window],
  ['offline', window],
] as const)('calls back on %s, for time may have passed unnoticed (E-1)', (name, target) => {
  const onChange = vi.fn()
  const unwatch = currentEnvironment().watch(onChange)
  target.dispatchEvent(new Event(name))
  expect(onChange).toHaveBeenCalledOnce()
  unwatch()
  target.dispatchEvent(new Event(name))
  expect(onChange).toHaveBeenCalledOnce()
})

it('has no storage where the page may not ask for it', () => {
  using storage = vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError')
  })
  expect(currentEnvironment().storage).toBe(undefined)
  expect(storage).toHaveBeenCalledOnce()
})
