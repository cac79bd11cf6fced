import { textMagic } from '@phoneproof/client'
import { createVerifyClient, type StartResult, type VerifyClient } from '@phoneproof/client'
import { createManualClock, createSimulator } from '@phoneproof/simulator'
import { QueryClient } from '@tanstack/react-query'
import { expect, it, vi } from 'vitest'
import {
  environmentWithStorage,
  setUpFlow as setUp,
  setUpTwoTabs,
  T0,
  tabsOfOneDevice,
} from '../../../../../test/support/flow-setup.ts'
import type { FlowEvent } from '../machine/flow-events.ts'
import type { FlowTransition } from '../machine/flow-transition.ts'
import { settingsFrom } from './flow-config.ts'
import { deadlinesOf, termsOf } from '../machine/deadlines.ts'
import { createFlowController } from './flow-controller.ts'
import { verificationOf } from '../machine/flow-state.ts'

const phone = '+447400123456'

it('goes from a number to verified, and says so once', async () => {
  const onVerified = vi.fn()
  const flow = setUp({ callbacks: { onVerified } })
  await flow.start()
  expect(flow.step()).toBe('entering')
  await flow.check(flow.code())
  expect(flow.step()).toBe('verified')
  expect(onVerified).toHaveBeenCalledExactlyOnceWith({
    phone,
    verifyId: expect.any(String),
    source: 'this-tab',
  })
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
  expect(flow.controller.getSnapshot().state.error?.kind).toBe('wrongCode')
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
  flow.controller.send({ type: 'CANCEL' })
  await flow.settle()
  expect(flow.methods()).toEqual(['POST'])
  await flow.clock.advance(1)
  flow.controller.send({ type: 'CANCEL' })
  await flow.settle()
  expect(flow.methods()).toEqual(['POST', 'DELETE'])
  expect(flow.step()).toBe('phone')
})

it('sends a new code as cancel, then start, and the old one is dead (E-7)', async () => {
  const flow = setUp()
  await flow.start()
  const first = verificationOf(flow.controller.getSnapshot().state)?.verifyId
  await flow.clock.advance(31_000)
  flow.controller.requestNewCode()
  await flow.settle()
  expect(flow.methods()).toEqual(['POST', 'DELETE', 'POST'])
  expect(verificationOf(flow.controller.getSnapshot().state)?.verifyId).not.toBe(first)
  await flow.check(flow.code())
  expect(flow.step()).toBe('verified')
})

it('cancels an abandoned number before it is called (E-4)', async () => {
  const flow = setUp()
  await flow.start()
  await flow.clock.advance(5_000)
  flow.controller.send({ type: 'CHANGE_NUMBER' })
  await flow.clock.advance(300_000)
  expect(flow.methods()).toEqual(['POST', 'DELETE'])
  const channels = flow.simulator.handset.getSnapshot().map(({ channel }) => channel)
  expect(channels).toEqual(['sms'])
})

it('goes on cancelling an abandoned number after everything is unmounted (E-4)', async () => {
  const flow = setUp()
  await flow.start()
  flow.controller.send({ type: 'CHANGE_NUMBER' })
  flow.release()
  await flow.clock.advance(60_000)
  expect(flow.methods()).toEqual(['POST', 'DELETE'])
})

it('leaves no timer behind when it is unmounted (E-14)', async () => {
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

it('holds a second start back while the first is on its way (E-17)', async () => {
  const { promise, resolve } = Promise.withResolvers<StartResult>()
  const never = new Promise<StartResult>(() => {})
  const start = vi.fn<VerifyClient['start']>().mockReturnValueOnce(promise).mockReturnValue(never)
  const flow = setUp({ client: { start } })
  await flow.start()
  flow.controller.send({ type: 'CHANGE_NUMBER' })
  flow.controller.submitPhone('+12133734253')
  await flow.settle()
  expect(start).toHaveBeenCalledTimes(1)
  resolve({ verifyId: 'first', price: undefined, serverTime: undefined })
  await flow.settle()
  expect(start).toHaveBeenCalledTimes(2)
  expect(
    flow.controller.getSnapshot().state.cancelQueue.map((entry) => entry.verification.verifyId),
  ).toEqual(['first'])
})

it('does not check twice at once when the person leaves and comes back meanwhile', async () => {
  const flow = setUp()
  await flow.start()
  flow.simulator.faults.next({ operation: 'check', latencyMs: 3_000 })
  await flow.check(flow.otherCode())
  flow.controller.send({ type: 'CHANGE_NUMBER' })
  flow.controller.send({ type: 'RESUME_NUMBER' })
  await flow.check(flow.otherCode())
  expect(flow.methods()).toEqual(['POST', 'PUT'])
  expect(flow.step()).toBe('checking')
  await flow.clock.advance(3_000)
  expect(flow.controller.getSnapshot().state).toMatchObject({
    step: { name: 'entering' },
    error: { kind: 'wrongCode' },
  })
  expect(flow.methods()).toEqual(['POST', 'PUT'])
})

it('holds a second check back while the first is on its way, and sends it then (E-17)', async () => {
  const flow = setUp()
  await flow.start()
  flow.simulator.faults.next({ operation: 'check', latencyMs: 3_000 })
  await flow.check(flow.otherCode())
  flow.controller.send({ type: 'CHANGE_NUMBER' })
  flow.controller.send({ type: 'RESUME_NUMBER' })
  await flow.check(flow.code())
  expect(flow.methods()).toEqual(['POST', 'PUT'])
  await flow.clock.advance(3_000)
  expect(flow.methods()).toEqual(['POST', 'PUT', 'PUT'])
  expect(flow.step()).toBe('verified')
})

it('does not send what was pressed an hour ago, before the device slept', async () => {
  const start = vi.fn<VerifyClient['start']>().mockReturnValue(new Promise<StartResult>(() => {}))
  const clock = createManualClock(T0)
  let sleptMs = 0
  const sleepy = { ...clock, now: () => clock.now() + sleptMs }
  const flow = setUp({ client: { start }, clock: sleepy })
  await flow.start()
  flow.controller.send({ type: 'CHANGE_NUMBER' })
  flow.controller.submitPhone('+12133734253')
  sleptMs = 3_600_000
  await clock.advance(400_000)
  expect(start).toHaveBeenCalledTimes(1)
  expect(flow.controller.getSnapshot().state).toMatchObject({
    step: { name: 'phone' },
    phone: '+12133734253',
  })
})

it('says that it does not know, when the answer is lost, and is blocked by the 409 that follows (E-2)', async () => {
  const flow = setUp()
  flow.simulator.faults.next({ operation: 'start', dropAnswer: true })
  await flow.start()
  expect(flow.step()).toBe('startUncertain')
  flow.controller.retry()
  await flow.settle()
  expect(flow.controller.getSnapshot().state.step).toMatchObject({
    name: 'blocked',
    until: T0 + 300_000,
  })
})

it('resumes after a reload on the first snapshot, without a request, and never stores a code (E-10, SEC-9)', async () => {
  const environment = environmentWithStorage()
  const flow = setUp({ environment })
  await flow.start()
  flow.controller.send({ type: 'CODE_CHANGED', code: '4711' })
  await flow.clock.advance(40_000)
  const code = flow.code()
  expect([...environment.stored.values()].join()).not.toMatch(new RegExp(`4711|${code}`))
  flow.release()

  const again = flow.open()
  expect(again.getSnapshot().state.step.name).toBe('entering')
  expect(flow.methods()).toEqual(['POST'])
  await flow.clock.advance(300_000)
  expect(flow.open().getSnapshot().state).toMatchObject({
    step: { name: 'phone' },
    phone,
    notice: { kind: 'expiredWhileAway' },
  })
})

it('does not give time back when the wall clock was set back before a reload', async () => {
  const environment = environmentWithStorage()
  const flow = setUp({ environment })
  await flow.start()
  await flow.clock.advance(100_000)
  flow.release()

  const setBack = createManualClock(T0 - 3_600_000)
  const { controller } = setUp({ environment, clock: setBack })
  const { step } = controller.getSnapshot().state
  if (step.name !== 'entering') throw new Error(step.name)
  expect(deadlinesOf(step.verification).expiresAt - setBack.now()).toBe(200_000)
})

it('shows success in every tab, and asks the service in one (E-9)', async () => {
  const { first, second, onVerified } = await setUpTwoTabs()
  await first.check(first.code())
  expect(second.getSnapshot().state.step).toMatchObject({ name: 'verified', source: 'other-tab' })
  expect(onVerified).toHaveBeenCalledOnce()
  expect(first.methods()).toEqual(['POST', 'PUT'])
})

it('shows in every tab that the code was cancelled, also when the number was only left (E-9)', async () => {
  const { first, second } = await setUpTwoTabs()
  first.controller.send({ type: 'CHANGE_NUMBER' })
  await first.clock.advance(55_000)
  expect(second.getSnapshot().state).toMatchObject({
    step: { name: 'phone' },
    notice: { kind: 'cancelledElsewhere' },
  })
})

it('does not let a cancel in one tab hide the success of a check in another', async () => {
  const { first, second } = await setUpTwoTabs()
  await first.clock.advance(40_000)
  first.simulator.faults.next({ operation: 'check', latencyMs: 2_000 })
  first.simulator.faults.next({ operation: 'cancel', latencyMs: 3_000 })
  second.send({ type: 'SUBMIT_CODE', code: first.code() })
  first.controller.send({ type: 'CANCEL' })
  await first.clock.advance(5_000)
  expect(second.getSnapshot().state.step.name).toBe('verified')
})

it('goes on with the new code in every tab, and with no digits of the old one (E-9)', async () => {
  const { first, second } = await setUpTwoTabs()
  second.send({ type: 'CODE_CHANGED', code: '123' })
  await first.clock.advance(30_000)
  first.controller.requestNewCode()
  await first.settle()
  const { state } = second.getSnapshot()
  expect(verificationOf(state)).toEqual(verificationOf(first.controller.getSnapshot().state))
  expect(state).toMatchObject({ code: '', notice: { kind: 'replacedElsewhere' } })
})

it('does not take a code it has just cancelled back from a tab that has not heard of it', async () => {
  const openEnvironment = tabsOfOneDevice()
  const flow = setUp({ environment: openEnvironment() })
  await flow.start()
  const verification = verificationOf(flow.controller.getSnapshot().state)
  const frozen = openEnvironment().openChannel('phoneproof:test')
  if (!frozen) throw new Error('no channel')
  frozen.onmessage = () => frozen.postMessage({ type: 'here', verification, now: T0 })
  await flow.clock.advance(30_000)
  flow.simulator.faults.next({ operation: 'start', status: 409 })
  flow.controller.requestNewCode()
  await flow.clock.advance(3_000)
  expect(flow.methods()).toEqual(['POST', 'DELETE', 'POST', 'POST'])
  expect(flow.step()).toBe('entering')
  expect(verificationOf(flow.controller.getSnapshot().state)?.verifyId).not.toBe(
    verification?.verifyId,
  )
})

it('takes over a code that another tab has, when the service says that the number is busy (E-3)', async () => {
  const openEnvironment = tabsOfOneDevice()
  const first = setUp({ environment: openEnvironment() })
  await first.start()
  const second = first.open(openEnvironment())
  second.retain({})
  second.submitPhone(phone)
  await first.settle()
  const { state } = second.getSnapshot()
  expect(verificationOf(state)).toEqual(verificationOf(first.controller.getSnapshot().state))
  expect(state.notice?.kind).toBe('alreadySent')
})

it('takes over the time that is left, not the clock of a tab that is ahead', async () => {
  const openEnvironment = tabsOfOneDevice()
  const { controller, clock, simulator } = setUp({ environment: openEnvironment() })
  const ahead = openEnvironment().openChannel('phoneproof:test')
  if (!ahead) throw new Error('no channel')
  const startedAt = T0 + 3_600_000
  const bounds = { earliestStart: startedAt, latestStart: startedAt }
  const verification = {
    ...bounds,
    verifyId: 'v1',
    phone,
    codeLength: 6,
    terms: termsOf(textMagic),
  }
  ahead.onmessage = () => {
    ahead.postMessage({ type: 'here', verification, now: startedAt + 100_000 })
  }
  simulator.faults.next({ operation: 'start', status: 409 })
  controller.submitPhone(phone)
  await clock.advance(0)
  const adopted = verificationOf(controller.getSnapshot().state)
  expect(adopted && deadlinesOf(adopted).expiresAt - clock.now()).toBe(200_000)
})

it('keeps the code and sends nothing while offline (E-15)', async () => {
  const environment = environmentWithStorage()
  const flow = setUp({ environment })
  await flow.start()
  environment.setOnline(false)
  await flow.check('123456')
  expect(flow.controller.getSnapshot().state).toMatchObject({
    code: '123456',
    error: { kind: 'checkOffline' },
  })
  environment.setOnline(true)
  await flow.clock.advance(1_000)
  expect(flow.methods()).toEqual(['POST'])
  expect(flow.controller.getSnapshot().state.notice?.kind).toBe('backOnline')
})

it('announces at most seven things about one code, and nothing while a call is read out (E-8, A11Y-6)', async () => {
  const flow = setUp()
  const said: string[] = []
  flow.controller.subscribe(() => {
    const { announcement, now } = flow.controller.getSnapshot()
    const line = announcement && `${announcement.id} ${announcement.kind} ${(now - T0) / 1000}`
    if (line && said.at(-1)?.split(' ')[0] !== String(announcement.id)) said.push(line)
  })
  await flow.start()
  await flow.clock.advance(300_000)
  // The first is the answer to a press.
  expect(said.map((line) => line.replace(/^\d+ /, ''))).toEqual([
    'sending 0',
    'codeSent 0',
    'newCodePossible 30',
    'callSoon 50',
    'callSoon 110',
    'lastMinute 240',
    'lastHalfMinute 270',
    'expired 300',
  ])
})

it('tells the host what happened without numbers, codes or ids (SEC-9)', async () => {
  const events: FlowEvent[] = []
  const flow = setUp({ callbacks: { onEvent: (event) => events.push(event) } })
  await flow.start()
  await flow.clock.advance(65_000)
  await flow.check(flow.otherCode())
  await flow.check(flow.code())
  expect(events).toEqual([
    { type: 'start_requested' },
    { type: 'started' },
    { type: 'check_failed', kind: 'wrongCode', attempt: 1 },
    { type: 'verified', t: 65, stage: 'voice1', attempts: 2, codesSent: 1, source: 'this-tab' },
  ])
})

it('tells the host of each change of its state, with a dot for each digit of a code (SEC-9)', async () => {
  const transitions: FlowTransition[] = []
  const onTransition = (transition: FlowTransition): void => void transitions.push(transition)
  const flow = setUp({ callbacks: { onTransition } })
  await flow.start()
  await flow.clock.advance(65_000)
  await flow.check(flow.otherCode())
  await flow.check(flow.code())
  expect(transitions.map(({ action, at, state }) => [action, at - T0, state.step.name])).toEqual([
    ['MOUNT', 0, 'phone'],
    ['SUBMIT_PHONE', 0, 'starting'],
    ['START_OK', 0, 'entering'],
    ['CODE_CHANGED', 65_000, 'entering'],
    ['SUBMIT_CODE', 65_000, 'checking'],
    ['CHECK_FAILED', 65_000, 'entering'],
    ['CODE_CHANGED', 65_000, 'entering'],
    ['SUBMIT_CODE', 65_000, 'checking'],
    ['CHECK_OK', 65_000, 'verified'],
  ])
  expect(transitions[4]?.state.step).toMatchObject({ code: '••••••' })
  expect(transitions[5]?.state).toMatchObject({
    code: '••••••',
    refusedCodes: [{ code: '••••••' }],
    failedAttempts: 1,
  })
  const said = JSON.stringify(transitions)
  for (const code of [flow.code(), flow.otherCode()]) expect(said).not.toContain(`"${code}"`)
})

it('hides the code that waits for a new one or for an answer', async () => {
  const transitions: FlowTransition[] = []
  const onTransition = (transition: FlowTransition): void => void transitions.push(transition)
  const flow = setUp({ callbacks: { onTransition } })
  await flow.start()
  flow.simulator.faults.next({ operation: 'check', dropAnswer: true })
  await flow.check(flow.otherCode())
  expect(transitions.at(-1)?.state.uncheckedCode).toBe('••••••')
  await flow.clock.advance(30_000)
  flow.controller.requestNewCode()
  expect(transitions.at(-1)?.state.step).toMatchObject({ name: 'resendCancelling' })
  expect(JSON.stringify(transitions)).not.toMatch(/"\d{6}"/)
})

it('reports a refused key to the developer and tells the person only that it does not work (E-18)', async () => {
  const onError = vi.fn()
  const logged = vi.spyOn(console, 'error').mockReturnValue()
  const flow = setUp({ callbacks: { onError } })
  flow.simulator.faults.next({ operation: 'start', status: 401 })
  await flow.start()
  expect(flow.controller.getSnapshot().state.error?.kind).toBe('unavailable')
  expect(onError).toHaveBeenCalledOnce()
  expect(logged).toHaveBeenCalledExactlyOnceWith(
    expect.stringMatching(/^\[phoneproof\] The service answered 401 .*POST .*credentials/),
  )
})

it('shows each request to the QueryClient, without the code (SEC-9)', async () => {
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
  const config = { client, service: textMagic, brand: 'Acme', settings: settingsFrom({}) }
  const controller = createFlowController({ config, clock, queryClient, flowId: 'test' })
  controller.submitPhone(phone)
  await clock.advance(0)
  const code = simulator.lastCode(phone) ?? ''
  controller.send({ type: 'SUBMIT_CODE', code })
  await clock.advance(0)
  expect(controller.getSnapshot().state.step.name).toBe('verified')
  expect(JSON.stringify(seen)).toContain('"phoneproof","check"')
  expect(JSON.stringify(seen)).not.toContain(code)
})

it('goes on when the host throws, and lets the page hear of it', async () => {
  const heard = vi.fn()
  process.on('unhandledRejection', heard)
  const onEvent = (): void => {
    throw new Error('host')
  }
  const flow = setUp({ callbacks: { onEvent } })
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
