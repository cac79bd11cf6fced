import { createVerifyClient, type StartResult, type VerifyClient } from '@phoneproof/client'
import { createManualClock, createSimulator } from '@phoneproof/simulator'
import { QueryClient } from '@tanstack/react-query'
import { expect, it, vi } from 'vitest'
import type { FlowEvent } from './flow-events.state.ts'
import type { Page } from './page.ts'
import { noPage } from './page.ts'
import {
  createVerificationRun,
  settingsFrom,
  type VerificationListeners,
} from './verification.run.ts'
import { verificationOf } from './verification.state.ts'

const T0 = Date.UTC(2026, 0, 1)
const phone = '+447400123456'

interface Setup {
  client?: Partial<VerifyClient>
  page?: Page
  listeners?: VerificationListeners
}

/** A flow on the simulation, with the clock in hand. */
function setUp({ client: overrides, page = noPage, listeners = {} }: Setup = {}) {
  const clock = createManualClock(T0)
  const simulator = createSimulator({ clock })
  const real = createVerifyClient({
    baseUrl: 'https://api.test/api/v2',
    clock,
    fetch: simulator.fetch,
  })
  const client: VerifyClient = { ...real, ...overrides }
  const config = { client, brand: 'Acme', settings: settingsFrom({}) }
  const queryClient = new QueryClient()
  const open = () => createVerificationRun({ config, clock, queryClient, flowId: 'test', page })
  const run = open()
  const release = run.retain(listeners)
  const settle = () => clock.advance(0)
  const step = () => run.getSnapshot().state.main.step
  const code = () => simulator.lastCode(phone) ?? ''
  const otherCode = () => (code() === '111111' ? '222222' : '111111')
  const methods = () => simulator.requests.getSnapshot().map(({ method }) => method)
  async function start() {
    run.submitPhone(phone, 'GB')
    await settle()
  }
  async function check(text: string) {
    run.send({ type: 'CODE_CHANGED', code: text })
    run.send({ type: 'SUBMIT_CODE', code: text })
    await settle()
  }
  return {
    clock,
    simulator,
    run,
    open,
    release,
    settle,
    step,
    code,
    otherCode,
    methods,
    start,
    check,
  }
}

/** A page with a storage that outlives the flow, and a connection that can be cut. */
function pageWithStorage(): Page & {
  stored: Map<string, string>
  setOnline(isOnline: boolean): void
} {
  const stored = new Map<string, string>()
  let isOnline = true
  let notify = (): void => {}
  return {
    ...noPage,
    stored,
    isOnline: () => isOnline,
    watch(onChange) {
      notify = onChange
      return () => {}
    },
    storage: {
      getItem: (key) => stored.get(key) ?? null,
      setItem: (key, value) => void stored.set(key, value),
      removeItem: (key) => void stored.delete(key),
    },
    setOnline(value) {
      isOnline = value
      notify()
    },
  }
}

it('goes from a number to verified, and says so once', async () => {
  const onVerified = vi.fn()
  const flow = setUp({ listeners: { onVerified } })
  await flow.start()
  expect(flow.step()).toBe('entering')
  await flow.check(flow.code())
  expect(flow.step()).toBe('verified')
  expect(onVerified).toHaveBeenCalledExactlyOnceWith({ phone, verifyId: expect.any(String) })
})

it('sends nothing without a gesture, however long it waits', async () => {
  const flow = setUp()
  await flow.start()
  await flow.clock.advance(600_000)
  expect(flow.methods()).toEqual(['POST'])
  expect(flow.step()).toBe('expired')
})

it('keeps the verification after a wrong code and accepts the right one then', async () => {
  const flow = setUp()
  await flow.start()
  await flow.check(flow.otherCode())
  expect(flow.run.getSnapshot().state.error?.kind).toBe('wrongCode')
  await flow.check(flow.code())
  expect(flow.step()).toBe('verified')
})

it('does not send a refused code again', async () => {
  const flow = setUp()
  await flow.start()
  await flow.check(flow.otherCode())
  await flow.check(flow.otherCode())
  expect(flow.methods()).toEqual(['POST', 'PUT'])
})

it('cancels from 30 s on, and not before', async () => {
  const flow = setUp()
  await flow.start()
  await flow.clock.advance(29_999)
  flow.run.send({ type: 'CANCEL' })
  await flow.settle()
  expect(flow.methods()).toEqual(['POST'])
  await flow.clock.advance(1)
  flow.run.send({ type: 'CANCEL' })
  await flow.settle()
  expect(flow.methods()).toEqual(['POST', 'DELETE'])
  expect(flow.step()).toBe('phone')
})

it('sends a new code as cancel, then start, and the old one is dead', async () => {
  const flow = setUp()
  await flow.start()
  const first = verificationOf(flow.run.getSnapshot().state)?.verifyId
  await flow.clock.advance(31_000)
  flow.run.requestNewCode()
  await flow.settle()
  expect(flow.methods()).toEqual(['POST', 'DELETE', 'POST'])
  expect(verificationOf(flow.run.getSnapshot().state)?.verifyId).not.toBe(first)
  await flow.check(flow.code())
  expect(flow.step()).toBe('verified')
})

it('cancels an abandoned number before it is called', async () => {
  const flow = setUp()
  await flow.start()
  await flow.clock.advance(5_000)
  flow.run.send({ type: 'CHANGE_NUMBER' })
  await flow.clock.advance(300_000)
  expect(flow.methods()).toEqual(['POST', 'DELETE'])
  const channels = flow.simulator.handset.getSnapshot().map(({ channel }) => channel)
  expect(channels).toEqual(['sms'])
})

it('goes on cancelling an abandoned number after everything is unmounted', async () => {
  const flow = setUp()
  await flow.start()
  flow.run.send({ type: 'CHANGE_NUMBER' })
  flow.release()
  await flow.clock.advance(60_000)
  expect(flow.methods()).toEqual(['POST', 'DELETE'])
})

it('leaves no timer behind when it is unmounted', async () => {
  const flow = setUp()
  await flow.start()
  expect(flow.clock.pendingTimers).toBeGreaterThan(0)
  flow.release()
  // What is left are the deliveries of the simulated service.
  const { clock } = setUp()
  const alone = createSimulator({ clock })
  await alone.fetch('https://api.test/api/v2/verify', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ phone: '447400123456', brand: 'Acme', codeLength: 6 }),
  })
  expect(flow.clock.pendingTimers).toBe(clock.pendingTimers)
})

it('holds a second start back while the first is on its way', async () => {
  const { promise, resolve } = Promise.withResolvers<StartResult>()
  const never = new Promise<StartResult>(() => {})
  const start = vi.fn<VerifyClient['start']>().mockReturnValueOnce(promise).mockReturnValue(never)
  const flow = setUp({ client: { start } })
  await flow.start()
  flow.run.send({ type: 'CHANGE_NUMBER' })
  flow.run.submitPhone('+12133734253', 'US')
  await flow.settle()
  expect(start).toHaveBeenCalledTimes(1)
  resolve({ verifyId: 'first', price: undefined, serverTime: undefined })
  await flow.settle()
  expect(start).toHaveBeenCalledTimes(2)
  expect(flow.run.getSnapshot().state.queue.map((entry) => entry.verification.verifyId)).toEqual([
    'first',
  ])
})

it('says that it does not know, when the answer is lost, and is blocked by the 409 that follows', async () => {
  const flow = setUp()
  flow.simulator.faults.next({ operation: 'start', dropAnswer: true })
  await flow.start()
  expect(flow.step()).toBe('startUncertain')
  flow.run.send({ type: 'RETRY' })
  await flow.settle()
  expect(flow.run.getSnapshot().state.main).toMatchObject({ step: 'blocked', until: T0 + 300_000 })
})

it('resumes after a reload on the first snapshot, without a request, and never stores a code', async () => {
  const page = pageWithStorage()
  const flow = setUp({ page })
  await flow.start()
  flow.run.send({ type: 'CODE_CHANGED', code: '4711' })
  await flow.clock.advance(40_000)
  const code = flow.code()
  expect([...page.stored.values()].join()).not.toMatch(new RegExp(`4711|${code}`))
  flow.release()

  const again = flow.open()
  expect(again.getSnapshot().state.main.step).toBe('entering')
  expect(flow.methods()).toEqual(['POST'])
  await flow.clock.advance(300_000)
  expect(flow.open().getSnapshot().state).toMatchObject({
    main: { step: 'phone' },
    phone,
    notice: { kind: 'expiredWhileAway' },
  })
})

it('keeps the code and sends nothing while offline', async () => {
  const page = pageWithStorage()
  const flow = setUp({ page })
  await flow.start()
  page.setOnline(false)
  await flow.check('123456')
  expect(flow.run.getSnapshot().state).toMatchObject({ code: '123456', error: { kind: 'offline' } })
  page.setOnline(true)
  await flow.clock.advance(1_000)
  expect(flow.methods()).toEqual(['POST'])
  expect(flow.run.getSnapshot().state.notice?.kind).toBe('backOnline')
})

it('announces at most seven things about one code, and nothing while a call is read out', async () => {
  const flow = setUp()
  const said: string[] = []
  flow.run.subscribe(() => {
    const { announcement, now } = flow.run.getSnapshot()
    const line = announcement && `${announcement.id} ${announcement.kind} ${(now - T0) / 1000}`
    if (line && said.at(-1)?.split(' ')[0] !== String(announcement.id)) said.push(line)
  })
  await flow.start()
  await flow.clock.advance(300_000)
  expect(said.map((line) => line.replace(/^\d+ /, ''))).toEqual([
    'codeSent 0',
    'newCodePossible 30',
    'callSoon 50',
    'callSoon 110',
    'lastMinute 240',
    'lastHalfMinute 270',
    'expired 300',
  ])
})

it('tells the host what happened without numbers, codes or ids', async () => {
  const events: FlowEvent[] = []
  const flow = setUp({ listeners: { onEvent: (event) => events.push(event) } })
  await flow.start()
  await flow.clock.advance(65_000)
  await flow.check(flow.otherCode())
  await flow.check(flow.code())
  expect(events).toEqual([
    { type: 'start_requested' },
    { type: 'started' },
    { type: 'check_failed', kind: 'wrongCode', attempt: 1 },
    { type: 'verified', t: 65, stage: 'voice1', attempts: 2, starts: 1, source: 'this-tab' },
  ])
})

it('reports a refused key to the developer and tells the person only that it does not work', async () => {
  const onError = vi.fn()
  const flow = setUp({ listeners: { onError } })
  flow.simulator.faults.next({ operation: 'start', status: 401 })
  await flow.start()
  expect(flow.run.getSnapshot().state.error?.kind).toBe('unavailable')
  expect(onError).toHaveBeenCalledOnce()
})

it('shows each request to the QueryClient, without the code', async () => {
  const clock = createManualClock(T0)
  const simulator = createSimulator({ clock })
  const client = createVerifyClient({
    baseUrl: 'https://api.test/api/v2',
    clock,
    fetch: simulator.fetch,
  })
  const queryClient = new QueryClient()
  const seen: unknown[] = []
  queryClient.getMutationCache().subscribe(({ mutation }) => {
    seen.push([mutation?.options.mutationKey, mutation?.state.variables])
  })
  const config = { client, brand: 'Acme', settings: settingsFrom({}) }
  const run = createVerificationRun({ config, clock, queryClient, flowId: 'test' })
  run.submitPhone(phone, 'GB')
  await clock.advance(0)
  const code = simulator.lastCode(phone) ?? ''
  run.send({ type: 'SUBMIT_CODE', code })
  await clock.advance(0)
  expect(run.getSnapshot().state.main.step).toBe('verified')
  expect(JSON.stringify(seen)).toContain('"phoneproof","check"')
  expect(JSON.stringify(seen)).not.toContain(code)
})

it('goes on when the host throws, and lets the page hear of it', async () => {
  const heard = vi.fn()
  process.on('unhandledRejection', heard)
  const onEvent = (): void => {
    throw new Error('host')
  }
  const flow = setUp({ listeners: { onEvent } })
  await flow.start()
  await flow.check(flow.code())
  expect(flow.step()).toBe('verified')
  expect(heard).toHaveBeenCalled()
  process.off('unhandledRejection', heard)
})

it('does not take an answer without an id for a verification', async () => {
  // SAFETY: what a client written in JavaScript could answer.
  const start = (): Promise<StartResult> => Promise.resolve({} as StartResult)
  const flow = setUp({ client: { start } })
  await flow.start()
  expect(flow.step()).toBe('startUncertain')
})
