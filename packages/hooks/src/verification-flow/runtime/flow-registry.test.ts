import type { StartResult, VerifyClient } from '@phoneproof/client'
import { expect, it, vi } from 'vitest'
import { environmentWithStorage, setUpFlow } from '../../../../../test/support/flow-setup.ts'
import type { FlowEvent } from '../machine/flow-events.ts'
import { flowOf } from './flow-registry.ts'
import { verificationOf } from '../machine/flow-state.ts'

const phone = '+447400123456'
const other = '+12133734253'

const setUp = (setup: Parameters<typeof setUpFlow>[0] = {}) =>
  setUpFlow({ ...setup, create: flowOf })

it('is one flow for all who mount it, until it is over', async () => {
  const flow = setUp()
  await flow.start()
  flow.release()
  expect(flow.open()).toBe(flow.controller)
})

it('goes on with a start that was on its way when everything was unmounted (E-14)', async () => {
  const { promise, resolve } = Promise.withResolvers<StartResult>()
  const start = vi.fn<VerifyClient['start']>().mockReturnValue(promise)
  const flow = setUp({ client: { start } })
  await flow.start()
  flow.release()
  resolve({ verifyId: 'v1', price: undefined, serverTime: undefined })
  await flow.settle()
  const events: FlowEvent[] = []
  const again = flow.open()
  again.retain({ onEvent: (event) => events.push(event) })
  expect(again.getSnapshot().state.step).toMatchObject({ verification: { verifyId: 'v1', phone } })
  expect(events).toEqual([{ type: 'started' }])
  expect(start).toHaveBeenCalledOnce()
})

it('reports a success that came while nothing was mounted to whoever mounts next, once (E-14)', async () => {
  const flow = setUp()
  await flow.start()
  flow.simulator.faults.next({ operation: 'check', latencyMs: 3_000 })
  await flow.check(flow.code())
  flow.release()
  await flow.clock.advance(3_000)

  const onVerified = vi.fn()
  const next = flow.open()
  const release = next.retain({ onVerified })
  expect(next.getSnapshot().state.step.name).toBe('verified')
  expect(onVerified).toHaveBeenCalledExactlyOnceWith({
    phone,
    verifyId: expect.any(String),
    source: 'this-tab',
  })
  release()

  const onVerifiedAgain = vi.fn()
  const later = flow.open()
  later.retain({ onVerified: onVerifiedAgain })
  expect(later.getSnapshot().state.step.name).toBe('phone')
  expect(onVerifiedAgain).not.toHaveBeenCalled()
})

it('reports a refusal that came while nothing was mounted (E-14)', async () => {
  const flow = setUp()
  await flow.start()
  flow.simulator.faults.next({ operation: 'check', latencyMs: 3_000 })
  await flow.check(flow.otherCode())
  flow.release()
  await flow.clock.advance(3_000)
  const events: FlowEvent[] = []
  const again = flow.open()
  again.retain({ onEvent: (event) => events.push(event) })
  expect(again.getSnapshot().state.error?.kind).toBe('wrongCode')
  expect(events).toEqual([{ type: 'check_failed', kind: 'wrongCode', attempt: 1 }])
})

it('hands what is still to be cancelled over to the flow that follows a success (E-4)', async () => {
  const environment = environmentWithStorage()
  const flow = setUp({ environment })
  await flow.start(other)
  const left = verificationOf(flow.state())?.verifyId
  flow.controller.send({ type: 'CHANGE_NUMBER' })
  await flow.start()
  await flow.check(flow.code())
  expect(flow.step()).toBe('verified')
  flow.release()

  const next = flow.open()
  expect(next).not.toBe(flow.controller)
  next.retain({})
  expect(next.getSnapshot().state.cancelQueue).toMatchObject([{ verification: { verifyId: left } }])
  next.submitPhone('+447400654321')
  // The cancel of the first number is answered to the new flow, which is the only one that writes.
  await flow.clock.advance('31s')
  expect(flow.methods()).toEqual(['POST', 'POST', 'PUT', 'POST', 'DELETE'])
  expect(next.getSnapshot().state.cancelQueue).toEqual([])
  expect(environment.stored.get('phoneproof:test')).toContain('447400654321')
  expect(flow.open(environmentWithStorage(environment.stored))).toBe(next)
})

it('cancels what a finished flow has left, also when the next one is never mounted', async () => {
  const flow = setUp()
  await flow.start(other)
  flow.controller.send({ type: 'CHANGE_NUMBER' })
  await flow.start()
  await flow.check(flow.code())
  flow.release()
  flow.open()
  await flow.clock.advance('60s')
  expect(flow.methods()).toEqual(['POST', 'POST', 'PUT', 'DELETE'])
})

it('hears the answers that its predecessor was still waiting for', async () => {
  const flow = setUp()
  await flow.start(other)
  flow.controller.send({ type: 'CHANGE_NUMBER' })
  await flow.start()
  await flow.clock.advance('29s')
  flow.simulator.faults.next({ operation: 'cancel', latencyMs: 4_000 })
  await flow.clock.advance('1s')
  await flow.check(flow.code())
  flow.release()
  const next = flow.open()
  next.retain({})
  expect(next.getSnapshot().state.cancelQueue).toMatchObject([
    { request: { sentAt: expect.any(Number) } },
  ])
  await flow.clock.advance('4s')
  expect(next.getSnapshot().state.cancelQueue).toEqual([])
  expect(flow.methods().filter((method) => method === 'DELETE')).toHaveLength(1)
})

it('warns a developer when two flows of one id are mounted at once', () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const flow = setUp({ options: { flowId: 'shared by mistake' } })
  flow.release()
  flow.controller.retain({})
  expect(warn).not.toHaveBeenCalled()
  flow.open().retain({})
  expect(warn).toHaveBeenCalledExactlyOnceWith(
    expect.stringMatching(/flowId "shared by mistake".*share one verification/),
  )
})
