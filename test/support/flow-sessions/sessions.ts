import type { Behaviour, Fault } from '@phoneproof/simulator'
import fc from 'fast-check'
import { numbers, type Backend, type Button, type SessionAction } from './actions.ts'

/** What is done at the end of a session, before it is judged. */
export const endings = [
  'waits',
  'looksForWayOut',
  'wantsToBeVerified',
  'pressesEveryButton',
  'comesBack',
] as const
export type Ending = (typeof endings)[number]

export interface Session {
  /** Of the service. */
  behaviour: Partial<Behaviour>
  backend: Backend
  /** Codes that a number may get. */
  maxCodes: number
  actions: readonly SessionAction[]
  ending: Ending
}

const seconds = (...all: number[]) =>
  fc.constantFrom(...all).map((each): number => Math.round(each * 1000))
const just = <const T>(value: T): fc.Arbitrary<T> => fc.constant(value)

/** Instants on both sides of everything that is timed, and any other. */
const wait = fc.oneof(
  { weight: 4, arbitrary: seconds(0.3, 1, 2, 4, 8, 10, 15) },
  { weight: 3, arbitrary: seconds(20, 25, 29.999, 30, 31, 50, 55, 60) },
  { weight: 2, arbitrary: seconds(110, 115, 120, 180, 240, 290, 299, 300, 310) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 400_000 }) },
)

const operation = fc.constantFrom('start', 'check', 'cancel', undefined)
const latencyMs = seconds(0.2, 1, 3, 7, 9, 12, 20, 40, 70)
const trouble: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ latencyMs }),
  fc.record({ latencyMs, dropAnswer: just(true) }),
  fc.record({
    status: fc.constantFrom(500, 503, 429, 401, 409, 423),
    latencyMs: seconds(0, 0.5, 12),
  }),
  fc.record({ status: just(429), headers: fc.constantFrom({ 'retry-after': '7' }, {}) }),
  fc.constantFrom<Fault>({ dropRequest: true }, { dropAnswer: true }, { malformed: true }),
)

const submit = fc.record({
  do: just('submit'),
  number: fc.oneof(
    { weight: 5, arbitrary: just(numbers[0]) },
    { weight: 2, arbitrary: just(numbers[1]) },
    { weight: 1, arbitrary: just(numbers[2]) },
  ),
})
const press = fc.record({
  do: just('press'),
  button: fc.constantFrom<Button>(
    'Send code',
    'Verify',
    'Cancel',
    'Send a new code',
    'Send a new code',
    'Change number',
    'Change number',
    'Keep using',
    'Try again',
    'Try again',
    'reset',
  ),
})
const code = fc.record({
  do: just('code'),
  which: fc.constantFrom<'right' | 'wrong' | 'otherWrong' | 'short'>(
    'wrong',
    'wrong',
    'otherWrong',
    'right',
    'short',
  ),
  isAutoSubmitted: fc.boolean(),
})

const time: fc.WeightedArbitrary<SessionAction> = {
  weight: 6,
  arbitrary: fc.record({ do: just('wait'), ms: wait }),
}
/** What people do, in peace. */
const people: readonly fc.WeightedArbitrary<SessionAction>[] = [
  { weight: 4, arbitrary: submit },
  { weight: 6, arbitrary: press },
  { weight: 5, arbitrary: code },
]
const locked: fc.Arbitrary<Fault> = fc.constant({ operation: 'check', status: 423 })
const faults: fc.WeightedArbitrary<SessionAction> = {
  weight: 4,
  arbitrary: fc.oneof(
    locked.map((fault) => ({ do: 'fault' as const, fault })),
    fc
      .tuple(operation, trouble)
      .map(([each, fault]) => ({ do: 'fault' as const, fault: { operation: each, ...fault } })),
    fc.record({
      do: just('slowAnswer'),
      to: fc.constantFrom<'start' | 'check' | 'cancel'>('start', 'check', 'cancel'),
      ms: latencyMs,
    }),
  ),
}
const connection: fc.WeightedArbitrary<SessionAction> = {
  weight: 1,
  arbitrary: fc.record({ do: just('online'), isOnline: fc.boolean() }),
}
const page: readonly fc.WeightedArbitrary<SessionAction>[] = [
  { weight: 1, arbitrary: fc.record({ do: just('hidden'), isHidden: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<SessionAction>({ do: 'reload' }, { do: 'unmount' }, { do: 'mount' }),
  },
]
const tabs: fc.WeightedArbitrary<SessionAction> = {
  weight: 2,
  arbitrary: fc.constantFrom<SessionAction>({ do: 'openTab' }, { do: 'switchTab' }),
}
const clocks: readonly fc.WeightedArbitrary<SessionAction>[] = [
  { weight: 1, arbitrary: fc.record({ do: just('sleep'), ms: seconds(5, 60, 400, 3_600) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: just('setWall'), byMs: seconds(-3_600, -600, -20, 20, 600, 3_600) }),
  },
]
const others: fc.WeightedArbitrary<SessionAction> = {
  weight: 1,
  arbitrary: fc.record({ do: just('elsewhere'), number: fc.constantFrom(numbers[0], numbers[1]) }),
}

const service: fc.Arbitrary<Partial<Behaviour>> = fc.oneof(
  { weight: 6, arbitrary: just({}) },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Partial<Behaviour>>(
      { maxAttempts: 2 },
      { refusesCancelAfterCall: true },
      { busyAfterCancelMs: 5_000 },
      { busyAfterCancelMs: 60_000 },
      { latencyMs: 1_500 },
    ),
  },
)

const [first, second] = numbers
const submitFirst: SessionAction = { do: 'submit', number: first }
const submitSecond: SessionAction = { do: 'submit', number: second }
const pressing = (button: Button): SessionAction => ({ do: 'press', button })
const waiting = (ms: number): SessionAction => ({ do: 'wait', ms })
const typing = (which: 'right' | 'wrong'): SessionAction => ({
  do: 'code',
  which,
  isAutoSubmitted: true,
})
const change = pressing('Change number')

/** What chance alone would seldom put together; it comes before, after and between the rest. */
const scenes = fc.constantFrom<readonly SessionAction[]>(
  // An answer is lost, and the press repeated later.
  [
    { do: 'fault', fault: { operation: 'start', dropAnswer: true } },
    submitFirst,
    waiting(90_000),
    pressing('Try again'),
  ],
  // A repeat is on its way while the first answer comes.
  [
    { do: 'slowAnswer', to: 'start', ms: 20_000 },
    submitFirst,
    waiting(16_000),
    { do: 'fault', fault: { operation: 'start', latencyMs: 7_000 } },
    pressing('Try again'),
    waiting(5_000),
    change,
    submitSecond,
  ],
  // Success comes while nothing is mounted.
  [
    { do: 'slowAnswer', to: 'check', ms: 3_000 },
    typing('right'),
    { do: 'unmount' },
    waiting(4_000),
    { do: 'mount' },
  ],
  // Success, with a number left to cancel, and another flow after it.
  [
    submitSecond,
    change,
    submitFirst,
    typing('right'),
    { do: 'unmount' },
    { do: 'mount' },
    submitFirst,
    waiting(60_000),
    { do: 'reload' },
  ],
  // Another number is busy while one of ours runs.
  [{ do: 'elsewhere', number: second }, submitFirst, change, submitSecond],
  // No more tries, and away when it is cancelled.
  [
    { do: 'fault', fault: { operation: 'check', status: 423 } },
    typing('wrong'),
    waiting(31_000),
    change,
    pressing('Keep using'),
  ],
  // The answer to the cancel of a number that was left is lost, and the number wanted again.
  [
    submitFirst,
    change,
    { do: 'fault', fault: { operation: 'cancel', dropAnswer: true } },
    waiting(56_000),
    submitFirst,
  ],
)

const peaceful = [time, ...people]
const troubled = [time, ...people, faults]
const wild = [time, ...people, faults, connection, ...page, tabs, ...clocks, others]

const upTo30 = (
  actions: readonly fc.WeightedArbitrary<SessionAction>[],
): fc.Arbitrary<SessionAction[]> =>
  fc.array(fc.oneof(...actions), { minLength: 1, maxLength: 30, size: 'max' })

const around = (
  actions: readonly fc.WeightedArbitrary<SessionAction>[],
): fc.Arbitrary<SessionAction[]> => {
  const some = fc.array(fc.oneof(...actions), { maxLength: 6, size: 'max' })
  return fc
    .array(fc.tuple(some, scenes, some), { minLength: 1, maxLength: 3 })
    .map((all) => all.flat(2))
}

const backend: fc.Arbitrary<Backend> = fc.record({
  session: fc.oneof(
    { weight: 3, arbitrary: just('none') },
    { weight: 2, arbitrary: fc.constantFrom('number', 'mask', 'nameless') },
  ),
  isIdempotent: fc.boolean(),
  sendsTime: fc.boolean(),
  defersCancel: fc.oneof(
    { weight: 3, arbitrary: just(false) },
    { weight: 1, arbitrary: just(true) },
  ),
})

/** All that can happen, and more often what does. */
export const sessions: fc.Arbitrary<Session> = fc.record({
  behaviour: service,
  backend,
  maxCodes: fc.constantFrom(1, 2, 3, 3),
  actions: fc.oneof(
    { weight: 1, arbitrary: upTo30(peaceful) },
    { weight: 2, arbitrary: upTo30(troubled) },
    { weight: 3, arbitrary: upTo30(wild) },
    { weight: 3, arbitrary: around(wild) },
  ),
  ending: fc.constantFrom(...endings),
})
