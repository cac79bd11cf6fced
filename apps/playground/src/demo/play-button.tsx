import type { ReactNode } from 'react'
import { useObservable } from '../observable-value.ts'
import { usePlayground } from '../playground-context.ts'
import './play-button.css'

/** Starts the first demo, and stops any. */
export function PlayButton(): ReactNode {
  const { demo } = usePlayground()
  const isPlaying = useObservable(demo)?.state === 'playing'
  return (
    <button
      type="button"
      className="button play-demo"
      data-demo-control=""
      onClick={() => (isPlaying ? demo.stop() : demo.play('happy-path'))}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true" className="icon">
        <path d={isPlaying ? 'M5.5 5.5h9v9h-9z' : 'M6 4.5 15.5 10 6 15.5Z'} />
      </svg>
      <span>{isPlaying ? 'Stop the demo' : 'Play the demo'}</span>
    </button>
  )
}
