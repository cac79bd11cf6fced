import { textMagic, type ServiceProfile } from '@phoneproof/client'
import { describe, expect, it } from 'vitest'
import {
  environmentWithStorage,
  setUpFlow,
  T0,
  tabsOfOneDevice,
} from '../../../../../test/support/flow-setup.ts'
import {
  textsOnly,
  textsOnlyBrand,
  withWhatsApp,
} from '../../../../../test/support/other-services.ts'
import { viewOf } from '../view/flow-view.ts'

// A flow on another service than TextMagic: all that differs comes from the profile. The sentences
// of its screens are in the react package, in `verification-flow-service.test.tsx`.

const phone = '+447400123456'
const other = '+12133734253'
const key = 'phoneproof:test'

const setUp = (given: Parameters<typeof setUpFlow>[0] = {}) => {
  const { service = textsOnly, config, ...others } = given
  const flow = setUpFlow({ service, config: { brand: textsOnlyBrand, ...config }, ...others })
  const view = () => viewOf(flow.controller.getSnapshot())
  /** What is announced from now on, each with its second. */
  const announced: string[] = []
  flow.controller.subscribe(() => {
    const { announcement } = flow.controller.getSnapshot()
    if (!announcement) return
    const line = `${announcement.kind} ${(announcement.at - T0) / 1000}`
    if (announced.at(-1) !== line) announced.push(line)
  })
  const channels = () => flow.simulator.handset.getSnapshot().map(({ channel }) => channel)
  return { ...flow, view, announced, channels }
}
const seconds = (instant: number | undefined) => instant && (instant - T0) / 1000

it('verifies a number with a code of the length that the service has', async () => {
  const flow = setUp()
  await flow.start()
  expect(flow.code()).toMatch(/^\d{5}$/)
  expect(flow.view().verification).toMatchObject({ codeLength: 5 })
  await flow.check(flow.code())
  expect(flow.step()).toBe('verified')
})

describe('the life of a code', () => {
  it('is announced by its own validity, and without a call', async () => {
    const flow = setUp()
    await flow.start()
    await flow.clock.advance('11m')
    expect(flow.announced).toEqual([
      'sending 0',
      'codeSent 0',
      'lastMinute 540',
      'lastHalfMinute 570',
      'expired 600',
    ])
    expect(flow.step()).toBe('expired')
    expect(flow.channels()).toEqual(['sms', 'sms'])
  })

  it('lasts to the last second', async () => {
    const flow = setUp()
    await flow.start()
    await flow.clock.advance(599_999)
    expect(flow.step()).toBe('entering')
    await flow.check(flow.code())
    expect(flow.step()).toBe('verified')
  })

  it('has the deliveries of the service, and is never called', async () => {
    const flow = setUp()
    await flow.start()
    const seen: unknown[] = []
    for (const second of [0, 179, 180, 599]) {
      await flow.clock.advanceTo(T0 + second * 1000)
      const { nextDelivery, callInProgress } = flow.view()
      seen.push([second, seconds(nextDelivery?.at), nextDelivery?.channel, callInProgress])
    }
    expect(seen).toEqual([
      [0, 180, 'sms', undefined],
      [179, 180, 'sms', undefined],
      [180, undefined, undefined, undefined],
      [599, undefined, undefined, undefined],
    ])
  })

  it('names a channel that the kit does not know, and takes it for no call', async () => {
    const flow = setUp({ service: withWhatsApp })
    await flow.start()
    expect(flow.view().nextDelivery).toEqual({ at: T0 + 120_000, channel: 'whatsapp' })
    await flow.clock.advance('2m')
    expect(flow.view()).toMatchObject({ nextDelivery: undefined, callInProgress: undefined })
    expect(flow.channels()).toEqual(['sms', 'whatsapp'])
    expect(flow.announced).toEqual(['sending 0', 'codeSent 0'])
  })
})

describe('without a cancel window', () => {
  // The answer comes within a second that is not whole: the start is known to a second only.
  it.each([0, 300, 2_700])('cancels at once after an answer that took %d ms', async (latencyMs) => {
    const flow = setUp()
    flow.simulator.faults.next({ operation: 'start', latencyMs })
    await flow.start()
    await flow.clock.advance(latencyMs)
    expect(flow.view()).toMatchObject({
      step: 'entering',
      cooldownUntil: undefined,
      waitReasons: [],
    })
    await flow.clock.advance('10s')
    expect(flow.announced).toEqual(['sending 0', `codeSent ${latencyMs / 1000}`])
  })

  it.each([0, 300])(
    'carries out Cancel right after an answer that took %d ms',
    async (latencyMs) => {
      const flow = setUp()
      flow.simulator.faults.next({ operation: 'start', latencyMs })
      await flow.start()
      await flow.clock.advance(latencyMs)
      flow.controller.send({ type: 'CANCEL' })
      await flow.settle()
      expect(flow.methods()).toEqual(['POST', 'DELETE'])
      expect(flow.view()).toMatchObject({ step: 'phone', notice: { kind: 'cancelled' } })
    },
  )

  it.each([0, 300])('sends a new code right after an answer that took %d ms', async (latencyMs) => {
    const flow = setUp()
    flow.simulator.faults.next({ operation: 'start', latencyMs })
    await flow.start()
    await flow.clock.advance(latencyMs)
    flow.controller.requestNewCode()
    await flow.settle()
    expect(flow.methods()).toEqual(['POST', 'DELETE', 'POST'])
    expect(flow.view()).toMatchObject({ step: 'entering', notice: { kind: 'newCodeSent' } })
  })

  it('cancels a number that was left just before its next text, and can go back until then', async () => {
    const flow = setUp()
    await flow.start()
    flow.controller.send({ type: 'CHANGE_NUMBER' })
    await flow.clock.advance('174s')
    expect(flow.methods()).toEqual(['POST'])
    expect(flow.view().resumable?.phone).toBe(phone)
    await flow.clock.advance('1s')
    expect(flow.methods()).toEqual(['POST', 'DELETE'])
    await flow.clock.advance('10m')
    expect(flow.channels()).toEqual(['sms'])
  })

  it('cancels a number that was left as soon as another one is sent a code', async () => {
    const flow = setUp()
    await flow.start()
    flow.controller.send({ type: 'CHANGE_NUMBER' })
    await flow.start(other)
    expect(flow.methods().toSorted()).toEqual(['DELETE', 'POST', 'POST'])
  })
})

describe('a number that is taken', () => {
  it('is free when a code of the service would have ended', async () => {
    const flow = setUp()
    await flow.client.start({ phone, brand: textsOnlyBrand, codeLength: 5 })
    await flow.start()
    expect(flow.view()).toMatchObject({ problem: 'blocked', busyUntil: T0 + 600_000 })
    expect(flow.announced.at(-1)).toBe('blockedText 0')
    await flow.clock.advance('600s')
    flow.controller.retry()
    await flow.settle()
    expect(flow.step()).toBe('entering')
  })

  it('is still taken after a reload at 400 s', async () => {
    const environment = environmentWithStorage()
    const flow = setUp({ environment })
    await flow.client.start({ phone, brand: textsOnlyBrand, codeLength: 5 })
    await flow.start()
    await flow.clock.advance('400s')
    const reloaded = flow.open(environmentWithStorage(new Map(environment.stored)))
    expect(viewOf(reloaded.getSnapshot()).busyUntil).toBe(T0 + 600_000)
  })

  /** The answer to the first start is lost, and a second one meets what it has made. */
  async function lose(service: ServiceProfile) {
    const flow = setUp({ service, config: { brand: 'Acme' } })
    flow.simulator.faults.next({ operation: 'start', dropAnswer: true })
    await flow.start()
    await flow.clock.advance('16s')
    flow.controller.retry()
    await flow.settle()
    return flow
  }

  it('is lost contact with, which speaks of a call only where the service calls', async () => {
    const calling = await lose(textMagic)
    expect(calling.view()).toMatchObject({ problem: 'blocked' })
    expect(calling.announced.at(-1)).toBe('lostText 16')
    const texting = await lose(textsOnly)
    expect(texting.view()).toMatchObject({ problem: 'blocked' })
    expect(texting.announced.at(-1)).toBe('lostNoCallText 16')
  })
})

it('takes over from the backend’s session a code that has been valid for more than an hour', async () => {
  const serverTime = { startedAt: T0 - 5_400_000, expiresAt: T0 + 1_800_000, now: T0 }
  const running = { verifyId: 'v1', phone, codeLength: 5, attemptsLeft: undefined, serverTime }
  const resume = () => Promise.resolve(running)
  const service = { ...textsOnly, codeValidForMs: 7_200_000 }
  const flow = setUp({ service, client: { resume } })
  flow.simulator.faults.next({ operation: 'start', status: 409 })
  await flow.start()
  expect(flow.view()).toMatchObject({
    step: 'entering',
    deadlines: { expiresAt: T0 + 1_800_000 },
  })
})

describe('after a reload', () => {
  /** What was stored at a second, opened by a page that may know another service. */
  async function reloadAt(second: number, service = textsOnly) {
    const environment = environmentWithStorage()
    const flow = setUp({ environment })
    await flow.start()
    await flow.clock.advance(second * 1000)
    const reloaded = setUp({
      service,
      clock: flow.clock,
      environment: environmentWithStorage(new Map(environment.stored)),
      config: { brand: 'Acme' },
    })
    return { flow, reloaded }
  }

  it('at 400 s has 200 s left', async () => {
    const { reloaded } = await reloadAt(400)
    const { deadlines, verification, step, now } = reloaded.view()
    expect({ step, left: (deadlines?.expiresAt ?? 0) - now }).toEqual({
      step: 'entering',
      left: 200_000,
    })
    expect(verification?.terms).toEqual({
      validForMs: 600_000,
      cancelAfterMs: 0,
      deliveries: textsOnly.workflows[1],
    })
  })

  it('at 100 s still has a text to come', async () => {
    const { reloaded } = await reloadAt(100)
    expect(reloaded.view().nextDelivery).toEqual({ at: T0 + 180_000, channel: 'sms' })
  })

  it('keeps what was promised, also where the service has changed what it promises', async () => {
    const shorter = { ...textsOnly, codeValidForMs: 300_000, cancelAllowedAfterMs: 450_000 }
    const { reloaded } = await reloadAt(400, shorter)
    expect(reloaded.view()).toMatchObject({
      step: 'entering',
      deadlines: { cancelAt: T0, expiresAt: T0 + 600_000 },
      cooldownUntil: undefined,
    })
    await reloaded.clock.advance('200s')
    expect(reloaded.step()).toBe('expired')
  })

  it('at 600 s says that the code has expired', async () => {
    const { reloaded } = await reloadAt(599)
    await reloaded.clock.advance('1s')
    expect(reloaded.step()).toBe('expired')
    const environment = environmentWithStorage()
    const flow = setUp({ environment })
    await flow.start()
    flow.release()
    await flow.clock.advance('600s')
    const late = viewOf(flow.open().getSnapshot())
    expect(late).toMatchObject({ step: 'phone', notice: { kind: 'expiredWhileAway' } })
  })

  it('finds a start without an answer for as long as its code may live', async () => {
    const environment = environmentWithStorage()
    const flow = setUp({ environment })
    flow.simulator.faults.next({ operation: 'start', dropAnswer: true })
    await flow.start()
    await flow.clock.advance('400s')
    expect(flow.step()).toBe('startUncertain')
    const reload = () =>
      viewOf(flow.open(environmentWithStorage(new Map(environment.stored))).getSnapshot()).step
    expect(reload()).toBe('startUncertain')
    await flow.clock.advance('200s')
    expect(reload()).toBe('phone')
  })

  it('writes no code and no number of minutes that is not the service’s', async () => {
    const environment = environmentWithStorage()
    const flow = setUp({ environment })
    await flow.start()
    const stored = environment.stored.get(key) ?? ''
    expect(stored).toContain('600000')
    expect(stored).not.toContain('300000')
    expect(stored).not.toContain(flow.code())
  })
})

describe('another tab', () => {
  it('shows a code of the service with its own end', async () => {
    const openEnvironment = tabsOfOneDevice()
    const first = setUp({ environment: openEnvironment() })
    await first.start()
    await first.clock.advance('400s')
    // It asks for the same number, which is taken, and is told what the first one runs.
    const client = first.client
    const second = setUp({ environment: openEnvironment(), clock: first.clock, client })
    await second.start()
    await second.clock.advance(250)
    expect(second.view()).toMatchObject({
      step: 'entering',
      notice: { kind: 'alreadySent' },
      deadlines: { cancelAt: T0, expiresAt: T0 + 600_000 },
    })
  })

  it('shows a code that took the place of its own, with the end of the new one', async () => {
    const openEnvironment = tabsOfOneDevice()
    const environment = openEnvironment()
    const first = setUp({ environment })
    await first.start()
    const copy = openEnvironment()
    for (const [name, value] of environment.stored) copy.stored.set(name, value)
    const second = first.open(copy)
    second.retain({})
    await first.clock.advance('100s')
    first.controller.requestNewCode()
    await first.settle()
    expect(viewOf(second.getSnapshot())).toMatchObject({
      step: 'entering',
      notice: { kind: 'replacedElsewhere' },
      deadlines: { cancelAt: T0 + 100_000, expiresAt: T0 + 700_000 },
    })
  })
})
