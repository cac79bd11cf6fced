import { textMagic } from '@phoneproof/client'
import { formatSeconds } from '@phoneproof/react'
import { useState, type CSSProperties, type ReactNode } from 'react'
import { useObservable } from '../observable-value.ts'
import { usePlayback, usePlayground, useSettings } from '../playground-context.ts'
import { marksOf, type Mark } from './marks.ts'
import { TimelineControls } from './timeline-controls.tsx'
import './timeline.css'

/** The five minutes as one line, with now as a moving mark, and the controls of time. */
export function Timeline(): ReactNode {
  const { simulator } = usePlayground()
  const { now } = usePlayback()
  const { workflowId } = useSettings()
  useObservable(simulator)
  const current = simulator.world.latest()
  // Before there is a code, what will happen to one.
  const marks = marksOf(current ?? { workflowId, startedAt: 0, endedAt: undefined })
  const next = current && marks.find(({ at, isSkipped }) => at > now && !isSkipped)
  return (
    <section className="timeline" aria-label="Time">
      <TimelineControls next={next} />
      <Line marks={marks} startedAt={current?.startedAt} />
    </section>
  )
}

interface LineProps {
  marks: readonly Mark[]
  startedAt: number | undefined
}

function Line({ marks, startedAt }: LineProps): ReactNode {
  const { now } = usePlayback()
  const from = startedAt ?? 0
  const elapsedMs = startedAt === undefined ? -1 : now - startedAt
  const seconds = Math.min(
    textMagic.codeValidForMs / 1000,
    Math.max(0, Math.floor(elapsedMs / 1000)),
  )
  return (
    <div className="timeline-line">
      <div className="timeline-track">
        <div className="timeline-done" style={placeOf(elapsedMs)} />
      </div>
      <ol className="timeline-marks" aria-label="The five minutes of a code">
        {marks.map(({ key, label, at, isSkipped }) => (
          <li
            key={key}
            style={placeOf(at - from)}
            data-mark={key}
            data-past={at - from <= elapsedMs ? '' : undefined}
            data-skipped={isSkipped ? '' : undefined}
          >
            <span>
              {label} <small>{formatSeconds((at - from) / 1000)}</small>
            </span>
          </li>
        ))}
      </ol>
      {startedAt === undefined ? (
        <p className="timeline-empty">Send a code, and its time runs here.</p>
      ) : (
        <>
          <Playhead key={startedAt} seconds={seconds} startedAt={startedAt} />
          <span className="timeline-now" aria-hidden="true" style={placeOf(elapsedMs)}>
            {formatSeconds(seconds)}
          </span>
        </>
      )}
    </div>
  )
}

/** How far along the line it is. */
function placeOf(elapsedMs: number): CSSProperties {
  const fraction = Math.min(1, Math.max(0, elapsedMs / textMagic.codeValidForMs))
  // SAFETY: custom properties are valid style keys; the type does not know them.
  return { '--at': fraction } as CSSProperties
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
      className="timeline-playhead"
      aria-label="Time since the code was sent"
      aria-valuetext={formatSeconds(value)}
      min={0}
      max={textMagic.codeValidForMs / 1000}
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
