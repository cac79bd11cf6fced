import { describe, expect, it } from 'vitest'
import { T0, play, entering, code, change } from '../../../../../test/support/flow-play.ts'
import { nextWakeUp } from './next-wake-up.ts'

describe('who sees it', () => {
  it('decides what time is waited for', () => {
    expect(nextWakeUp(entering, T0)).toBe(T0 + 30_000)
    expect(nextWakeUp(entering, T0, 'hidden')).toBe(undefined)
    const checking = play(entering, [10, code('123456')], [10, { type: 'CHECK_SENT' }])
    expect(nextWakeUp(checking, T0 + 10_000, 'hidden')).toBe(T0 + 20_000)
    expect(nextWakeUp(checking, T0 + 10_000, 'unmounted')).toBe(undefined)
    const left = play(entering, [5, change])
    expect(nextWakeUp(left, T0 + 5_000, 'unmounted')).toBe(T0 + 55_000)
  })
})
