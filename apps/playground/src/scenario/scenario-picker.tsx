import { scenarioNames, scenarios, type ScenarioName } from '@phoneproof/simulator'
import { useState, type ReactNode } from 'react'
import { usePlayground } from '../playground-context.ts'
import './scenario-picker.css'

const parameter = 'scenario'

/** The scenario a link asks for; the ordinary one for none and for unknown names. */
export function scenarioFromUrl(search: string): ScenarioName {
  const wanted = new URLSearchParams(search).get(parameter)
  return scenarioNames.find((name) => name === wanted) ?? 'happy-path'
}

/** Chooses how the service, the network and the phone behave, for all numbers. */
export function ScenarioPicker(): ReactNode {
  const { simulator } = usePlayground()
  const [name, setName] = useState(simulator.scenario)

  function choose(next: ScenarioName): void {
    simulator.setScenario(next)
    setName(next)
    // In the address, so that what is on screen can be sent as a link.
    const url = new URL(window.location.href)
    if (next === 'happy-path') url.searchParams.delete(parameter)
    else url.searchParams.set(parameter, next)
    window.history.replaceState(null, '', url)
  }

  return (
    <div className="scenario">
      <label htmlFor="scenario">Scenario</label>
      <select
        id="scenario"
        value={name}
        aria-describedby="scenario-summary"
        onChange={({ target }) => {
          // SAFETY: the values are those of the options.
          choose(target.value as ScenarioName)
        }}
      >
        {scenarioNames.map((each) => (
          <option key={each} value={each}>
            {each.replaceAll('-', ' ')}
          </option>
        ))}
      </select>
      <p id="scenario-summary">{scenarios[name].summary}</p>
    </div>
  )
}
