import { scenarios } from '@phoneproof/simulator'
import type { ReactNode } from 'react'
import { PlayButton } from '../demo/play-button.tsx'
import { Icon } from '../icons.tsx'
import { useObservable } from '../observable-value.ts'
import { usePlayground, useSettings } from '../playground-context.ts'
import { ScenarioPicker } from './scenario-picker.tsx'
import './toolbar.css'

/** What can be done with the page below. */
export function Toolbar(): ReactNode {
  const { sessions, notice } = usePlayground()
  const { scenario } = useSettings()
  const text = useObservable(notice)

  function startAgain(): void {
    sessions.restart()
    notice.set('Started again.')
  }

  return (
    <div className="toolbar" data-not-recorded="">
      <ScenarioPicker describedBy="scenario-summary" />
      <PlayButton />
      <button type="button" className="button" onClick={startAgain}>
        <Icon name="again" />
        Start again
      </button>
      <p className="toolbar-text" data-is={scenario === 'happy-path' ? 'usual' : undefined}>
        <span id="scenario-summary">{scenarios[scenario].summary}</span> <b role="status">{text}</b>
      </p>
    </div>
  )
}
