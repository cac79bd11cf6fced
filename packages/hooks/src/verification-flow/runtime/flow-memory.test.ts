import type { StartResult, VerifyClient } from '@phoneproof/client'
import { createManualClock } from '@phoneproof/simulator'
import { describe, expect, it, vi } from 'vitest'
import {
  environmentWithStorage,
  setUpFlow as setUp,
  T0,
} from '../../../../../test/support/flow-setup.ts'
import type { FlowEvent } from '../machine/flow-events.ts'
import type { FlowStorage } from '../../lib/browser-environment.ts'
import { deadlinesOf } from '../machine/deadlines.ts'
import { verificationOf } from '../machine/flow-state.ts'

const phone = '+447400123456'
const other = '+12133734253'
const key = 'phoneproof:test'
const never = () => new Promise<StartResult>(() => {})

it('is empty after success, after a cancel and after the end (E-10)', async () => {
  const environment = environmentWithStorage()
  const verified = setUp({ environment })
  await verified.start()
  expect(environment.stored.get(key)).toContain(phone.slice(1))
  await verified.check(verified.code())
  expect(environment.stored.size).toBe(0)

  const cancelled = setUp({ environment })
  await cancelled.start()
  await cancelled.clock.advance('30s')
  cancelled.controller.send({ type: 'CANCEL' })
  await cancelled.settle()
  expect(environment.stored.size).toBe(0)

  const expired = setUp({ environment })
  await expired.start()
  await expired.clock.advance('300s')
  expect(environment.stored.size).toBe(0)
})

it('says once that the code expired, and forgets the number then (E-10, SEC-9)', async () => {
  const environment = environmentWithStorage()
  const flow = setUp({ environment })
  await flow.start()
  flow.release()
  await flow.clock.advance('301s')
  const events: FlowEvent[] = []
  const reloaded = flow.open()
  reloaded.retain({ onEvent: (event) => events.push(event) })
  expect(reloaded.getSnapshot().state).toMatchObject({
    step: { name: 'phone' },
    phone,
    notice: { kind: 'expiredWhileAway' },
  })
  expect(events).toEqual([{ type: 'expired', hadInput: false }])
  expect(environment.stored.size).toBe(0)
  const again = flow.open()
  expect(again.getSnapshot().state).toMatchObject({ phone: undefined, notice: undefined })
})

it('says after a reload that the code had ended on the open page, and keeps the number', async () => {
  for (const waitedMs of [0, 10_000, 3_600_000]) {
    const environment = environmentWithStorage()
    const flow = setUp({ environment })
    await flow.start()
    await flow.clock.advance(300_000 + waitedMs)
    expect(flow.step()).toBe('expired')
    // Browsers say so: the page is hidden before it goes.
    environment.setHidden(true)
    const reloaded = setUp({
      environment: environmentWithStorage(new Map(environment.stored)),
      clock: flow.clock,
    })
    expect(reloaded.state()).toMatchObject({
      step: { name: 'phone' },
      phone,
      notice: { kind: 'expiredWhileAway' },
    })
    // Whoever stays leaves nothing behind.
    environment.setHidden(false)
    expect(environment.stored.size).toBe(0)
  }
})

describe('a number of a flow that nobody looks at', () => {
  type Flow = ReturnType<typeof setUp>
  const lives: [what: string, live: (flow: Flow) => Promise<void> | void][] = [
    ['a code', () => {}],
    ['a locked code', (flow) => lock(flow)],
    ['a code that has ended', (flow) => flow.clock.advance('300s')],
    ['a number that was left', (flow) => flow.controller.send({ type: 'CHANGE_NUMBER' })],
    [
      'a number that was left, and cannot be cancelled',
      async (flow) => {
        await flow.clock.advance('70s')
        flow.controller.send({ type: 'CHANGE_NUMBER' })
        flow.simulator.faults.next({ operation: 'cancel', status: 400 })
      },
    ],
    [
      'a busy number',
      async (flow) => {
        flow.controller.send({ type: 'CHANGE_NUMBER' })
        flow.simulator.faults.next({ operation: 'start', status: 409 })
        await flow.start(other)
      },
    ],
    [
      'a start without an answer',
      async (flow) => {
        flow.controller.send({ type: 'CHANGE_NUMBER' })
        flow.simulator.faults.next({ operation: 'start', dropAnswer: true })
        await flow.start(other)
      },
    ],
  ]
  const lock = async (flow: Flow) => {
    flow.simulator.faults.next({ operation: 'check', status: 423 })
    await flow.check('123456')
  }

  it.each(lives)(
    'is gone by itself within a minute of the end of its codes: %s (SEC-9)',
    async (_, live) => {
      for (const leave of ['unmount', 'hide'] as const) {
        const environment = environmentWithStorage()
        const flow = setUp({ environment })
        await flow.start()
        await live(flow)
        if (leave === 'hide') environment.setHidden(true)
        else flow.release()
        expect([...environment.stored.values()].join()).toMatch(/447400123456|12133734253/)
        await flow.clock.advance('361s')
        expect([...environment.stored]).toEqual([])
      }
    },
  )

  it('is gone when any flow is mounted after that, of whichever id (SEC-9)', async () => {
    const texts = new Map<string, string>()
    // As `sessionStorage`: its keys are its members.
    const storage: FlowStorage = Object.defineProperties({} as FlowStorage, {
      getItem: { value: (name: string) => texts.get(name) ?? null },
      setItem: { value: (name: string, text: string) => write(name, text) },
      removeItem: {
        value: (name: string) => void (texts.delete(name), Reflect.deleteProperty(storage, name)),
      },
    })
    const write = (name: string, text: string) => {
      texts.set(name, text)
      Object.defineProperty(storage, name, { value: text, enumerable: true, configurable: true })
    }
    const flow = setUp({ options: { storage, flowId: 'dialog' } })
    await flow.start()
    flow.release()
    const left = texts.get('phoneproof:dialog') ?? ''
    expect(left).toContain(phone)
    write('phoneproof:damaged', `{"phone":"${phone}"}`)
    write('of the app', left)
    const openAt = (second: number) =>
      setUp({ options: { storage, flowId: 'page' }, clock: createManualClock(T0 + second * 1000) })
    openAt(200)
    expect([...texts.keys()]).toEqual(['phoneproof:dialog', 'of the app'])
    openAt(361)
    expect([...texts.keys()]).toEqual(['of the app'])
  })

  it('is not put back into the field much later, and the end is told all the same', async () => {
    const environment = environmentWithStorage()
    const flow = setUp({ environment })
    await flow.start()
    flow.release()
    const later = (second: number) =>
      setUp({
        environment: environmentWithStorage(new Map([[key, texts]])),
        clock: createManualClock(T0 + second * 1000),
      }).state()
    const texts = environment.stored.get(key) ?? ''
    const ended = { step: { name: 'phone' }, notice: { kind: 'expiredWhileAway' } }
    expect(later(600)).toMatchObject({ ...ended, phone })
    expect(later(3_600)).toMatchObject({ ...ended, phone: undefined })
  })
})

const stored = (members: object): string =>
  JSON.stringify({
    version: 2,
    savedAt: T0,
    codesSent: 0,
    failedAttempts: 0,
    cancelQueue: [],
    ...members,
  })

it.each([
  ['no JSON', '{'],
  ['another version', '{"version":1,"savedAt":1,"starts":1,"wrong":0,"queue":[]}'],
  ['no queue', '{"version":2,"savedAt":1,"starts":1,"wrong":0}'],
  ['null', 'null'],
  ['a number that is no text', stored({ phone: 7 })],
  [
    'a start of which nobody knows what it follows on',
    stored({
      step: {
        name: 'startUncertain',
        start: { startId: 'a1', phone, pressedAt: T0, uncertain: true },
      },
    }),
  ],
  [
    'a schedule that there is not',
    stored({
      step: {
        name: 'entering',
        verification: {
          verifyId: 'v1',
          phone,
          codeLength: 6,
          workflowId: 8,
          earliestStart: T0,
          latestStart: T0,
        },
      },
    }),
  ],
  [
    'half an attempt',
    JSON.stringify({
      version: 2,
      savedAt: T0,
      codesSent: 0,
      failedAttempts: 0,
      cancelQueue: [],
      step: { name: 'blocked', start: { phone }, until: T0 + 1, retryAt: T0 },
    }),
  ],
  [
    'a time that is none',
    JSON.stringify({
      version: 2,
      savedAt: T0,
      codesSent: 0,
      failedAttempts: 0,
      cancelQueue: [
        {
          verification: {
            verifyId: 'v1',
            phone,
            codeLength: 6,
            workflowId: 1,
            earliestStart: T0,
            latestStart: T0,
          },
          repeats: 0,
          sendAt: 'soon',
        },
      ],
    }),
  ],
])('takes %s for nothing, and does not keep it (E-10)', (_what, text) => {
  const environment = environmentWithStorage(new Map([[key, text]]))
  const flow = setUp({ environment, options: { defaultPhone: other } })
  expect(flow.state()).toMatchObject({ step: { name: 'phone' }, phone: other, cancelQueue: [] })
  expect(environment.stored.size).toBe(0)
})

it('does without a storage that throws (E-10)', async () => {
  const broken = (): never => {
    throw new DOMException('denied', 'SecurityError')
  }
  const storage = { getItem: broken, setItem: broken, removeItem: broken }
  const flow = setUp({ environment: environmentWithStorage(), options: { storage } })
  await flow.start()
  await flow.check(flow.code())
  expect(flow.step()).toBe('verified')
})

it('keeps nothing where it is told not to (E-10)', async () => {
  const environment = environmentWithStorage()
  const flow = setUp({ environment, options: { storage: 'none' } })
  await flow.start()
  expect(environment.stored.size).toBe(0)
})

it('does not put what is missing over the default number', async () => {
  const environment = environmentWithStorage()
  const flow = setUp({ environment })
  await flow.start(other)
  flow.controller.send({ type: 'CHANGE_NUMBER' })
  await flow.start()
  await flow.check(flow.code())
  // What is left is the first number, to be cancelled.
  expect(environment.stored.get(key)).toContain(other)
  flow.release()
  const reloaded = flow.open(environmentWithStorage(environment.stored))
  expect(reloaded.getSnapshot().state.phone).toBe(undefined)
  const fresh = setUp({
    environment: environmentWithStorage(environment.stored),
    options: { defaultPhone: phone },
  })
  expect(fresh.state().phone).toBe(phone)
})

it('is written before the request goes out (E-2)', async () => {
  const environment = environmentWithStorage()
  const atSending: (string | undefined)[] = []
  const start = vi.fn<VerifyClient['start']>(() => {
    atSending.push(environment.stored.get(key))
    return never()
  })
  const flow = setUp({ environment, client: { start } })
  await flow.start()
  expect(atSending).toEqual([expect.stringContaining('startUncertain')])
})

it('is written when something changes, not at each key, and once more as the page goes', async () => {
  const environment = environmentWithStorage()
  const flow = setUp({ environment })
  await flow.start()
  const { writes } = environment
  for (const code of ['1', '12', '123', '1234'])
    flow.controller.send({ type: 'CODE_CHANGED', code })
  await flow.clock.advance('60s')
  expect(environment.writes).toBe(writes)
  environment.setHidden(true)
  expect(environment.writes).toBe(writes + 1)
  expect(environment.stored.get(key)).toContain(`"savedAt":${T0 + 60_000}`)
})

it.each([
  ['starting', 1],
  ['startUncertain', 20],
] as const)('asks whether the code was sent after a reload in %s (E-2)', async (step, second) => {
  const environment = environmentWithStorage()
  const flow = setUp({ environment, client: { start: never } })
  await flow.start()
  await flow.clock.advance(second * 1000)
  expect(flow.step()).toBe(step)
  flow.release()
  const events: FlowEvent[] = []
  const reloaded = flow.open()
  reloaded.retain({ onEvent: (event) => events.push(event) })
  expect(reloaded.getSnapshot().state).toMatchObject({
    step: { name: 'startUncertain', start: { phone, uncertain: true, firstSentAt: T0 } },
    phone,
  })
  expect(events).toEqual([{ type: 'resumed', t: second }])
})

it('still knows after a reload that a start broke off, and repeats it under the same key (E-2)', async () => {
  const environment = environmentWithStorage()
  const keys: (string | undefined)[] = []
  const start = vi.fn<VerifyClient['start']>((_request, options) => {
    keys.push(options?.idempotencyKey)
    return Promise.reject(new TypeError('Failed to fetch'))
  })
  const flow = setUp({ environment, client: { start } })
  await flow.start()
  expect(flow.step()).toBe('startUncertain')
  flow.release()
  const reloaded = flow.open()
  reloaded.retain({})
  expect(reloaded.getSnapshot().state.step.name).toBe('startUncertain')
  expect(start).toHaveBeenCalledOnce()
  reloaded.retry()
  await flow.settle()
  expect(keys).toEqual([keys[0], keys[0]])
})

it('keeps a busy number, and when it is free, over a reload (E-3)', async () => {
  const environment = environmentWithStorage()
  const flow = setUp({ environment })
  flow.simulator.faults.next({ operation: 'start', status: 409 })
  await flow.start()
  expect(flow.step()).toBe('blocked')
  flow.release()
  const reloaded = flow.open()
  expect(reloaded.getSnapshot().state).toMatchObject({
    step: { name: 'blocked', until: T0 + 300_000, retryAt: T0 + 30_000 },
    phone,
  })
  await flow.clock.advance('300s')
  expect(flow.open().getSnapshot().state).toMatchObject({ step: { name: 'phone' }, phone })
})

it('keeps a locked code locked over a reload, until its cancel is done (E-10)', async () => {
  const environment = environmentWithStorage()
  const flow = setUp({ environment })
  await flow.start()
  flow.simulator.faults.next({ operation: 'check', status: 423 })
  await flow.check('123456')
  const reloaded = setUp({ environment: environmentWithStorage(new Map(environment.stored)) })
  expect(reloaded.state()).toMatchObject({
    step: { name: 'locked' },
    cancelQueue: [{ isLocked: true }],
  })
  await reloaded.clock.advance('30s')
  expect(reloaded.methods()).toEqual(['DELETE'])
  expect(reloaded.state()).toMatchObject({
    step: { name: 'locked' },
    notice: undefined,
    cancelQueue: [],
  })
})

it('does not promise after a reload that a code works whose cancel was on its way', async () => {
  const environment = environmentWithStorage()
  const cancel = () => new Promise<never>(() => {})
  const flow = setUp({ environment, client: { cancel } })
  await flow.start()
  await flow.clock.advance('30s')
  flow.controller.send({ type: 'CANCEL' })
  await flow.settle()
  expect(flow.open().getSnapshot().state).toMatchObject({
    step: { name: 'entering' },
    notice: { kind: 'mayStillWork' },
  })
})

it('sends after a reload what it had to cancel meanwhile (E-4)', async () => {
  const environment = environmentWithStorage()
  const flow = setUp({ environment })
  await flow.start()
  flow.controller.send({ type: 'CHANGE_NUMBER' })
  await flow.clock.advance('20s')
  // The tab is closed, and its timers with it.
  flow.release()
  const queue = environment.stored.get(key) ?? ''
  const later = createManualClock(T0 + 58_000)
  const reloaded = setUp({
    environment: environmentWithStorage(new Map([[key, queue]])),
    clock: later,
  })
  await reloaded.settle()
  expect(reloaded.methods()).toEqual(['DELETE'])
})

it('sends no start that was not sent before the reload, and keeps its number', async () => {
  const environment = environmentWithStorage()
  const flow = setUp({ environment, client: { start: never } })
  await flow.start()
  flow.controller.send({ type: 'CHANGE_NUMBER' })
  await flow.start(other)
  expect(flow.step()).toBe('starting')
  const reloaded = flow.open()
  expect(reloaded.getSnapshot().state).toMatchObject({ step: { name: 'phone' }, phone: other })
})

it('gives no time back, wherever it waits, when the wall clock was set back before a reload', async () => {
  const environment = environmentWithStorage()
  const flow = setUp({ environment })
  await flow.start(other)
  flow.controller.send({ type: 'CHANGE_NUMBER' })
  flow.simulator.faults.next({ operation: 'start', status: 409 })
  await flow.start()
  await flow.clock.advance('20s')
  flow.release()
  const setBack = createManualClock(T0 - 3_600_000)
  const { state } = setUp({ environment, clock: setBack })
  expect(state().step).toMatchObject({
    until: setBack.now() + 280_000,
    retryAt: setBack.now() + 10_000,
  })
  const [left] = state().cancelQueue
  expect(left && deadlinesOf(left.verification).expiresAt - setBack.now()).toBe(280_000)
  expect(left?.request.sendAt).toBe(setBack.now() + 10_000)
  expect(verificationOf(state())).toBe(undefined)
})
