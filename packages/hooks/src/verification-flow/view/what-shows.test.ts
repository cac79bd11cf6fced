import { expect, it } from 'vitest'
import { T0, verification } from '../../../../../test/support/flow-play.ts'
import { initialState, type FlowState } from '../machine/flow-state.ts'
import { mayStillRing } from './what-shows.ts'

it('warns of a late call from the earliest instant at which it can come (E-8)', () => {
  const uncertain = verification({ latestStart: T0 + 12_000 })
  const verifiedAt = (second: number): FlowState => {
    const at = T0 + second * 1000
    const step = { name: 'verified', verification: uncertain, at, source: 'this-tab' } as const
    return initialState({ step })
  }
  expect([56, 57, 72, 77, 78].map((second) => mayStillRing(verifiedAt(second)))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ])
})
