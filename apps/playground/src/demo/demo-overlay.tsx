import { useEffect, type CSSProperties, type ReactNode } from 'react'
import { useObservable } from '../observable-value.ts'
import { usePlayground } from '../playground-context.ts'
import type { Demo } from './demo.ts'
import { demoNames, scripts, type DemoName } from './scripts.ts'
import './demo-overlay.css'

/** The drawn pointer, and what it is doing in words. */
export function DemoOverlay(): ReactNode {
  const { demo } = usePlayground()
  const snapshot = useObservable(demo)
  const isPlaying = snapshot?.state === 'playing'
  useEffect(() => (isPlaying ? stopAtATouch(demo) : undefined), [demo, isPlaying])
  return (
    <>
      {/* Each caption in a live region would talk over what the flow itself has to say. */}
      <p className="unseen" role="status" data-not-recorded="">
        {snapshot && (isPlaying ? 'The demo plays. Escape stops it.' : snapshot.caption)}
      </p>
      {snapshot && (
        <aside className="demo" aria-label="Demo">
          <p className="demo-caption">{snapshot.caption}</p>
          <div className="demo-actions" data-demo-control="">
            {isPlaying ? (
              <button type="button" onClick={demo.stop}>
                Stop
              </button>
            ) : (
              <>
                {snapshot.state === 'over' && <OtherDemos than={snapshot.name} />}
                <button type="button" onClick={demo.close}>
                  Close
                </button>
              </>
            )}
          </div>
        </aside>
      )}
      {snapshot && isPlaying && (
        <svg
          className="demo-pointer"
          viewBox="0 0 24 24"
          aria-hidden="true"
          style={placeOf(snapshot.pointer)}
        >
          <path d="M5 2.5v17l4.4-4.1 3 6.6 3-1.4-3-6.4h6.1Z" />
        </svg>
      )}
    </>
  )
}

function OtherDemos({ than }: { than: DemoName }): ReactNode {
  const { demo } = usePlayground()
  return demoNames
    .filter((each) => each !== than)
    .map((each) => (
      <button key={each} type="button" onClick={() => demo.play(each)}>
        Play {scripts[each].title}
      </button>
    ))
}

function placeOf({ x, y }: { x: number; y: number }): CSSProperties {
  // SAFETY: custom properties are valid style keys; the type does not know them.
  return { '--x': `${x}px`, '--y': `${y}px` } as CSSProperties
}

/** Whoever presses anything has taken over. What the demo itself does is not trusted by browsers. */
function stopAtATouch(demo: Demo): () => void {
  function onEvent(event: Event): void {
    const { target } = event
    const isControl = target instanceof Element && target.closest('[data-demo-control]') !== null
    if (!event.isTrusted || isControl) return
    // It is for the demo alone.
    if (event instanceof KeyboardEvent && event.key === 'Escape') event.stopImmediatePropagation()
    demo.stop()
  }
  const names = ['keydown', 'pointerdown'] as const
  for (const name of names) window.addEventListener(name, onEvent, { capture: true })
  return () => {
    for (const name of names) window.removeEventListener(name, onEvent, { capture: true })
  }
}
