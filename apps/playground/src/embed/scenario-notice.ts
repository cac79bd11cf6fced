import { scenarios, type Behaviour, type ScenarioName } from '@phoneproof/simulator'

/** What a code that is under way cannot change any more. */
const happensAtStart: ReadonlySet<string> = new Set<keyof Behaviour>([
  'isPendingElsewhere',
  'losesStartAnswer',
  'isBusy',
  'retryAfterS',
  'deliversTexts',
  'hasLeadingZero',
])

/** From when on a change of scenario takes effect, while a code is under way. */
export function scenarioNotice(before: ScenarioName, after: ScenarioName): string {
  const departures = [before, after].flatMap((name) => Object.keys(scenarios[name].behaviour))
  return departures.every((name) => happensAtStart.has(name))
    ? 'From the next code on.'
    : 'From now on, for the code that is under way too.'
}
