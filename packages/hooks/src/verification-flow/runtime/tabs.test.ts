import type { StartResult, VerifyClient } from '@phoneproof/client'
import { describe, expect, it, vi } from 'vitest'
import {
  setUpFlow as setUp,
  setUpTwoTabs,
  tabsOfOneDevice,
} from '../../../../../test/support/flow-setup.ts'
import { verificationOf } from '../machine/flow-state.ts'

const phone = '+447400123456'
const other = '+12133734253'

it('lets success win when it is heard after a check has found the code used (E-9)', async () => {
  const { first, second, onVerified } = await setUpTwoTabs()
  first.simulator.faults.next({ operation: 'check', latencyMs: 2_000 })
  await first.check(first.code())
  await first.clock.advance('1s')
  // The other tab asks with the same code, and the service knows it as completed.
  first.simulator.faults.next({ operation: 'check', status: 404 })
  second.send({ type: 'SUBMIT_CODE', code: first.code() })
  await first.settle()
  expect(second.getSnapshot().state.step).toMatchObject({ name: 'expired', cause: 'ended' })
  await first.clock.advance('1s')
  expect(second.getSnapshot().state.step).toMatchObject({ name: 'verified', source: 'other-tab' })
  expect(onVerified).toHaveBeenCalledOnce()
})

it('shows success of the same flow in a tab that waits for its own start of the number', async () => {
  const openEnvironment = tabsOfOneDevice()
  const first = setUp({ environment: openEnvironment() })
  await first.start()
  const start = () => new Promise<StartResult>(() => {})
  const second = setUp({ environment: openEnvironment(), client: { start } })
  await second.start()
  await first.check(first.code())
  expect(second.state().step).toMatchObject({ name: 'verified', source: 'other-tab' })
})

it('shows success of the same flow under another id, and cancels its own (E-9)', async () => {
  const openEnvironment = tabsOfOneDevice()
  const first = setUp({ environment: openEnvironment() })
  await first.start()
  const result: StartResult = { verifyId: 'mine', price: undefined, serverTime: undefined }
  const cancel = vi.fn(() => Promise.resolve({ deferred: false }))
  const start: VerifyClient['start'] = () => Promise.resolve(result)
  const second = setUp({ environment: openEnvironment(), client: { start, cancel } })
  await second.start()
  await first.check(first.code())
  expect(second.step()).toBe('verified')
  await second.clock.advance('30s')
  expect(cancel).toHaveBeenCalledExactlyOnceWith({ verifyId: 'mine' })
})

it('is not verified by another number than the one it is at (E-9)', async () => {
  const openEnvironment = tabsOfOneDevice()
  const first = setUp({ environment: openEnvironment() })
  await first.start()
  const second = setUp({ environment: openEnvironment() })
  await second.start(other)
  await first.check(first.code())
  expect(second.state().step).toMatchObject({ name: 'entering', verification: { phone: other } })
})

describe('a success in another tab', () => {
  it.each<[what: string, isTurned: boolean, begin: (flow: Flow) => Promise<void> | void]>([
    ['shows its number', true, (flow) => change(flow, phone)],
    ['shows no number yet', true, () => {}],
    ['shows another number', false, (flow) => change(flow, other)],
    ['has sent a code to another number', false, (flow) => flow.start(other)],
    ['has gone back to another number', false, leave],
    ['has seen the code of another number end', false, expire],
    ['has left its number for another', false, async (flow) => change(await left(flow), other)],
  ])(
    'turns a tab only if that is about the same number: one that %s (E-9)',
    async (_, isTurned, begin) => {
      const openEnvironment = tabsOfOneDevice()
      const first = setUp({ environment: openEnvironment() })
      const onVerified = vi.fn()
      const second = setUp({
        environment: openEnvironment(),
        clock: first.clock,
        callbacks: { onVerified },
      })
      await begin(second)
      await first.start()
      await first.check(first.code())
      const result = { phone, verifyId: expect.any(String), source: 'other-tab' }
      expect(onVerified.mock.calls).toEqual(isTurned ? [[result]] : [])
      expect(second.step() === 'verified').toBe(isTurned)
    },
  )

  type Flow = ReturnType<typeof setUp>
  const change = (flow: Flow, to: string): void =>
    flow.controller.send({ type: 'PHONE_CHANGED', phone: to })
  async function leave(flow: Flow) {
    await flow.start(other)
    flow.controller.send({ type: 'CHANGE_NUMBER' })
  }
  async function expire(flow: Flow) {
    await flow.start(other)
    await flow.clock.advance('300s')
  }
  async function left(flow: Flow) {
    await flow.start(phone)
    await flow.clock.advance('30s')
    flow.controller.send({ type: 'CANCEL' })
    await flow.settle()
    return flow
  }
})

it('is not turned to another number by a new code of its own that is told of one', async () => {
  const { first, second } = await setUpTwoTabs()
  const { verifyId } = verificationOf(first.state()) ?? { verifyId: '' }
  const now = first.clock.now()
  const verification = { ...verificationOf(first.state()), verifyId: 'v2', phone: other }
  const tab = first.openTab('phoneproof:test')
  tab?.postMessage({ type: 'replaced', verifyId, verification, now })
  expect(verificationOf(second.getSnapshot().state)).toMatchObject({ phone, verifyId })
})

it('hears from a tab that has just got a code, when its own start is in doubt (E-9)', async () => {
  const openEnvironment = tabsOfOneDevice()
  const lost = () => Promise.reject(new TypeError('Failed to fetch'))
  const second = setUp({ environment: openEnvironment(), client: { start: lost } })
  await second.start()
  expect(second.step()).toBe('startUncertain')
  const first = setUp({ environment: openEnvironment() })
  await first.start()
  expect(second.state()).toMatchObject({
    step: { name: 'entering', verification: { phone } },
    notice: { kind: 'alreadySent' },
  })
  expect(verificationOf(second.state())).toEqual(verificationOf(first.state()))
})

it('takes over nothing from a tab that is verified (E-3)', async () => {
  const openEnvironment = tabsOfOneDevice()
  const first = setUp({ environment: openEnvironment() })
  await first.start()
  await first.check(first.code())
  const second = setUp({ environment: openEnvironment() })
  second.simulator.faults.next({ operation: 'start', status: 409 })
  await second.start()
  await second.clock.advance(250)
  expect(second.step()).toBe('blocked')
})

it.each([
  ['a cancel of nothing', { type: 'cancelled' }],
  ['a success of nothing', { type: 'verified' }],
  ['half a success', { type: 'verified', verification: { verifyId: 'v1', phone } }],
  ['a word that no tab of ours says', { type: 'hello' }],
])(
  'takes no notice of %s, which another version of the page may say (E-9)',
  async (_what, message) => {
    const openEnvironment = tabsOfOneDevice()
    const flow = setUp({ environment: openEnvironment() })
    const before = flow.state()
    const other = openEnvironment().openChannel('phoneproof:test')
    other?.postMessage({ ...message, now: flow.clock.now() })
    other?.postMessage(null)
    await flow.settle()
    expect(flow.state()).toBe(before)
  },
)

it('tells the other tabs of a success, whatever the host does when it hears of it', async () => {
  const ownVerified = vi.fn()
  const { first, second, onVerified } = await setUpTwoTabs({
    onVerified: ownVerified,
    onEvent: ({ type }) => {
      if (type === 'verified') first.controller.send({ type: 'RESET' })
    },
  })
  await first.check(first.code())
  expect(first.step()).toBe('phone')
  expect(ownVerified).toHaveBeenCalledExactlyOnceWith({
    phone,
    verifyId: expect.any(String),
    source: 'this-tab',
  })
  expect(second.getSnapshot().state.step.name).toBe('verified')
  expect(onVerified).toHaveBeenCalledOnce()
})

it('tells the other tabs of a success that came while nothing of the flow was mounted', async () => {
  const { first, second } = await setUpTwoTabs()
  first.simulator.faults.next({ operation: 'check', latencyMs: 2_000 })
  await first.check(first.code())
  first.release()
  await first.clock.advance('2s')
  expect(second.getSnapshot().state.step).toMatchObject({ name: 'verified', source: 'other-tab' })
})
