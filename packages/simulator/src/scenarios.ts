import type { Behaviour } from './behaviour.ts'

export interface Scenario {
  /** What a person experiences. */
  readonly summary: string
  readonly behaviour: Partial<Behaviour>
  /** E.164, and valid by its numbering plan. This number behaves like this in every scenario. */
  readonly magicNumber: string
}

export type ScenarioName =
  | 'happy-path'
  | 'wrong-code-twice'
  | 'attempts-run-out'
  | 'pending-elsewhere'
  | 'slow-network'
  | 'lost-start-answer'
  | 'busy'
  | 'busy-with-retry-after'
  | 'service-down'
  | 'landline'
  | 'text-never-arrives'
  | 'cancel-refused-after-call'
  | 'conflict-after-cancel'
  | 'leading-zero'

/** Behaviours by name: of all numbers in that scenario, and of the magic number in any. */
export const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
  'happy-path': {
    summary: 'Everything works.',
    behaviour: {},
    magicNumber: '+12015550100',
  },
  'wrong-code-twice': {
    summary: 'The first two checks are answered as wrong, whatever the code.',
    behaviour: { refusedChecks: 2 },
    magicNumber: '+12015550101',
  },
  'attempts-run-out': {
    summary: 'The third wrong code ends the verification.',
    behaviour: { maxAttempts: 3 },
    magicNumber: '+12015550102',
  },
  'pending-elsewhere': {
    summary: 'A verification that was started elsewhere a minute ago holds the number: 409.',
    behaviour: { isPendingElsewhere: true },
    magicNumber: '+12015550103',
  },
  'slow-network': {
    summary: 'Each answer takes 10 seconds.',
    behaviour: { latencyMs: 10_000 },
    magicNumber: '+12015550104',
  },
  'lost-start-answer': {
    summary: 'The first code is sent, but the page never hears of it.',
    behaviour: { losesStartAnswer: true },
    magicNumber: '+12015550105',
  },
  busy: {
    summary: 'The first start is answered with 429, without Retry-After.',
    behaviour: { isBusy: true },
    magicNumber: '+12015550106',
  },
  'busy-with-retry-after': {
    summary: 'The first start is answered with 429 and Retry-After: 20.',
    behaviour: { isBusy: true, retryAfterS: 20 },
    magicNumber: '+12015550107',
  },
  'service-down': {
    summary: 'Everything is answered with 503.',
    behaviour: { isDown: true },
    magicNumber: '+12015550108',
  },
  landline: {
    summary: 'A landline: no text message arrives, only the calls.',
    behaviour: { deliversTexts: false },
    magicNumber: '+442079460958',
  },
  'text-never-arrives': {
    summary: 'The text message is lost on the way; the calls come.',
    behaviour: { deliversTexts: false },
    magicNumber: '+12015550110',
  },
  'cancel-refused-after-call': {
    summary: 'A cancel is refused once the first call has been made.',
    behaviour: { refusesCancelAfterCall: true },
    magicNumber: '+12015550111',
  },
  'conflict-after-cancel': {
    summary: 'A number stays taken for 5 seconds after a cancel.',
    behaviour: { busyAfterCancelMs: 5_000 },
    magicNumber: '+12015550112',
  },
  'leading-zero': {
    summary: 'The code starts with a zero.',
    behaviour: { hasLeadingZero: true },
    magicNumber: '+12015550113',
  },
}

// SAFETY: the keys of the object above.
export const scenarioNames: readonly ScenarioName[] = Object.keys(scenarios) as ScenarioName[]

/** How a number behaves: as a magic number if it is one, otherwise as the scenario says. */
export function behaviourFor(
  phone: string | undefined,
  scenario: ScenarioName,
): Partial<Behaviour> {
  const magic = scenarioNames.find((name) => scenarios[name].magicNumber === phone)
  return scenarios[magic ?? scenario].behaviour
}
