import { PhoneproofProvider } from '../../provider/phoneproof-provider.tsx'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, it, vi } from 'vitest'
import { createFlowWorld } from '../../../../../test/support/flow-world.ts'
import { useCancelVerification, useCheckCode, useStartVerification } from './use-requests.ts'

const phone = '+447400123456'
const request = { phone, brand: 'Acme', codeLength: 6 } as const

function setUp() {
  const world = createFlowWorld()
  const queryClient = new QueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>
      <PhoneproofProvider client={world.client}>{children}</PhoneproofProvider>
    </QueryClientProvider>
  )
  const { result } = renderHook(
    () => ({
      start: useStartVerification(),
      check: useCheckCode(),
      cancel: useCancelVerification(),
    }),
    { wrapper },
  )
  return { ...world, queryClient, result }
}

it.each([{ success: false }, { status: 200, data: { verified: false } }, false, 'OK'])(
  'does not take a check that resolves with %j for a right code',
  async (answer) => {
    using _warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const { result, client } = setUp()
    // SAFETY: what a client written in JavaScript may return.
    vi.spyOn(client, 'check').mockResolvedValue(answer as unknown as void)
    const checked = act(() => result.current.check.mutateAsync({ verifyId: 'v1', code: '123456' }))
    await expect(checked).rejects.toMatchObject({ kind: 'uncertain' })
  },
)

it('gives a proof to whoever checks', async () => {
  const { result, client } = setUp()
  const proof = 'e30.e30.c2ln'
  vi.spyOn(client, 'check').mockResolvedValue({ proof })
  const checked = act(() => result.current.check.mutateAsync({ verifyId: 'v1', code: '123456' }))
  await expect(checked).resolves.toEqual({ proof })
})

it('starts, checks and cancels as mutations of the app’s QueryClient', async () => {
  const { result, simulator, clock, queryClient } = setUp()
  const keys: unknown[] = []
  queryClient.getMutationCache().subscribe(({ type, mutation }) => {
    if (type === 'added') keys.push(mutation.options.mutationKey)
  })
  const { verifyId } = await act(() => result.current.start.mutateAsync(request))
  const code = simulator.lastCode(phone) ?? ''
  const wrong = code === '111111' ? '222222' : '111111'
  const refused = act(() => result.current.check.mutateAsync({ verifyId, code: wrong }))
  await expect(refused).rejects.toMatchObject({ kind: 'wrongCode' })
  await clock.advance('30s')
  await act(() => result.current.cancel.mutateAsync({ verifyId }))
  expect(keys).toEqual([
    ['phoneproof', 'start'],
    ['phoneproof', 'check'],
    ['phoneproof', 'cancel'],
  ])
})

it('never repeats a request by itself (E-14)', async () => {
  const { result, simulator } = setUp()
  simulator.faults.next({ status: 503 })
  await expect(act(() => result.current.start.mutateAsync(request))).rejects.toMatchObject({
    kind: 'uncertain',
  })
  expect(simulator.requests.getSnapshot()).toHaveLength(1)
})

it('says what is missing when there is no client', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>
  )
  expect(() => renderHook(() => useCheckCode(), { wrapper })).toThrow(
    '[phoneproof] useCheckCode() has no client.',
  )
})
