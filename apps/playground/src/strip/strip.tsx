import { codeValidForMs } from '@phoneproof/client'
import { formatSeconds } from '@phoneproof/react'
import { useState, useSyncExternalStore, type CSSProperties, type ReactNode } from 'react'
import { speeds } from '../playback.ts'
import { usePlayback, usePlayground } from '../playground-context.ts'
import { marksOf, type Mark } from './marks.ts'
import './strip.css'

/** The five minutes as one line, with now as a moving mark, and the controls of time. */
export function Strip(): ReactNode {
  const { playback, simulator } = usePlayground()
  const { now, speed, isPaused } = usePlayback()
  useSyncExternalStore(simulator.subscribe, simulator.getSnapshot)
  const current = simulator.world.latest()
  const marks = current ? marksOf(current) : []
  const next = marks.find(({ at }) => at > now)
  const [isJumping, setJumping] = useState(false)

  async function jump(): Promise<void> {
    if (!next) return
    setJumping(true)
    await playback.jumpTo(next.at)
    setJumping(false)
  }

  return (
    <section className="strip" aria-label="Time">
      <div className="strip-controls">
        <button
          type="button"
          className="strip-play"
          aria-pressed={isPaused}
          onClick={() => playback.setPaused(!isPaused)}
        >
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path
              d={isPaused ? 'M7 4.5 15.5 10 7 15.5Z' : 'M6 4.5h2.6v11H6zM11.4 4.5H14v11h-2.6z'}
            />
          </svg>
          {isPaused ? 'Play' : 'Pause'}
        </button>
        <fieldset className="strip-speeds">
          <legend className="unseen">Speed</legend>
          {speeds.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="speed"
                checked={each === speed}
                onChange={() => playback.setSpeed(each)}
              />
              <span>{each}×</span>
            </label>
          ))}
        </fieldset>
        <button
          type="button"
          className="strip-next"
          aria-disabled={next === undefined || isJumping ? true : undefined}
          onClick={() => void jump()}
        >
          {next ? `Jump to ${next.name}` : 'Jump to next event'}
        </button>
      </div>
      <Line marks={marks} now={now} startedAt={current?.startedAt} />
    </section>
  )
}

interface LineProps {
  marks: readonly Mark[]
  now: number
  startedAt: number | undefined
}

function Line({ marks, now, startedAt }: LineProps): ReactNode {
  if (startedAt === undefined) {
    return <p className="strip-empty">Send a code, and its five minutes appear here.</p>
  }
  const share = (at: number): CSSProperties => {
    const fraction = Math.min(1, Math.max(0, (at - startedAt) / codeValidForMs))
    // SAFETY: custom properties are valid style keys; the type does not know them.
    return { '--at': fraction } as CSSProperties
  }
  const seconds = Math.min(codeValidForMs / 1000, Math.max(0, Math.floor((now - startedAt) / 1000)))
  const text = formatSeconds(seconds)
  return (
    <div className="strip-line">
      <div className="strip-track">
        <div className="strip-done" style={share(now)} />
      </div>
      <ol className="strip-marks">
        {marks.map((mark) => (
          <li
            key={mark.key}
            style={share(mark.at)}
            data-mark={mark.key}
            data-past={mark.at <= now ? '' : undefined}
            data-skipped={mark.isSkipped ? '' : undefined}
          >
            <span>{mark.label}</span>
          </li>
        ))}
      </ol>
      <Playhead key={startedAt} seconds={seconds} startedAt={startedAt} />
      <span className="strip-now" aria-hidden="true" style={share(now)}>
        {text}
      </span>
    </div>
  )
}

/** Drag it, or use the keys. Time never runs backwards, so neither does it. */
function Playhead({ seconds, startedAt }: { seconds: number; startedAt: number }): ReactNode {
  const { playback } = usePlayground()
  // Where it is being moved to: keys come faster than time can be moved.
  const [wanted, setWanted] = useState(0)
  const value = Math.max(seconds, wanted)
  return (
    <input
      type="range"
      className="strip-playhead"
      aria-label="Time since the code was sent"
      aria-valuetext={formatSeconds(value)}
      min={0}
      max={codeValidForMs / 1000}
      value={value}
      onChange={({ target }) => {
        const next = Number(target.value)
        if (next <= value) return
        setWanted(next)
        void playback.jumpTo(startedAt + next * 1000)
      }}
    />
  )
}
