import { createManualClock } from '@phoneproof/simulator'
import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, it, vi } from 'vitest'
import { PhoneproofProvider } from '../provider/phoneproof-provider.tsx'
import { useCountdown } from './use-countdown.ts'

function setUp(seconds: number) {
  const clock = createManualClock()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <PhoneproofProvider clock={clock}>{children}</PhoneproofProvider>
  )
  const renders = vi.fn()
  const hook = renderHook(
    (deadline: number) => {
      renders()
      return useCountdown(deadline)
    },
    { wrapper, initialProps: clock.now() + seconds * 1000 },
  )
  return { clock, renders, ...hook }
}

it('counts whole seconds down, one render each, and ends at 0', async () => {
  const { result, clock, renders } = setUp(3)
  expect(result.current).toBe(3)
  renders.mockClear()
  await act(() => clock.advance('10s'))
  expect(result.current).toBe(0)
  expect(renders).toHaveBeenCalledTimes(3)
})

it('follows another deadline', () => {
  const { result, clock, rerender } = setUp(3)
  rerender(clock.now() + 60_000)
  expect(result.current).toBe(60)
})

it('does nothing while the page is hidden, and is right when it comes back', async () => {
  const { result, clock, renders } = setUp(300)
  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  document.dispatchEvent(new Event('visibilitychange'))
  renders.mockClear()
  await act(() => clock.advance('2m'))
  expect(renders).not.toHaveBeenCalled()
  expect(clock.pendingTimers).toBe(0)
  visibility.mockReturnValue('visible')
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
  expect(result.current).toBe(180)
  visibility.mockRestore()
})

it.each(['pageshow', 'focus'])(
  'is read again on %s, after timers have stood still (E-1)',
  (name) => {
    const { result, clock, renders } = setUp(300)
    const now = vi.spyOn(clock, 'now').mockReturnValue(clock.now() + 100_000)
    renders.mockClear()
    act(() => void window.dispatchEvent(new Event(name)))
    expect(result.current).toBe(200)
    now.mockRestore()
  },
)

it('leaves no timer behind', () => {
  const { clock, unmount } = setUp(300)
  expect(clock.pendingTimers).toBe(1)
  unmount()
  expect(clock.pendingTimers).toBe(0)
})
