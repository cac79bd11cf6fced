import { useState, type ReactNode } from 'react'
import { leaveFocus } from '../leave-focus.ts'
import { speeds } from '../playback.ts'
import { usePlayback, usePlayground } from '../playground-context.ts'
import type { Mark } from './marks.ts'

/** Play and pause, how fast, and on to the next event. */
export function TimelineControls({ next }: { next: Mark | undefined }): ReactNode {
  const { playback, settings } = usePlayground()
  const { speed, isPaused } = usePlayback()
  const [isJumping, setJumping] = useState(false)

  async function jump(): Promise<void> {
    if (!next || isJumping) return
    setJumping(true)
    try {
      await playback.jumpTo(next.at)
    } finally {
      setJumping(false)
    }
  }

  return (
    <div className="timeline-controls">
      <button
        type="button"
        className="button timeline-play"
        onMouseDown={leaveFocus}
        onClick={() => settings.change({ isPaused: !isPaused })}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d={isPaused ? 'M7 4.5 15.5 10 7 15.5Z' : 'M6 4.5h2.6v11H6zM11.4 4.5H14v11h-2.6z'} />
        </svg>
        <span>{isPaused ? 'Play' : 'Pause'}</span>
      </button>
      <fieldset className="segments timeline-speeds">
        <legend className="unseen">Speed</legend>
        <div>
          {speeds.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="speed"
                checked={each === speed}
                onChange={() => settings.change({ speed: each })}
              />
              <span>{each}×</span>
            </label>
          ))}
        </div>
      </fieldset>
      <button
        type="button"
        className="button timeline-next"
        aria-disabled={next === undefined || isJumping ? true : undefined}
        onMouseDown={leaveFocus}
        onClick={() => void jump()}
      >
        <span>
          <span className="timeline-verb">Jump to </span>
          {next ? next.name : 'next event'}
        </span>
      </button>
    </div>
  )
}
