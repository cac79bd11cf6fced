import type { ReactNode } from 'react'
import { useObservable } from '../observable-value.ts'
import { usePlayground } from '../playground-context.ts'
import { receiptLines } from './receipt-lines.ts'
import { storybookLink } from './storybook-link.ts'
import './receipt.css'

/** Set by Vite, from PLAYGROUND_STORYBOOK. */
declare const __STORYBOOK__: string

/** What happened, once a number is verified, and where to look next. */
export function Receipt(): ReactNode {
  const { simulator, drawers } = usePlayground()
  useObservable(simulator)
  const requests = useObservable(simulator.requests)
  const isSourceOpen = useObservable(drawers).includes('Source')
  const verification = simulator.world.latest()
  const story = storybookLink(__STORYBOOK__)
  if (verification?.state !== 'completed') return null
  return (
    <section className="receipt" aria-label="Receipt" data-not-recorded="">
      <ul>
        {receiptLines(verification, requests).map(({ what, value }, nth) => (
          // Lines never move.
          <li key={nth}>
            <span>{what}</span> <b>{value}</b>
          </li>
        ))}
      </ul>
      <p className="receipt-links">
        {!isSourceOpen && (
          <button type="button" onClick={() => drawers.toggle('Source')}>
            Source of this page
          </button>
        )}
        {story !== undefined && <a href={story}>This screen in Storybook</a>}
      </p>
    </section>
  )
}
