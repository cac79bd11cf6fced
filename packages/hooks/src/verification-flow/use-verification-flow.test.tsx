import { createVerifyClient, type VerifyClient } from '@phoneproof/client'
import { createManualClock, createSimulator } from '@phoneproof/simulator'
import { QueryClient } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import { StrictMode, type ReactNode } from 'react'
import { expect, it, vi } from 'vitest'
import { PhoneproofProvider } from '../provider/phoneproof-provider.tsx'
import { useVerificationFlow } from './use-verification-flow.ts'
import type { UseVerificationFlowOptions } from './verification-flow-options.ts'

const phone = '+447400123456'

/** The hook in StrictMode, on the simulation. */
function setUp(
  options: Partial<UseVerificationFlowOptions> = {},
  overrides: Partial<VerifyClient> = {},
) {
  const clock = createManualClock()
  const simulator = createSimulator({ clock })
  const real = createVerifyClient({ baseUrl: 'https://api.test', clock, fetch: simulator.fetch })
  const client = { ...real, ...overrides }
  const queryClient = new QueryClient()
  // A flow that is unmounted after a test writes itself down.
  const flowId = crypto.randomUUID()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <StrictMode>
      <PhoneproofProvider {...{ client, clock, queryClient }}>{children}</PhoneproofProvider>
    </StrictMode>
  )
  const mount = (changes: Partial<UseVerificationFlowOptions> = {}) =>
    renderHook(() => useVerificationFlow({ brand: 'Acme', flowId, ...options, ...changes }), {
      wrapper,
    })
  const settle = () => act(() => clock.advance(0))
  const methods = () => simulator.requests.getSnapshot().map(({ method }) => method)
  return { clock, simulator, mount, settle, methods, ...mount() }
}

it('starts by itself where it is asked to, once for a flow, also in StrictMode (E-14)', async () => {
  const flow = setUp({ autoStart: true, defaultPhone: phone })
  await flow.settle()
  expect(flow.result.current.step).toBe('entering')
  flow.unmount()
  const again = flow.mount()
  await flow.settle()
  act(() => again.result.current.changeNumber())
  again.unmount()
  flow.mount()
  await flow.settle()
  expect(flow.methods()).toEqual(['POST'])
})

it('does not start by itself unless it is asked to, nor after a reload that finds something (E-14)', async () => {
  const quiet = setUp({ defaultPhone: phone })
  await quiet.settle()
  expect(quiet.methods()).toEqual([])

  const first = setUp({ autoStart: true, defaultPhone: phone, flowId: 'reloaded' })
  await first.settle()
  first.unmount()
  const reloaded = setUp({ autoStart: true, defaultPhone: phone, flowId: 'reloaded' })
  await reloaded.settle()
  expect(reloaded.methods()).toEqual([])
  expect(reloaded.result.current.step).toBe('entering')
})

it('does not start by itself while nobody sees the page, as when it is loaded ahead', async () => {
  using visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  const flow = setUp({ autoStart: true, defaultPhone: phone })
  await flow.settle()
  expect(flow.methods()).toEqual([])
  visibility.mockReturnValue('visible')
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
  await flow.settle()
  expect(flow.methods()).toEqual(['POST'])
})

it('reads the failures of a client of one’s own through errorRules (E-18)', async () => {
  const check = () => Promise.reject(Object.assign(new Error('no'), { status: 418 }))
  const errorRules = [{ operation: 'check', status: [418], kind: 'locked' }] as const
  const flow = setUp({ errorRules, defaultPhone: phone, storage: 'none' }, { check })
  act(() => flow.result.current.submitPhone(phone))
  await flow.settle()
  act(() => flow.result.current.submitCode('123456'))
  await flow.settle()
  expect(flow.result.current.step).toBe('locked')
})

it('lets Cancel be pressed at once where the backend carries it out later (E-5)', async () => {
  const cancel = vi.fn(() => Promise.resolve({ deferred: true }))
  const flow = setUp({ cancelMode: 'deferred', storage: 'none' }, { cancel })
  act(() => flow.result.current.submitPhone(phone))
  await flow.settle()
  const button = flow.result.current.getCancelProps()
  expect(button['aria-disabled']).toBe(undefined)
  // SAFETY: the handler does not look at the event.
  act(() => button.onClick?.({} as never))
  await flow.settle()
  expect(cancel).toHaveBeenCalledOnce()
  expect(flow.result.current.state.notice?.kind).toBe('cancelled')
})

it('stops after maxAttempts wrong codes', async () => {
  const flow = setUp({ maxAttempts: 1, storage: 'none' })
  act(() => flow.result.current.submitPhone(phone))
  await flow.settle()
  const wrong = flow.simulator.lastCode(phone) === '111111' ? '222222' : '111111'
  act(() => flow.result.current.submitCode(wrong))
  await flow.settle()
  expect(flow.result.current.step).toBe('locked')
})

it('warns a developer who wants a start without a number', () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  setUp({ autoStart: true, storage: 'none' })
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/start by itself.*no number/))
})

it.each([
  [
    'pageshow',
    () => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
  ],
  ['focus', () => window.dispatchEvent(new Event('focus'))],
  ['resume', () => document.dispatchEvent(new Event('resume'))],
  ['visibilitychange', () => document.dispatchEvent(new Event('visibilitychange'))],
  ['online', () => window.dispatchEvent(new Event('online'))],
])('is right at once on %s, after timers have stood still (E-1)', async (_name, happen) => {
  const clock = createManualClock()
  let frozenMs = 0
  const frozen = { ...clock, now: () => clock.now() + frozenMs }
  const simulator = createSimulator({ clock })
  const client = createVerifyClient({ baseUrl: 'https://api.test', clock, fetch: simulator.fetch })
  const queryClient = new QueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <PhoneproofProvider {...{ client, clock: frozen, queryClient }}>{children}</PhoneproofProvider>
  )
  const { result } = renderHook(() => useVerificationFlow({ brand: 'Acme', storage: 'none' }), {
    wrapper,
  })
  act(() => result.current.submitPhone(phone))
  await act(() => clock.advance(0))
  frozenMs = 300_000
  expect(result.current.step).toBe('entering')
  act(() => void happen())
  expect(result.current.step).toBe('expired')
})

it('is right within 5 s of waking where no event tells of it (E-1)', async () => {
  const clock = createManualClock()
  let sleptMs = 0
  const sleepy = { ...clock, now: () => clock.now() + sleptMs }
  const simulator = createSimulator({ clock })
  const client = createVerifyClient({ baseUrl: 'https://api.test', clock, fetch: simulator.fetch })
  const queryClient = new QueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <PhoneproofProvider {...{ client, clock: sleepy, queryClient }}>{children}</PhoneproofProvider>
  )
  const { result } = renderHook(() => useVerificationFlow({ brand: 'Acme', storage: 'none' }), {
    wrapper,
  })
  act(() => result.current.submitPhone(phone))
  await act(() => clock.advance(0))
  await act(() => clock.advance('2s'))
  sleptMs = 600_000
  await act(() => clock.advance('5s'))
  expect(result.current.step).toBe('expired')
})
