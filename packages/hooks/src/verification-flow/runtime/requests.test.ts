import { defaultSettings } from '../machine/flow-state.ts'
import {
  VerifyHttpError,
  type RunningVerification,
  type StartResult,
  type VerifyClient,
} from '@phoneproof/client'
import { QueryClient } from '@tanstack/react-query'
import { expect, it, vi } from 'vitest'
import {
  environmentWithStorage,
  setUpFlow as setUp,
  T0,
} from '../../../../../test/support/flow-setup.ts'
import { flowOf } from './flow-registry.ts'
import { deadlinesOf } from '../machine/deadlines.ts'
import { verificationOf } from '../machine/flow-state.ts'

const phone = '+447400123456'
const other = '+12133734253'

const running = (changes: Partial<RunningVerification> = {}): RunningVerification => ({
  verifyId: 'theirs',
  phone,
  codeLength: 6,
  serverTime: { startedAt: T0 - 40_000, now: T0 },
  attemptsLeft: undefined,
  ...changes,
})

/** A success as a client written in JavaScript may tell of it. */
const saying = (isVerified: unknown): Pick<RunningVerification, 'isVerified'> =>
  // SAFETY: not of the type, which is the point.
  ({ isVerified }) as { isVerified: boolean }

/** A flow whose number is busy, on a backend that knows what runs for this session. */
async function startBusy(resume: VerifyClient['resume']) {
  const flow = setUp({ client: resume ? { resume } : {} })
  flow.simulator.faults.next({ operation: 'start', status: 409 })
  await flow.start()
  return flow
}

it.each<[string, Partial<RunningVerification>]>([
  ['its number', {}],
  ['its number without a plus', { phone: '447400123456' }],
  ['its number as people write it', { phone: '0044 7400 123456' }],
  ['a mask of its number', { phone: undefined, phoneMasked: '+44 •••• ••• 456' }],
  ['a short mask', { phone: undefined, phoneMasked: '•••456' }],
])(
  'takes over after a 409 what the backend’s session runs, known by %s (E-3)',
  async (_by, changes) => {
    const flow = await startBusy(() => Promise.resolve(running(changes)))
    expect(flow.state()).toMatchObject({
      step: { name: 'entering', verification: { verifyId: 'theirs', phone } },
      notice: { kind: 'alreadySent' },
    })
    const verification = verificationOf(flow.state())
    expect(verification && deadlinesOf(verification).expiresAt).toBe(T0 + 260_000)
  },
)

it.each<[string, Partial<RunningVerification>]>([
  ['no number at all', { phone: undefined }],
  ['another number', { phone: other }],
  ['a mask of another number', { phone: undefined, phoneMasked: '+44 •••• ••• 457' }],
  ['a mask that shows nothing', { phone: undefined, phoneMasked: '+44 •••• ••• •••' }],
  ['an end that has passed', { serverTime: { startedAt: T0 - 300_000, now: T0 } }],
  ['a success', { isVerified: true }],
])('takes over nothing with %s (E-3)', async (_with, changes) => {
  const flow = await startBusy(() => Promise.resolve(running(changes)))
  expect(flow.step()).toBe('blocked')
})

it('asks the backend once, reading only, and does without its answer', async () => {
  const resume = vi.fn<NonNullable<VerifyClient['resume']>>(() => {
    throw new TypeError('Failed to fetch')
  })
  const flow = await startBusy(resume)
  expect(flow.step()).toBe('blocked')
  expect(resume).toHaveBeenCalledOnce()
})

it('does not take back from the backend’s session what it has just cancelled (E-3)', async () => {
  const session: { running?: RunningVerification } = {}
  const flow = setUp({ client: { resume: () => Promise.resolve(session.running) } })
  await flow.start()
  const { verifyId } = verificationOf(flow.state()) ?? { verifyId: '' }
  session.running = running({ verifyId, serverTime: { startedAt: T0, now: T0 + 30_000 } })
  await flow.clock.advance('30s')
  flow.simulator.faults.next({ operation: 'start', status: 409 })
  flow.controller.requestNewCode()
  await flow.clock.advance('3s')
  expect(flow.methods()).toEqual(['POST', 'DELETE', 'POST', 'POST'])
  expect(verificationOf(flow.state())?.verifyId).not.toBe(verifyId)
})

it('counts from the first request when a repeat under the same key is answered (E-2)', async () => {
  const result: StartResult = { verifyId: 'v1', price: undefined, serverTime: undefined }
  const keys: (string | undefined)[] = []
  const start = vi.fn<VerifyClient['start']>((_request, options) => {
    keys.push(options?.idempotencyKey)
    return keys.length === 1 ? Promise.reject(new TypeError('lost')) : Promise.resolve(result)
  })
  const flow = setUp({ client: { start } })
  await flow.start()
  await flow.clock.advance('120s')
  flow.controller.retry()
  await flow.settle()
  expect(keys[1]).toBe(keys[0])
  const { expiresAt, cancelAt } = deadlinesOf(verificationOf(flow.state()) ?? expect.fail())
  expect(expiresAt).toBe(T0 + 300_000)
  expect(cancelAt).toBe(T0 + 150_000)
})

it('asks under another key after a 409, which a backend may have kept (E-2)', async () => {
  const keys: (string | undefined)[] = []
  const conflict = new VerifyHttpError('409', { kind: 'active', operation: 'start', status: 409 })
  const start = vi.fn<VerifyClient['start']>((_request, options) => {
    keys.push(options?.idempotencyKey)
    return Promise.reject(conflict)
  })
  const flow = setUp({ client: { start } })
  await flow.start()
  await flow.clock.advance('31s')
  flow.controller.retry()
  await flow.clock.advance('31s')
  flow.controller.retry()
  await flow.settle()
  expect(new Set(keys).size).toBe(3)
  for (const key of keys) expect(key).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
})

it('goes by the backend’s clock where it is told, and never longer than it says (E-1)', async () => {
  const start = (serverTime: StartResult['serverTime']) => () =>
    Promise.resolve({ verifyId: 'v1', price: undefined, serverTime })
  const bounds = async (serverTime: StartResult['serverTime']) => {
    const flow = setUp({ client: { start: start(serverTime) } })
    await flow.start()
    const { expiresAt, cancelAt } = deadlinesOf(verificationOf(flow.state()) ?? expect.fail())
    return [cancelAt - T0, expiresAt - T0]
  }
  const now = 1_000_000
  expect(await bounds({ startedAt: now - 7_000, now })).toEqual([23_000, 293_000])
  expect(await bounds({ startedAt: now - 7_000, expiresAt: now + 100_000, now })).toEqual([
    23_000, 100_000,
  ])
  expect(await bounds({ startedAt: now - 7_000, expiresAt: now + 900_000, now })).toEqual([
    23_000, 293_000,
  ])
})

it('learns from the backend’s session that an unanswered check was right (E-11)', async () => {
  const onVerified = vi.fn()
  const flow = setUp({
    client: { resume: () => Promise.resolve(running({ verifyId: 'v1', isVerified: true })) },
    callbacks: { onVerified },
  })
  vi.spyOn(flow.simulator.world, 'start').mockReturnValue({ verifyId: 'v1' })
  await flow.start()
  flow.simulator.faults.next({ operation: 'check', dropRequest: true })
  await flow.check('123456')
  expect(flow.step()).toBe('verified')
  expect(onVerified).toHaveBeenCalledOnce()
})

it.each([
  ['nothing', undefined],
  ['another one', running({ verifyId: 'v2', isVerified: true })],
  ['the same, still running', running({ verifyId: 'v1' })],
  ['something else than true', running({ verifyId: 'v1', ...saying('false') })],
  ['a number', running({ verifyId: 'v1', ...saying(1) })],
])(
  'keeps the digits of an unanswered check when the session says %s (E-11)',
  async (_what, said) => {
    const flow = setUp({ client: { resume: () => Promise.resolve(said) } })
    vi.spyOn(flow.simulator.world, 'start').mockReturnValue({ verifyId: 'v1' })
    await flow.start()
    flow.simulator.faults.next({ operation: 'check', dropAnswer: true })
    await flow.check('123456')
    expect(flow.state()).toMatchObject({
      step: { name: 'entering' },
      code: '123456',
      error: { kind: 'checkUncertain' },
    })
  },
)

it('asks the session also when a check gets no answer in time', async () => {
  const resume = vi.fn<NonNullable<VerifyClient['resume']>>(() => Promise.resolve(undefined))
  const flow = setUp({ client: { resume, check: () => new Promise<never>(() => {}) } })
  await flow.start()
  await flow.check('123456')
  await flow.clock.advance('10s')
  expect(resume).toHaveBeenCalledOnce()
  await flow.clock.advance('10s')
  expect(resume).toHaveBeenCalledOnce()
})

it.each([
  ['a Response that is not ok', new Response(null, { status: 400 }), 'entering'],
  ['a Response of another page', redirected(200), 'entering'],
  ['a status that is none of success', { status: 500 }, 'entering'],
  ['a Response that is ok', new Response(null, { status: 204 }), 'verified'],
  ['a status of success', { status: 204 }, 'verified'],
  ['nothing', undefined, 'verified'],
  ['null', null, 'verified'],
  ['an empty text', '', 'verified'],
  ['an empty 200 of fetch', new Response('', { status: 200 }), 'verified'],
  ['an empty 200 of axios', { status: 200, data: '' }, 'verified'],
  ['an empty 202', { status: 202 }, 'entering'],
  ['a 202 of fetch', new Response(null, { status: 202 }), 'entering'],
  ['a 200 of fetch with a body', Response.json({ success: false }), 'entering'],
  ['a Response that was read already', readAlready(), 'entering'],
  ['a 200 of axios with a body', { status: 200, data: { success: false } }, 'entering'],
  ['a 200 with a body', { status: 200, body: { status: 'pending' } }, 'entering'],
  ['a body', { success: false }, 'entering'],
  ['a body that looks well', { success: true }, 'entering'],
  ['a status in words', { status: 'pending' }, 'entering'],
  ['false', false, 'entering'],
  ['true', true, 'entering'],
  ['a text', 'OK', 'entering'],
  ['an error', new Error('Wrong code.'), 'entering'],
])(
  'takes %s, returned by a client of a team’s own, for what it is (E-18)',
  async (_what, answer, step) => {
    using _warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    // SAFETY: what a client written in JavaScript may return.
    const check = () => Promise.resolve(answer as unknown as void)
    const onVerified = vi.fn()
    const flow = setUp({ client: { check }, callbacks: { onVerified } })
    await flow.start()
    await flow.check('123456')
    expect(flow.step()).toBe(step)
    expect(onVerified).toHaveBeenCalledTimes(step === 'verified' ? 1 : 0)
  },
)

/** Where `fetch` ends when a session is over: a log-in page. */
function redirected(status: number): Response {
  return Object.defineProperty(new Response('', { status }), 'redirected', { value: true })
}

function readAlready(): Response {
  const response = new Response('', { status: 200 })
  void response.text()
  return response
}

it('tells developers when a client of their own says nothing of the code', async () => {
  using warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  // SAFETY: what a client written in JavaScript may return.
  const check = () => Promise.resolve({ verdict: 'maybe' } as unknown as void)
  const flow = setUp({ client: { check } })
  await flow.start()
  await flow.check('123456')
  expect(flow.state()).toMatchObject({ code: '123456', error: { kind: 'checkUncertain' } })
  expect(warn.mock.calls.flat()).toEqual([
    expect.stringMatching(/client\.check\(\) resolved with \{ verdict \}.*nobody was verified/),
  ])
})

it.each([200, 201, 202, 203])(
  'does not take the code for right when the service answers %i with a body',
  async (status) => {
    using _warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const onVerified = vi.fn()
    const flow = setUp({ callbacks: { onVerified } })
    await flow.start()
    flow.simulator.faults.next({ operation: 'check', status })
    await flow.check('123456')
    expect(flow.state()).toMatchObject({ code: '123456', error: { kind: 'checkUncertain' } })
    expect(onVerified).not.toHaveBeenCalled()
  },
)

it('understands a 409 that is returned, and a 404 to a cancel', async () => {
  const conflict = () => Promise.resolve({ status: 409 } as unknown as StartResult)
  const blocked = setUp({ client: { start: conflict } })
  await blocked.start()
  expect(blocked.step()).toBe('blocked')

  const cancel = () => Promise.resolve({ status: 404 } as unknown as { deferred: boolean })
  const flow = setUp({ client: { cancel } })
  await flow.start()
  await flow.clock.advance('30s')
  flow.controller.send({ type: 'CANCEL' })
  await flow.settle()
  expect(flow.state()).toMatchObject({ step: { name: 'phone' }, notice: { kind: 'cancelled' } })
})

it('reads failures through the rows that it is given, before its own (E-18)', async () => {
  const check = () => Promise.reject(Object.assign(new Error('no'), { status: 418 }))
  const errorRules = [{ operation: 'check', status: [418], kind: 'locked' }] as const
  const flow = setUp({ client: { check }, config: { errorRules } })
  await flow.start()
  await flow.check('123456')
  expect(flow.step()).toBe('locked')
})

it('cancels at once where the backend carries it out later (E-5)', async () => {
  const cancel = vi.fn(() => Promise.resolve({ deferred: true }))
  const settings = { ...defaultSettings, defersCancel: true }
  const flow = setUp({ client: { cancel }, config: { settings } })
  await flow.start()
  await flow.clock.advance('1s')
  flow.controller.send({ type: 'CANCEL' })
  await flow.settle()
  expect(cancel).toHaveBeenCalledOnce()
  expect(flow.state()).toMatchObject({ step: { name: 'phone' }, notice: { kind: 'cancelled' } })
})

it('adopts the first answer, even when a repeat has met a 409 meanwhile (E-2)', async () => {
  const first = Promise.withResolvers<StartResult>()
  const conflict = new VerifyHttpError('409', { kind: 'active', operation: 'start', status: 409 })
  const start = vi
    .fn<VerifyClient['start']>()
    .mockReturnValueOnce(first.promise)
    .mockRejectedValueOnce(conflict)
  const flow = setUp({ client: { start } })
  await flow.start()
  await flow.clock.advance('15s')
  expect(flow.step()).toBe('startUncertain')
  flow.controller.retry()
  await flow.settle()
  expect(flow.step()).toBe('blocked')
  await flow.clock.advance('25s')
  first.resolve({ verifyId: 'v1', price: undefined, serverTime: undefined })
  await flow.settle()
  const { expiresAt, cancelAt } = deadlinesOf(verificationOf(flow.state()) ?? expect.fail())
  expect([cancelAt, expiresAt]).toEqual([T0 + 70_000, T0 + 300_000])
})

it('goes on with what was pressed while nobody sees the page, and draws nothing as time passes (E-1)', async () => {
  const environment = environmentWithStorage()
  const flow = setUp({ environment })
  await flow.start()
  await flow.clock.advance('30s')
  flow.simulator.faults.next({ operation: 'start', status: 409 })
  flow.controller.requestNewCode()
  environment.setHidden(true)
  await flow.clock.advance('10s')
  expect(flow.methods()).toEqual(['POST', 'DELETE', 'POST', 'POST'])
  expect(flow.step()).toBe('entering')

  const drawn = vi.fn()
  flow.controller.subscribe(drawn)
  await flow.clock.advance('400s')
  expect(drawn).not.toHaveBeenCalled()
  environment.setHidden(false)
  expect(flow.step()).toBe('expired')
})

it('sends nothing while offline but what is due when the connection is back (E-15)', async () => {
  const environment = environmentWithStorage()
  const flow = setUp({ environment })
  await flow.start(other)
  flow.controller.send({ type: 'CHANGE_NUMBER' })
  await flow.start()
  environment.setOnline(false)
  await flow.clock.advance('30s')
  flow.controller.send({ type: 'CANCEL' })
  expect(flow.state()).toMatchObject({ step: { name: 'entering' }, error: { kind: 'offline' } })
  flow.controller.requestNewCode()
  expect(flow.state()).toMatchObject({ step: { name: 'entering' }, error: { kind: 'offline' } })
  await flow.settle()
  expect(flow.methods()).toEqual(['POST', 'POST'])
  environment.setOnline(true)
  await flow.clock.advance('20s')
  // The number that was left, and nothing that was pressed.
  expect(flow.methods()).toEqual(['POST', 'POST', 'DELETE'])
  expect(flow.state()).toMatchObject({
    step: { name: 'entering' },
    error: undefined,
    cancelQueue: [],
  })
})

it('asks once more, under another key, when the answer names what was cancelled meanwhile', async () => {
  const keys: (string | undefined)[] = []
  const answers: ((result: StartResult) => void)[] = []
  const start = vi.fn<VerifyClient['start']>((_request, options) => {
    keys.push(options?.idempotencyKey)
    return new Promise((resolve) => void answers.push(resolve))
  })
  const cancel = vi.fn(() => Promise.resolve({ deferred: true }))
  const settings = { ...defaultSettings, defersCancel: true }
  const flow = setUp({ client: { start, cancel }, config: { settings } })
  const result = (verifyId: string): StartResult => ({
    verifyId,
    price: undefined,
    serverTime: undefined,
  })
  // The first request is slow, its repeat is answered, and the number is left and wanted again.
  await flow.start()
  await flow.clock.advance('16s')
  flow.controller.retry()
  await flow.settle()
  answers[1]?.(result('v1'))
  await flow.settle()
  flow.controller.send({ type: 'CHANGE_NUMBER' })
  await flow.start(other)
  expect(cancel).toHaveBeenCalledExactlyOnceWith({ verifyId: 'v1' })
  flow.controller.send({ type: 'CHANGE_NUMBER' })
  await flow.start()
  answers[0]?.(result('v1'))
  await flow.settle()
  expect(verificationOf(flow.state())).toBe(undefined)
  expect(flow.step()).toBe('starting')
  answers[2]?.(result('v2'))
  await flow.settle()
  expect(keys).toHaveLength(4)
  expect(new Set([keys[0], keys[1], keys[3]]).size).toBe(2)
  answers[3]?.(result('v3'))
  await flow.settle()
  expect(verificationOf(flow.state())).toMatchObject({ verifyId: 'v3', phone })
})

it('leaves nothing of a request with the app’s QueryClient, whatever became of it (SEC-9)', async () => {
  const queryClient = new QueryClient()
  const cache = queryClient.getMutationCache()
  const seen: unknown[] = []
  cache.subscribe(({ mutation }) => void seen.push(mutation?.state.variables))
  const flow = setUp({ options: { queryClient } })
  await flow.start()
  await flow.check(flow.otherCode())
  flow.simulator.faults.next({ operation: 'check', status: 503 })
  await flow.check(flow.code())
  await flow.clock.advance('30s')
  flow.controller.requestNewCode()
  await flow.clock.advance('1s')
  await flow.check(flow.code())
  expect(flow.step()).toBe('verified')
  expect(flow.methods()).toEqual(['POST', 'PUT', 'PUT', 'DELETE', 'POST', 'PUT'])
  expect(cache.getAll()).toEqual([])
  // Global handlers and devtools see that something is asked for, and nothing of a person.
  expect([...new Set(seen)]).toEqual([undefined, 'start', 'check', 'cancel'])
})

it('shows a request to the app’s QueryClient while it is on its way', async () => {
  const queryClient = new QueryClient()
  const start = () => new Promise<StartResult>(() => {})
  const flow = setUp({ options: { queryClient }, client: { start } })
  await flow.start()
  expect(queryClient.isMutating({ mutationKey: ['phoneproof', 'start'] })).toBe(1)
})

it('asks under another key when what was made under the old one would be over, and counts from then', async () => {
  const keys: (string | undefined)[] = []
  const answers: ((result: StartResult) => void)[] = []
  const start = vi.fn<VerifyClient['start']>((_request, options) => {
    keys.push(options?.idempotencyKey)
    return new Promise((resolve) => void answers.push(resolve))
  })
  const flow = setUp({ client: { start } })
  await flow.start()
  await flow.clock.advance('16s')
  flow.controller.send({ type: 'CHANGE_NUMBER' })
  // A device that slept with the request on its way.
  await flow.clock.advance('10m')
  await flow.start()
  answers[1]?.({ verifyId: 'v2', price: undefined, serverTime: undefined })
  await flow.settle()
  expect(new Set(keys).size).toBe(2)
  expect(flow.step()).toBe('entering')
  await flow.clock.advance('299s')
  expect(flow.step()).toBe('entering')
})

it('takes a press after a finished flow for a new one, whatever that has on its way', async () => {
  const keys: (string | undefined)[] = []
  const answers: ((result: StartResult) => void)[] = []
  const start = vi.fn<VerifyClient['start']>((_request, options) => {
    keys.push(options?.idempotencyKey)
    return new Promise((resolve) => void answers.push(resolve))
  })
  const flow = setUp({ client: { start, check: () => Promise.resolve() }, create: flowOf })
  const result = { verifyId: 'v1', price: undefined, serverTime: undefined }
  await flow.start()
  await flow.clock.advance('16s')
  flow.controller.retry()
  await flow.settle()
  answers[1]?.(result)
  await flow.settle()
  await flow.check('123456')
  expect(flow.step()).toBe('verified')
  flow.release()

  const next = flow.open()
  next.retain({})
  next.submitPhone(phone)
  await flow.settle()
  expect(keys).toHaveLength(3)
  expect(keys[2]).not.toBe(keys[0])
})
