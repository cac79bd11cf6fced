import { textMagic } from '@phoneproof/client'
import { termsOf } from './deadlines.ts'
import { defaultSettings } from './flow-state.ts'
import type { StartResult } from '@phoneproof/client'
import { expect, it, vi } from 'vitest'
import { environmentWithStorage, setUpFlow } from '../../../../../test/support/flow-setup.ts'
import type { FlowEvent } from './flow-events.ts'

const phone = '+447400123456'
const other = '+12133734253'

function setUp(setup: Parameters<typeof setUpFlow>[0] = {}) {
  const events: FlowEvent[] = []
  const callbacks = { onEvent: (event: FlowEvent) => void events.push(event) }
  return { ...setUpFlow({ ...setup, callbacks }), events, callbacks }
}
const never = () => new Promise<StartResult>(() => {})

it('start_requested, started: a number is submitted and accepted', async () => {
  const flow = setUp()
  await flow.start()
  expect(flow.events).toEqual([{ type: 'start_requested' }, { type: 'started' }])
})

it('started: not for a number that was left before its answer came', async () => {
  const flow = setUp()
  flow.simulator.faults.next({ operation: 'start', latencyMs: 3_000 })
  await flow.start()
  flow.controller.send({ type: 'CHANGE_NUMBER' })
  await flow.start(other)
  await flow.clock.advance('4s')
  expect(flow.step()).toBe('entering')
  expect(flow.events).toEqual([
    { type: 'start_requested' },
    { type: 'number_changed', t: 0 },
    { type: 'start_requested' },
    { type: 'started' },
  ])
})

it('start_failed: with the kind, once, after an answer, 15 s, or a wait that was too long', async () => {
  vi.spyOn(console, 'error').mockReturnValue()
  const refused = setUp()
  refused.simulator.faults.next({ operation: 'start', status: 401 })
  await refused.start()
  expect(refused.events.at(-1)).toEqual({ type: 'start_failed', kind: 'unavailable' })

  const silent = setUp()
  silent.simulator.faults.next({ operation: 'start', latencyMs: 40_000, dropAnswer: true })
  await silent.start()
  await silent.clock.advance('60s')
  expect(silent.events).toEqual([
    { type: 'start_requested' },
    { type: 'start_failed', kind: 'uncertain' },
  ])

  const waiting = setUp({ client: { start: never } })
  await waiting.start()
  waiting.controller.send({ type: 'CHANGE_NUMBER' })
  waiting.controller.send({ type: 'OFFLINE' })
  waiting.controller.send({ type: 'ONLINE' })
  await waiting.start(other)
  waiting.events.length = 0
  // The device sleeps over it.
  vi.spyOn(waiting.clock, 'now').mockReturnValue(waiting.clock.now() + 60_000)
  waiting.controller.send({ type: 'CLOCK' })
  expect(waiting.events).toEqual([{ type: 'start_failed', kind: 'notSent' }])
})

it('start_requested: also when Try again is pressed; blocked: when a number is busy', async () => {
  const flow = setUp()
  flow.simulator.faults.next({ operation: 'start', status: 409 })
  await flow.start()
  await flow.clock.advance('30s')
  flow.controller.send({ type: 'RETRY', startId: 'again' })
  await flow.settle()
  expect(flow.events).toEqual([
    { type: 'start_requested' },
    { type: 'blocked' },
    { type: 'start_requested' },
    { type: 'started' },
  ])
})

it('resumed: after a reload, and back to a number that was left', async () => {
  const environment = environmentWithStorage()
  const flow = setUp({ environment })
  await flow.start()
  await flow.clock.advance('12s')
  flow.release()
  flow.events.length = 0
  const reloaded = flow.open()
  reloaded.retain(flow.callbacks)
  reloaded.send({ type: 'CHANGE_NUMBER' })
  await flow.clock.advance('3s')
  reloaded.send({ type: 'RESUME_NUMBER' })
  reloaded.send({ type: 'CHANGE_NUMBER' })
  reloaded.submitPhone(phone)
  expect(flow.events).toEqual([
    { type: 'resumed', t: 12 },
    { type: 'number_changed', t: 12 },
    { type: 'resumed', t: 15 },
    { type: 'number_changed', t: 15 },
    { type: 'resumed', t: 15 },
  ])
})

it.each([
  ['input-change', 'typed'],
  ['input-paste', 'paste'],
  ['input-drop', 'paste'],
  ['input-autofill', 'autofill'],
])('code_completed: a code by %s is %s', async (reason, method) => {
  const flow = setUp()
  await flow.start()
  flow.controller.send({ type: 'SUBMIT_CODE', code: '123456', method: reason })
  expect(flow.events.at(-1)).toEqual({ type: 'code_completed', method })
})

it('check_failed: with the kind and which try it was, once for each; locked', async () => {
  const flow = setUp()
  await flow.start()
  flow.events.length = 0
  await flow.check(flow.otherCode())
  flow.simulator.faults.next({ operation: 'check', latencyMs: 30_000, dropAnswer: true })
  await flow.check('333333')
  await flow.clock.advance('40s')
  flow.simulator.faults.next({ operation: 'check', status: 423 })
  await flow.check('444444')
  expect(flow.events).toEqual([
    { type: 'check_failed', kind: 'wrongCode', attempt: 1 },
    { type: 'check_failed', kind: 'uncertain', attempt: 2 },
    { type: 'check_failed', kind: 'locked', attempt: 2 },
    { type: 'locked' },
  ])
})

it.each([
  { second: 20, workflowId: 1, stage: 'sms' },
  { second: 60, workflowId: 1, stage: 'voice1' },
  { second: 130, workflowId: 1, stage: 'voice2' },
  { second: 70, workflowId: 2, stage: 'sms' },
  { second: 5, workflowId: 3, stage: 'voice1' },
] as const)(
  'verified: at $second s of workflow $workflowId, reached by $stage',
  async ({ second, workflowId, stage }) => {
    const flow = setUp({
      config: { settings: { ...defaultSettings, terms: termsOf(textMagic, workflowId) } },
    })
    await flow.start()
    await flow.clock.advance(second * 1000)
    await flow.check(flow.code())
    expect(flow.events.at(-1)).toEqual({
      type: 'verified',
      t: second,
      stage,
      attempts: 1,
      codesSent: 1,
      source: 'this-tab',
    })
  },
)

it('new_code_requested, number_changed, cancelled: with the seconds since the code was sent', async () => {
  const flow = setUp()
  await flow.start()
  await flow.clock.advance('40s')
  flow.events.length = 0
  flow.controller.requestNewCode()
  await flow.settle()
  await flow.clock.advance('5s')
  flow.controller.send({ type: 'CHANGE_NUMBER' })
  flow.controller.send({ type: 'RESUME_NUMBER' })
  await flow.clock.advance('30s')
  flow.controller.send({ type: 'CANCEL' })
  await flow.settle()
  expect(flow.events).toEqual([
    { type: 'new_code_requested', t: 40 },
    { type: 'started' },
    { type: 'number_changed', t: 5 },
    { type: 'resumed', t: 5 },
    { type: 'cancelled', t: 35 },
  ])
})

it('expired: by time, and found by a check', async () => {
  const byTime = setUp()
  await byTime.start()
  byTime.controller.send({ type: 'CODE_CHANGED', code: '12' })
  await byTime.clock.advance('300s')
  expect(byTime.events.at(-1)).toEqual({ type: 'expired', hadInput: true })

  const found = setUp()
  await found.start()
  found.simulator.faults.next({ operation: 'check', status: 410 })
  await found.check('123456')
  expect(found.events.slice(-2)).toEqual([
    { type: 'check_failed', kind: 'notActive', attempt: 1 },
    { type: 'expired', hadInput: true },
  ])
})
