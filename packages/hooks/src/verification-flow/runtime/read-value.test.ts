import { textMagic } from '@phoneproof/client'
// What a storage, another tab or a backend may hold: anything. The flow takes what can be, and is
// never led to throw, to hang, or to show what cannot be.
import {
  VerifyHttpError,
  type Clock,
  type RunningVerification,
  type StartResult,
  type VerifyClient,
} from '@phoneproof/client'
import { QueryClient } from '@tanstack/react-query'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  environmentWithStorage,
  setUpFlow as setUp,
  T0,
  tabsOfOneDevice,
} from '../../../../../test/support/flow-setup.ts'
import { formatSeconds, secondsLeft } from '../../countdown/countdown.ts'
import { errorText, headingText, introText } from '../view/flow-texts.ts'
import { type Verification, deadlinesOf, termsOf } from '../machine/deadlines.ts'
import { verificationFlowMessages as words } from '../view/verification-flow.messages.ts'
import { createFlowController, type FlowController } from './flow-controller.ts'
import { defaultSettings, verificationOf } from '../machine/flow-state.ts'
import { waitReasons } from '../view/wait-reasons.ts'

const phone = '+447400123456'
const other = '+12133734253'
const key = 'phoneproof:test'

/** A clock whose timers wait for ever: what a damaged flow would ask for need not be waited for. */
function standingClock(start: number) {
  let now = start
  const clock: Clock = { now: () => now, setTimeout: () => 0, clearTimeout() {} }
  return { clock, move: (ms: number) => void (now += ms) }
}

const lifeMs = 301_000
const isNear = (instant: number, now: number): boolean =>
  Number.isFinite(instant) && instant <= now + lifeMs
const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 1_000

/** What cannot be in a flow that people use; undefined when all of it can. */
function nonsenseIn(controller: FlowController): string | undefined {
  const snapshot = controller.getSnapshot()
  const { state, now } = snapshot
  const { step } = state
  const shown = verificationOf(state)
  for (const verification of [shown, ...state.cancelQueue.map((entry) => entry.verification)]) {
    const nonsense = verification && nonsenseOf(verification, now)
    if (nonsense) return nonsense
  }
  for (const { request } of state.cancelQueue) {
    if (!isNear(request.sendAt, now) && request.sendAt !== Number.POSITIVE_INFINITY) return 'queue'
    if (!isCount(request.repeats)) return 'tries'
  }
  if (!isCount(state.codesSent) || !isCount(state.failedAttempts)) return 'counts'
  if (state.phone !== undefined && !/^[+\d]{0,20}$/.test(state.phone)) return 'a number'
  if ('start' in step) {
    const { start } = step
    if (!/^\+\d{7,15}$/.test(start.phone)) return 'the number of an attempt'
    if (!/^[\w-]{1,64}$/.test(start.startId)) return 'the id of an attempt'
    if (!isNear(start.pressedAt, now)) return 'the time of an attempt'
  }
  if (step.name === 'blocked' && !(isNear(step.until, now) && step.retryAt <= step.until)) {
    return 'the time of a busy number'
  }
  const text = { text: String(state.phone ?? phone), country: undefined, isLandline: false }
  const said = [
    headingText(state, words),
    introText(state, words, text),
    errorText(state, words),
    ...waitReasons(snapshot).map(({ until = now }) => formatSeconds(secondsLeft(until, now))),
  ].join(' ')
  return /undefined|NaN|Infinity|\[object/.test(said.replace('undefined', '')) ? said : undefined
}

function nonsenseOf(verification: Verification, now: number): string | undefined {
  const { codeLength, phone: number, verifyId, earliestStart, latestStart } = verification
  if (codeLength !== 4 && codeLength !== 6) return `a code of ${String(codeLength)} digits`
  if (!/^\+\d{7,15}$/.test(number)) return 'the number of a code'
  if (typeof verifyId !== 'string' || verifyId === '') return 'an id'
  const { cancelAt, startAgainAt, deliveries } = deadlinesOf(verification)
  if (!isNear(startAgainAt, now) || !isNear(cancelAt, now)) return 'the times of a code'
  if (deliveries.some(({ at }) => !Number.isFinite(at))) return 'a call'
  return earliestStart <= latestStart ? undefined : 'a beginning'
}

/** All that people may do, and time. None of it may throw. */
function use(controller: FlowController, move: (ms: number) => void): string | undefined {
  const found = [nonsenseIn(controller)]
  const { step, cancelQueue, notice, phone: shown } = controller.getSnapshot().state
  // As if nothing had been there: that is a flow like any other.
  if (step.name === 'phone' && cancelQueue.length === 0 && !notice && !shown) return found[0]
  const release = controller.retain({})
  const look = (): void => void found.push(nonsenseIn(controller))
  for (const ms of [0, 31_000, 30_000, 240_000, 600_000]) {
    move(ms)
    controller.send({ type: 'CLOCK' })
    look()
  }
  controller.send({ type: 'RESUME_NUMBER' })
  look()
  controller.retry()
  controller.requestNewCode()
  controller.send({ type: 'CHANGE_NUMBER' })
  look()
  release()
  return found.find((each) => each !== undefined)
}

/** Records as flows leave them, one for each step that is kept. */
async function goodRecords(): Promise<[name: string, record: object][]> {
  const found = new Map<string, object>()
  const keep = (text: string | undefined): void => {
    const record = JSON.parse(text ?? '{}') as { step?: { name?: string } }
    found.set(record.step?.name ?? 'queue', record)
  }
  const environment = environmentWithStorage()
  const flow = setUp({ environment })
  await flow.start(other)
  await flow.clock.advance('3s')
  flow.controller.send({ type: 'CHANGE_NUMBER' })
  keep(environment.stored.get(key))
  flow.simulator.faults.next({ operation: 'start', status: 409 })
  await flow.start()
  keep(environment.stored.get(key))
  flow.controller.send({ type: 'CHANGE_NUMBER' })
  flow.simulator.faults.next({ operation: 'start', dropRequest: true })
  await flow.start()
  keep(environment.stored.get(key))
  flow.controller.retry()
  await flow.settle()
  keep(environment.stored.get(key))
  flow.simulator.faults.next({ operation: 'check', status: 423 })
  await flow.check('123456')
  keep(environment.stored.get(key))
  await flow.clock.advance('310s')
  flow.controller.requestNewCode()
  await flow.settle()
  await flow.clock.advance('310s')
  environment.setHidden(true)
  keep(environment.stored.get(key))
  return [...found]
}

/** What may stand in the place of anything. The texts are JSON: some of it JavaScript cannot write. */
const damages = [
  'null',
  'true',
  'false',
  '0',
  '-1',
  '1',
  '3.5',
  '4.0001',
  '7',
  '100000',
  '9007199254740993',
  '1e308',
  '-1e308',
  '1e999',
  '-1e999',
  '""',
  '" "',
  '"4"',
  '"6"',
  '"NaN"',
  '"Infinity"',
  '"+44"',
  '"+447400123456789012345678"',
  '"\\u0000"',
  '"a\\r\\nX-Injected: 1"',
  '"👨‍👩‍👧‍👦"',
  '"2026-01-01T00:00:00Z"',
  `"${'9'.repeat(20_000)}"`,
  '[]',
  '[null]',
  '[[]]',
  `[${Array.from({ length: 2_000 }, () => '{}').join()}]`,
  '{}',
  '{"length":1e9}',
  '{"step":"verified"}',
  '{"step":"checking","code":"123456"}',
  '{"__proto__":{"step":"entering"}}',
  `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
]

/** The places of a record, as keys from the top. */
function placesIn(node: unknown, above: readonly string[] = []): string[][] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([name, each]) => [
    [...above, name],
    ...placesIn(each, [...above, name]),
  ])
}

const hole = '"\u2022hole\u2022"'

/** The record with `damage` in a place, or nothing there. */
function damaged(record: object, place: readonly string[], damage: string | undefined): string {
  const copy = structuredClone(record)
  const last = place.at(-1) ?? ''
  const parent = place.slice(0, -1).reduce<unknown>((node, name) => Object(node)[name], copy)
  if (damage === undefined) Reflect.deleteProperty(Object(parent), last)
  else Reflect.set(Object(parent), last, JSON.parse(hole))
  return JSON.stringify(copy).replace(hole, () => damage ?? '')
}

function openWith(text: string, at: number) {
  const { clock, move } = standingClock(at)
  const never = () => new Promise<never>(() => {})
  const client: VerifyClient = { start: never, check: never, cancel: never }
  const settings = defaultSettings
  const controller = createFlowController({
    config: { client, service: textMagic, brand: 'Acme', settings },
    clock,
    queryClient: new QueryClient(),
    flowId: 'test',
    environment: environmentWithStorage(new Map([[key, text]])),
  })
  return { controller, move }
}

describe('what is stored', () => {
  it('is made of six kinds of record, of which each is read again', async () => {
    const records = await goodRecords()
    expect(records.map(([step]) => step).sort()).toEqual([
      'blocked',
      'entering',
      'expired',
      'locked',
      'queue',
      'startUncertain',
    ])
    for (const [step, record] of records) {
      const { savedAt } = record as { savedAt: number }
      const { controller } = openWith(JSON.stringify(record), savedAt)
      const kept = step === 'queue' || step === 'expired' ? 'phone' : step
      expect(controller.getSnapshot().state.step.name).toBe(kept)
      expect(nonsenseIn(controller)).toBe(undefined)
    }
  })

  it('may be damaged in any place, in any way (E-10)', { timeout: 30_000 }, async () => {
    const all = (await goodRecords()).flatMap(([step, record]) =>
      placesIn(record).flatMap((place) =>
        [...damages, undefined].map((damage) => ({ step, record, place, damage })),
      ),
    )
    expect(all.length).toBeGreaterThan(2_000)
    const bad = all.flatMap(({ step, record, place, damage }) => {
      const { savedAt } = record as { savedAt: number }
      const { controller, move } = openWith(damaged(record, place, damage), savedAt)
      const nonsense = use(controller, move)
      return nonsense ? [`${step} ${place.join('.')}: ${damage?.slice(0, 40)}: ${nonsense}`] : []
    })
    expect(bad).toEqual([])
  })

  it(
    'may be damaged in several places, cut off, or of another time',
    { timeout: 30_000 },
    async () => {
      const records = await goodRecords()
      const some = fc.record({
        record: fc.constantFrom(...records.map(([, record]) => record)),
        hits: fc.array(fc.tuple(fc.nat(), fc.constantFrom(...damages)), { maxLength: 4 }),
        cut: fc.option(fc.nat({ max: 600 })),
        byMs: fc.oneof(fc.integer({ min: -1e7, max: 1e7 }), fc.constantFrom(-1e12, 1e12)),
      })
      fc.assert(
        fc.property(some, ({ record, hits, cut, byMs }) => {
          const places = placesIn(record)
          const text = hits.reduce((each, [index, damage]) => {
            const place = places[index % places.length] ?? []
            try {
              return damaged(JSON.parse(each) as object, place, damage)
            } catch {
              return each
            }
          }, JSON.stringify(record))
          const { controller, move } = openWith(text.slice(0, cut ?? text.length), T0 + byMs)
          expect(use(controller, move)).toBe(undefined)
        }),
        { numRuns: 500 },
      )
    },
  )
})

describe('what another tab says', () => {
  const good = (at: number): Verification => ({
    verifyId: 'theirs',
    phone,
    codeLength: 6,
    terms: termsOf(textMagic),
    earliestStart: at,
    latestStart: at,
  })
  /** A channel copies what it is given, which has a depth of its own. */
  const copied = damages.filter((text) => !text.startsWith('[[['))
  const types = ['started', 'verified', 'here', 'replaced', 'cancelled', 'who-has']

  it('may be damaged in any place, in any way (E-9)', async () => {
    const openEnvironment = tabsOfOneDevice()
    const flow = setUp({ environment: openEnvironment() })
    const tab = openEnvironment().openChannel('phoneproof:test')
    const lost = setUp({
      environment: openEnvironment(),
      client: { start: () => Promise.reject(new Error('')) },
    })
    await flow.start()
    await lost.start()
    const own = verificationOf(flow.state())
    const bad: string[] = []
    const says = (message: unknown, about: string): void => {
      tab?.postMessage(message)
      for (const { controller } of [flow, lost]) {
        const nonsense = nonsenseIn(controller)
        if (nonsense) bad.push(`${about}: ${nonsense}`)
      }
    }
    for (const type of types) {
      const now = flow.clock.now()
      const message = { type, now, verifyId: 'nobody’s', phoneHash: 'x', verification: good(now) }
      for (const place of placesIn(message)) {
        for (const damage of [...copied, undefined]) {
          const value = JSON.parse(damaged(message, place, damage)) as unknown
          says(value, `${type} ${place.join('.')}: ${damage?.slice(0, 40)}`)
        }
      }
    }
    for (const text of copied) says(JSON.parse(text), text.slice(0, 40))
    expect(bad).toEqual([])
    // A tab that says it has been verified is believed, where it is about the same number.
    expect(own?.phone).toBe(phone)
  })
})

describe('what a backend says', () => {
  const times: RunningVerification['serverTime'][] = [
    { startedAt: Number.NaN, now: T0 },
    { startedAt: T0, now: Number.POSITIVE_INFINITY },
    { startedAt: 0, now: T0 },
    { startedAt: T0 + 7_200_000, now: T0 },
    { startedAt: T0 + 30_000, now: T0 },
    { startedAt: T0, expiresAt: 1e18, now: T0 },
    { startedAt: T0, expiresAt: 0, now: T0 },
    { startedAt: T0, expiresAt: Number.NaN, now: T0 },
    // SAFETY: a client in JavaScript.
    { startedAt: '2026-01-01', now: T0 } as unknown as RunningVerification['serverTime'],
    null as unknown as RunningVerification['serverTime'],
  ]
  const lengths = [0, -6, 5, 1e5, Number.NaN, Number.POSITIVE_INFINITY, 4.5]
  const ids = ['', 'x'.repeat(5_000), null, {}] as unknown as string[]
  const cases: [what: string, changes: Partial<RunningVerification>][] = [
    ...times.map((serverTime, index): [string, Partial<RunningVerification>] => [
      `times ${index}`,
      { serverTime },
    ]),
    ...lengths.map((codeLength): [string, Partial<RunningVerification>] => [
      `a code of ${codeLength}`,
      { codeLength },
    ]),
    ...ids.map((verifyId): [string, Partial<RunningVerification>] => [
      `the id ${String(verifyId).slice(0, 9)}`,
      { verifyId },
    ]),
  ]

  it.each(cases)('to a question after a 409 may be anything: %s', async (_, changes) => {
    const running = {
      verifyId: 'theirs',
      phone,
      codeLength: 6,
      serverTime: { startedAt: T0 - 40_000, now: T0 },
      attemptsLeft: undefined,
      ...changes,
    }
    const flow = setUp({ client: { resume: () => Promise.resolve(running) } })
    flow.simulator.faults.next({ operation: 'start', status: 409 })
    await flow.start()
    expect(nonsenseIn(flow.controller)).toBe(undefined)
    expect(['blocked', 'entering']).toContain(flow.step())
  })

  it.each(times)(
    'of the time of a start may be anything: $startedAt, $expiresAt',
    async (serverTime) => {
      const result: StartResult = { verifyId: 'v1', price: undefined, serverTime }
      const flow = setUp({ client: { start: () => Promise.resolve(result) } })
      await flow.start()
      expect(nonsenseIn(flow.controller)).toBe(undefined)
      await flow.clock.advance('1s')
      expect(flow.step()).toBe('entering')
    },
  )

  it.each([-1, 2.5, Number.NaN, 1e9, Number.POSITIVE_INFINITY])(
    'of tries may be anything: %s left is not said',
    async (attemptsLeft) => {
      const check = () => Promise.reject(Object.assign({ status: 400 }, { attemptsLeft }))
      const flow = setUp({ client: { check } })
      await flow.start()
      await flow.check('123456')
      const said = errorText(flow.state(), words) ?? ''
      expect(said).toBe('That code isn’t right. Check the message and try again.')
    },
  )

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e18])(
    'of a wait may be anything: until %s there is an end',
    async (retryAt) => {
      const busy = new VerifyHttpError('429', { kind: 'rateLimited', operation: 'check', retryAt })
      const flow = setUp({ client: { check: () => Promise.reject(busy) } })
      await flow.start()
      await flow.check('123456')
      expect(nonsenseIn(flow.controller)).toBe(undefined)
      expect(flow.state().notBefore.check).toBeLessThanOrEqual(T0 + 30 * 86_400_000)
    },
  )
})
