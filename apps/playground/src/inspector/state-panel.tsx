import type { ReactNode } from 'react'
import { Entry, EntryList } from './entry-list.tsx'
import { readableState } from './readable.ts'
import type { Recording } from './recorder.ts'

/** Where the machine is, and how it got there. Digits of codes are dots. */
export function StatePanel({ recording }: { recording: Recording }): ReactNode {
  const { state, transitions } = recording
  if (!state) return <p className="inspector-empty">No flow is on the page.</p>
  return (
    <>
      <details className="state-now">
        <summary>
          Now <b>{state.step.name}</b>
        </summary>
        <pre>{readableState(state)}</pre>
      </details>
      <EntryList empty="Nothing has happened yet.">
        {transitions.map(({ at, action, state: { step, error, notice } }, index) => {
          const from = transitions[index - 1]?.state.step.name
          const hasMoved = from !== step.name
          const message = error?.kind ?? notice?.kind
          return (
            <Entry
              key={`${index}-${at}`}
              at={at}
              aside={message}
              title={
                <>
                  {hasMoved && from !== undefined && `${from} → `}
                  {hasMoved ? <b>{step.name}</b> : step.name}
                  <code className="entry-outcome" data-quiet="">
                    {action}
                  </code>
                </>
              }
            />
          )
        })}
      </EntryList>
    </>
  )
}
