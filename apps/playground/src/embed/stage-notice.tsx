import { scenarios } from '@phoneproof/simulator'
import type { ReactNode } from 'react'
import { useObservable } from '../observable-value.ts'
import { usePlayground, useSettings } from '../playground-context.ts'
import './stage-notice.css'

/** What the scenario does, unless it is the usual one, and what has just been done. */
export function StageNotice(): ReactNode {
  const { notice } = usePlayground()
  const { scenario } = useSettings()
  const text = useObservable(notice)
  return (
    <p className="stage-notice" data-not-recorded="">
      {scenario !== 'happy-path' && <span>{scenarios[scenario].summary} </span>}
      <b role="status">{text}</b>
    </p>
  )
}
