import type { ReactNode } from 'react'
import { PlayButton } from '../demo/play-button.tsx'
import { DrawerButton } from '../drawer/drawer.tsx'
import { Icon } from '../icons.tsx'
import { usePlayground } from '../playground-context.ts'
import './actions.css'

/** What can be done with the page, at the end of the bar. */
export function Actions({ isProbes }: { isProbes: boolean }): ReactNode {
  const { sessions, notice } = usePlayground()

  function startAgain(): void {
    sessions.restart()
    notice.set('Started again.')
  }

  return (
    <div className="actions" data-not-recorded="">
      {!isProbes && <PlayButton />}
      {!isProbes && (
        <button type="button" className="button" title="Start again" onClick={startAgain}>
          <Icon name="again" />
          <span>Start again</span>
        </button>
      )}
      {!isProbes && <DrawerButton name="Source" />}
      <DrawerButton name="Inspector" />
      <DrawerButton name="Settings" />
      <More />
    </div>
  )
}

/** What is seldom wanted. */
function More(): ReactNode {
  const { settings } = usePlayground()
  return (
    <>
      <button type="button" className="button" title="More" popoverTarget="more">
        <Icon name="more" />
        <span>More</span>
      </button>
      <ul id="more" className="more" popover="auto">
        <li>
          <a href={settings.hrefWith({ page: 'probes' })}>
            <b>Probes</b>
            What only a real phone shows
          </a>
        </li>
      </ul>
    </>
  )
}
