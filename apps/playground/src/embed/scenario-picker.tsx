import { scenarioNames, scenarios, type ScenarioName } from '@phoneproof/simulator'
import type { ReactNode } from 'react'
import { usePlayground, useSettings } from '../playground-context.ts'
import './scenario-picker.css'

const nameOf = (scenario: ScenarioName): string => {
  const title = scenario.replaceAll('-', ' ')
  return title.charAt(0).toUpperCase() + title.slice(1)
}

/** Chooses how the service, the network and the phone behave, for all numbers. */
export function ScenarioPicker(): ReactNode {
  const { change } = usePlayground().settings
  const { scenario } = useSettings()
  return (
    <div className="scenario" data-not-recorded="">
      <label className="unseen" htmlFor="scenario">
        Scenario
      </label>
      <select
        id="scenario"
        value={scenario}
        aria-describedby="scenario-summary"
        onChange={({ target }) => {
          // SAFETY: the values are those of the options.
          change({ scenario: target.value as ScenarioName })
        }}
      >
        {scenarioNames.map((each) => (
          <option key={each} value={each}>
            {nameOf(each)}
          </option>
        ))}
      </select>
      <span id="scenario-summary" hidden>
        {scenarios[scenario].summary}
      </span>
    </div>
  )
}
